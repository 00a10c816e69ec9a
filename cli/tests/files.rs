//! Files and streams as machines and people leave them: marks, encodings, pauses, outputs that cannot be written.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use support::{bilan, catalogue, printed, run, text};

const QUOTE: &str = r#"{"operation":"quote","request":{"variant":"horizon","client":"affiliee"}}"#;
const CASE: &str = r#"{"on":"2026-11-23","needs":["faireLePoint"],"client":"affiliee"}"#;
const MARK: &[u8] = b"\xef\xbb\xbf";
/// A catalogue, written and read once: tests run side by side.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| fs::read_to_string(catalogue("lu.json", |_| {})).unwrap());

fn saved(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn marked(text: &str) -> Vec<u8> {
    [MARK, text.as_bytes()].concat()
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let units = text.encode_utf16().map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
    let mark = if little { [0xff, 0xfe] } else { [0xfe, 0xff] };
    mark.into_iter().chain(units.flatten()).collect()
}

/// Every way by which a file comes in, as the arguments before its name and what is on the standard input.
fn readers() -> Vec<(Vec<String>, &'static str, String)> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    vec![
        (words(&["simulate"]), CASE, String::new()),
        (words(&["simulate", "--json"]), CASE, String::new()),
        (words(&["plan"]), r#"{"variant":"evolution"}"#, String::new()),
        (words(&["check"]), &DOCUMENT, String::new()),
        (words(&["diff"]), &DOCUMENT, String::new()),
        (words(&["rulebook", "--catalogue"]), &DOCUMENT, String::new()),
        (words(&["lines", "--catalogue"]), &DOCUMENT, format!("{QUOTE}\n")),
    ]
}

#[test]
fn a_byte_order_mark_changes_nothing_wherever_a_file_is_read() {
    for (number, (arguments, content, input)) in readers().into_iter().enumerate() {
        let answers: Vec<String> = [content.as_bytes().to_vec(), marked(content)]
            .into_iter()
            .map(|bytes| {
                let file = saved(&format!("marked-{number}.json"), &bytes);
                let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                arguments.push(file.to_str().unwrap());
                printed(&arguments, input.as_bytes())
            })
            .collect();
        assert_eq!(answers.first(), answers.last(), "{arguments:?}");
    }
    for arguments in [&["simulate", "-"][..], &["simulate"]] {
        assert_eq!(printed(arguments, &marked(CASE)), printed(arguments, CASE.as_bytes()));
    }
    // The first agent of a file from Windows has an answer.
    let lines = format!("{QUOTE}\r\n{QUOTE}\r\n");
    assert_eq!(printed(&["lines"], &marked(&lines)), printed(&["lines"], lines.as_bytes()));
    let after = catalogue("marque-apres.json", |document| document["edition"] = "2027-01".into());
    let after = after.to_str().unwrap();
    let file = saved("marked.jsonl", &marked(&lines));
    assert_eq!(
        printed(&["diff", after, file.to_str().unwrap()], b""),
        printed(&["diff", after, "-"], lines.as_bytes())
    );
    // Only one mark, and only at the start.
    assert_eq!(run(&["plan"], &[MARK, MARK, b"{}"].concat()).status.code(), Some(1));
}

#[test]
fn utf16_is_named_wherever_a_file_is_read() {
    for little in [true, false] {
        for (number, (arguments, content, input)) in readers().into_iter().enumerate() {
            let file = saved(&format!("utf16-{number}.json"), &utf16(content, little));
            let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            arguments.push(file.to_str().unwrap());
            let output = run(&arguments, input.as_bytes());
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            assert!(said.contains("ce fichier est en UTF-16") && said.contains("enregistrez-le en UTF-8"), "{said}");
        }
        let output = run(&["lines"], &utf16(QUOTE, little));
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(1), true));
        assert!(text(&output.stderr).contains("UTF-16"));
    }
}

#[test]
fn utf16_is_named_without_its_mark_too() {
    for little in [true, false] {
        for (number, (arguments, content, input)) in readers().into_iter().enumerate() {
            let unmarked = utf16(content, little).split_off(2);
            let file = saved(&format!("utf16-unmarked-{number}.json"), &unmarked);
            let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            arguments.push(file.to_str().unwrap());
            let output = run(&arguments, input.as_bytes());
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            assert!(text(&output.stderr).contains("ce fichier est en UTF-16"), "{}", text(&output.stderr));
        }
        let output = run(&["lines"], &utf16(QUOTE, little).split_off(2));
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(1), true));
    }
}

#[test]
fn an_empty_catalogue_is_said_to_be_empty_and_an_empty_name_too() {
    for content in [&b""[..], MARK, b" \r\n"] {
        let file = saved("vide.json", content);
        let output = run(&["check", file.to_str().unwrap()], b"");
        assert!(text(&output.stdout).contains("Ce fichier est vide"), "{}", text(&output.stdout));
    }
    let output = run(&["plan", ""], b"");
    assert_eq!(text(&output.stderr), "bilan\u{a0}: le nom du fichier est vide.\n");
}

#[test]
#[cfg(target_os = "linux")]
fn a_table_that_can_be_read_only_once_is_refused_in_french() {
    let output = shell(r#"printf 'Agent;rqth\nA;oui\n' | "$BILAN" agents --on 2026-11-23 /dev/stdin"#);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("il faut un fichier, et non un flux"), "{}", text(&output.stderr));
}

#[test]
fn answers_leave_while_the_input_pauses_inside_a_line() {
    let mut child = bilan(&["lines"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let (start, end) = QUOTE.split_at(QUOTE.len() / 2);
    stdin.write_all(start.as_bytes()).unwrap();
    for _ in 0..3 {
        // A whole line, and the beginning of the next one: the answer does not wait for the rest.
        stdin.write_all(format!("{end}\n{start}").as_bytes()).unwrap();
        let mut line = String::new();
        answers.read_line(&mut line).unwrap();
        assert!(line.contains("2040.50"), "{line}");
    }
    drop(stdin);
    let mut line = String::new();
    answers.read_line(&mut line).unwrap();
    assert!(line.contains("invalidJson"), "{line}");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn errors_among_lines_are_summed_up() {
    for (input, sentence) in [
        (format!("{QUOTE}\nnon\n{QUOTE}\n"), "1\u{a0}ligne a reçu une erreur, sur 3."),
        ("non\n\n".to_owned(), "2\u{a0}lignes ont reçu une erreur, sur 2."),
    ] {
        let output = run(&["lines"], input.as_bytes());
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), format!("bilan\u{a0}: {sentence}\n")));
    }
    assert!(run(&["lines"], QUOTE.as_bytes()).stderr.is_empty());
}

/// Runs a command of the shell in which `$BILAN` is the program.
#[cfg(unix)]
fn shell(script: &str) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", script]).env("BILAN", env!("CARGO_BIN_EXE_bilan")).env("CASE", CASE).env("LINE", QUOTE);
    command.stdin(Stdio::null()).output().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_cannot_be_written_is_never_a_success() {
    let commands = [
        r#"printf %s "$CASE" | "$BILAN" simulate"#,
        r#"printf %s "$CASE" | "$BILAN" simulate --json"#,
        r#"printf '%s\n' "$LINE" | "$BILAN" lines"#,
        r#""$BILAN" rulebook"#,
        r#""$BILAN" catalogue"#,
        r#""$BILAN" schema plan"#,
        r#""$BILAN" --help"#,
        r#""$BILAN" --version"#,
    ];
    for command in commands {
        for (output, sentence) in [
            (">&-", "la sortie est fermée"),
            ("1</dev/null", "que la lecture"),
            (">/dev/full", "il n’y a plus de place"),
        ] {
            let found = shell(&format!("{command} {output}"));
            let said = text(&found.stderr);
            assert_eq!(found.status.code(), Some(1), "{command} {output}: {said}");
            assert!(said.contains("écriture impossible") && said.contains(sentence), "{command} {output}: {said}");
        }
        // Nobody wants the answer, and says so: no fault. Some languages open the null device for both.
        for null in [">/dev/null", "1<>/dev/null"] {
            let found = shell(&format!("{command} {null}"));
            assert_eq!((found.status.code(), text(&found.stderr)), (Some(0), String::new()), "{command} {null}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn sentences_that_cannot_be_said_are_no_panic() {
    for output in ["2>/dev/full", "2>&-", "2</dev/null"] {
        for (command, status) in
            [(r#""$BILAN" plan absent.json"#, 1), (r#""$BILAN" non"#, 2), (r#"echo non | "$BILAN" lines"#, 0)]
        {
            assert_eq!(shell(&format!("{command} {output}")).status.code(), Some(status), "{command} {output}");
        }
    }
}
