//! Canonical JSON and SHA-256, written here a second time so that digests are not checked by what made them.

use serde_json::{Number, Value};

/// The digest of a document's canonical JSON (RFC 8785), as records write it.
pub(crate) fn digest(document: &Value) -> String {
    let mut text = String::new();
    canonical(document, &mut text);
    format!("sha256:{}", hexadecimal(text.as_bytes()))
}

fn hexadecimal(message: &[u8]) -> String {
    sha256(message).iter().fold(String::new(), |text, word| format!("{text}{word:08x}"))
}

/// Keys sorted, no white space. Keys of the contract are ASCII, where all orders agree.
fn canonical(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                canonical(item, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(key, _)| *key);
            text.push('{');
            for (index, (key, member)) in members.into_iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push(':');
                canonical(member, text);
            }
            text.push('}');
        }
        Value::Number(number) => text.push_str(&plain(number)),
        other => text.push_str(&other.to_string()),
    }
}

/// `18` and `18.0` are one number.
fn plain(number: &Number) -> String {
    let text = number.to_string();
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// FIPS 180-4, section 6.2, with its names.
#[allow(clippy::many_single_char_names)]
fn sha256(message: &[u8]) -> [u32; 8] {
    let constants = fractions(3, 64);
    let mut state: [u32; 8] = fractions(2, 8).try_into().expect("eight words");
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((message.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks_exact(64) {
        let words = block.chunks_exact(4).map(|word| u32::from_be_bytes(word.try_into().expect("four bytes")));
        let mut schedule: Vec<u32> = words.collect();
        for place in 16..64 {
            let (before, after) = (schedule[place - 15], schedule[place - 2]);
            let small = before.rotate_right(7) ^ before.rotate_right(18) ^ (before >> 3);
            let large = after.rotate_right(17) ^ after.rotate_right(19) ^ (after >> 10);
            let sum = schedule[place - 16].wrapping_add(small).wrapping_add(schedule[place - 7]);
            schedule.push(sum.wrapping_add(large));
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for (word, constant) in schedule.into_iter().zip(&constants) {
            let mixed = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let choice = (e & f) ^ (!e & g);
            let one = h.wrapping_add(mixed).wrapping_add(choice).wrapping_add(*constant).wrapping_add(word);
            let turned = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let two = turned.wrapping_add((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(one), c, b, a, one.wrapping_add(two));
        }
        for (word, added) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *word = word.wrapping_add(added);
        }
    }
    state
}

/// The first 32 bits of the fractional parts of the square or cube roots of the first primes.
fn fractions(root: u32, count: usize) -> Vec<u32> {
    let primes = (2_u128..).filter(|number| (2..*number).all(|divisor| number % divisor > 0));
    let scaled = primes.map(|prime| prime << (32 * root));
    let floor = |target: u128| {
        let (mut low, mut high) = (0_u128, 1 << 42);
        while high - low > 1 {
            let middle = u128::midpoint(low, high);
            if middle.pow(root) <= target { low = middle } else { high = middle }
        }
        low
    };
    scaled.take(count).map(|target| u32::try_from(floor(target) & u128::from(u32::MAX)).expect("32 bits")).collect()
}

#[test]
fn digests_are_those_of_the_standard() {
    for (message, digest) in [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
    ] {
        assert_eq!(hexadecimal(message.as_bytes()), digest, "{message}");
    }
}
