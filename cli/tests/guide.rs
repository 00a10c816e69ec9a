//! The guides hold: every command of docs/commande.md runs; every example of docs/ecrire-son-offre.md is what it says.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use bilan_professionnel::Catalogue;
use serde_json::Value;
use support::{printed, said, text};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs a line of a guide as a reader does, who has the program in the path.
fn shell(line: &str, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_bilan")).parent().unwrap();
    let path = env::join_paths([program.to_owned()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap())));
    let mut shell = Command::new("sh");
    for variable in ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        shell.env_remove(variable);
    }
    shell.args(["-c", line]).current_dir(folder).env("PATH", path.unwrap()).stdin(Stdio::null());
    shell.output().unwrap()
}

#[test]
fn every_command_of_the_guide_runs() {
    let folder = folder("guide");
    for part in ["cases", "catalogues"] {
        let copy = folder.join("examples").join(part);
        fs::create_dir_all(&copy).unwrap();
        let entries = fs::read_dir(Path::new(ROOT).join("examples").join(part)).unwrap().map(Result::unwrap);
        for entry in entries.filter(|entry| entry.path().is_file()) {
            fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
        }
    }
    let guide = fs::read_to_string(Path::new(ROOT).join("docs/commande.md")).unwrap();
    let commands: Vec<&str> = guide.lines().filter(|line| line.starts_with("bilan ")).collect();
    assert!(commands.len() >= 15);
    for command in commands {
        let output = shell(command, &folder);
        assert_eq!(output.status.code(), Some(0), "{command}: {}", text(&output.stderr));
    }
}

/// A block of code: its language, its text, and the comment just above it, which no reader sees.
struct Block {
    language: String,
    text: String,
    note: String,
}

fn guide() -> String {
    fs::read_to_string(Path::new(ROOT).join("docs/ecrire-son-offre.md")).unwrap()
}

fn blocks(guide: &str) -> Vec<Block> {
    let (mut blocks, mut open): (Vec<Block>, Option<Block>) = (Vec::new(), None);
    let mut note = "";
    for line in guide.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => {
                open = Some(Block { language: language.to_owned(), text: String::new(), note: note.to_owned() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => block.text.extend([line, "\n"]),
            (None, None) => {}
        }
        note = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")).unwrap_or_default();
    }
    assert!(open.is_none(), "a block that nothing closes");
    blocks
}

/// The document of `bilan new` with the parts of an example in the place of its own, as the guide tells its reader to do.
fn with_parts(example: &str) -> String {
    let parts: Value = serde_json::from_str(example).unwrap_or_else(|error| unreachable!("{error}\n{example}"));
    let mut document: Value = serde_json::from_str(&printed(&["new"], b"")).unwrap();
    for (name, part) in parts.as_object().unwrap() {
        document[name] = part.clone();
    }
    serde_json::to_string_pretty(&document).unwrap()
}

/// Tells whether a page is as the guide shows it, « … » standing for anything.
fn is_shown(page: &str, shown: &str) -> bool {
    let (page, shown) = (page.replace('\u{a0}', " "), shown.replace('\u{a0}', " "));
    let mut parts = shown.split('…');
    let Some(mut rest) = page.strip_prefix(parts.next().unwrap()) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else { return rest.is_empty() };
    for part in between {
        let Some(place) = rest.find(part) else { return false };
        rest = rest.split_at(place).1.strip_prefix(part).unwrap();
    }
    rest.ends_with(last)
}

#[test]
fn what_the_guide_leaves_out_may_be_anything_and_the_rest_may_not() {
    for (page, shown, expected) in [
        ("a\nb\nc\n", "a\n…\nc\n", true),
        ("a\nb\nc\n", "a\nb\nc\n", true),
        ("a\nb\nc\n", "…\nc\n", true),
        ("a\u{a0}: b\n", "a : b\n", true),
        ("a\nb\nc\n", "a\n", false),
        ("a\nb\nc\n", "a\n…\nd\n", false),
        ("a\nb\nc\n", "b\n…\nc\n", false),
        ("a\nb\n", "a\n…\nb\n…\nb\n", false),
    ] {
        assert_eq!(is_shown(page, shown), expected, "{page:?} {shown:?}");
    }
}

#[test]
fn every_example_of_the_guide_to_an_offer_is_what_it_says() {
    let folder = folder("offre");
    let (mut examples, mut commands) = (0, 0);
    for block in blocks(&guide()) {
        match block.language.as_str() {
            "json" => {
                examples += 1;
                example(&block, &folder);
            }
            "console" => {
                for command in block.text.split("$ ").filter(|command| !command.is_empty()) {
                    commands += 1;
                    let (line, shown) = command.split_once('\n').unwrap();
                    let output = shell(line, &folder);
                    let page = text(&output.stdout) + &text(&output.stderr);
                    assert!(is_shown(&page, shown), "$ {line}\n{page}");
                    let refused = shown.contains("ne peut pas servir");
                    assert_eq!(output.status.code(), Some(i32::from(refused)), "{line}");
                }
            }
            other => unreachable!("a block of « {other} », which no test reads"),
        }
    }
    assert!(examples >= 25 && commands >= 13, "{examples} {commands}");
}

/// An example of JSON is a request, a whole catalogue, or parts of one; without a fault, unless it is said to have some.
fn example(block: &Block, folder: &Path) {
    let (name, kind) = block.note.split_once(", ").unwrap_or((&block.note, ""));
    let faulty = kind == "avec des fautes";
    let whole = faulty
        || block.text.contains("\"variants\"") && block.text.contains("\"clients\"") && block.text.contains("\"id\"");
    let document = if whole || kind == "demande" { block.text.clone() } else { with_parts(&block.text) };
    if !name.is_empty() {
        fs::write(folder.join(name), &document).unwrap();
    }
    if kind == "demande" {
        return;
    }
    let report = Catalogue::check(document.as_bytes());
    assert_eq!(report.faults.is_empty(), !faulty, "{:?}\n{document}", report.faults);
    // Parts need not use every code of the document that they are put into.
    let odd = report.warnings.iter().filter(|warning| warning.code != "unusedCode" || whole);
    assert_eq!(odd.map(|warning| &warning.message).collect::<Vec<_>>(), [] as [&String; 0], "{document}");
}

/// What the guide writes between backticks, outside its blocks.
fn code_spans(guide: &str) -> Vec<&str> {
    let outside = guide.split("```").step_by(2);
    outside.flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn every_form_of_price_that_the_guide_lists_is_one() {
    let guide = guide();
    let table = guide.split("| Votre prix |").nth(1).unwrap().split("\n\n").next().unwrap();
    let forms = code_spans(table.split_once('\n').unwrap().1);
    assert_eq!(forms.len(), 6);
    for form in forms {
        let tariff = format!(r#"{{ "tariffs": [{{ "variants": ["bilan"], "price": {form} }}] }}"#);
        let report = Catalogue::check(with_parts(&tariff).as_bytes());
        assert!(report.is_sound(), "{form}: {:?}", report.faults);
    }
}

/// The names of members, and the codes that a member may have, of a schema.
fn named(schema: &Value, members: &mut BTreeSet<String>, codes: &mut BTreeSet<String>) {
    match schema {
        Value::Object(held) => {
            members.extend(
                held.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key.clone()),
            );
            let choices = held.get("enum").and_then(Value::as_array).into_iter().flatten();
            codes.extend(choices.chain(held.get("const")).filter_map(Value::as_str).map(str::to_owned));
            held.values().for_each(|value| named(value, members, codes));
        }
        Value::Array(items) => items.iter().for_each(|item| named(item, members, codes)),
        _ => {}
    }
}

#[test]
fn the_guide_names_every_member_of_a_catalogue_and_no_other() {
    let (mut members, mut codes) = (BTreeSet::new(), BTreeSet::new());
    named(Catalogue::document_schema().as_value(), &mut members, &mut codes);
    let guide = guide();
    let missing: Vec<&String> = members
        .iter()
        .filter(|member| !guide.contains(&format!("\"{member}\"")) && !guide.contains(&format!("`{member}`")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    // What a request may say is named as well.
    for operation in ["plan", "quote", "schedule", "settle", "simulate"] {
        let schema =
            fs::read_to_string(Path::new(ROOT).join(format!("core/schemas/{operation}.request.json"))).unwrap();
        named(&serde_json::from_str(&schema).unwrap(), &mut members, &mut codes);
    }
    // What is no name of the format: codes that the reader chooses, values, files.
    let own = ["bilanLong", "strate1", "true", "false", "bilan"];
    for span in code_spans(&guide) {
        let word = span.trim_matches('"');
        let is_word = word.starts_with(|letter: char| letter.is_ascii_lowercase())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let known = members.contains(word) || codes.contains(word) || own.contains(&word) || word == "prix";
        assert!(!is_word || known, "« {span} » is no name of a catalogue");
    }
}

#[test]
fn the_guide_s_typography_is_french() {
    for (number, line) in guide().split("```").step_by(2).flat_map(str::lines).enumerate() {
        let prose: String = line.split('`').step_by(2).collect();
        for loose in [" :", " ;", " ?", " !", " »", "« ", "'"] {
            assert!(!prose.contains(loose), "line {number} of the prose: {loose:?} in {line}");
        }
    }
    assert!(said(guide().as_bytes()).contains("« aucune faute »"));
}
