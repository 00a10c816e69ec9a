//! `bilan lines`: one answer a line, in order, whatever the lines are.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{MAX_LINE, answer_line};
use support::{bilan, finish, printed, run, said, text};

const QUOTE: &str = r#"{"operation":"quote","request":{"variant":"horizon","client":"affiliee"}}"#;

fn answer(line: &[u8]) -> String {
    answer_line(Catalogue::embedded(), line)
}

/// What is answered, errors among it.
fn answered(input: &[u8]) -> String {
    let output = run(&["lines"], input);
    assert_eq!(output.status.code(), Some(0));
    text(&output.stdout)
}

#[test]
fn the_example_of_agents_is_answered_line_by_line_without_error() {
    let agents = include_bytes!("../../examples/cases/agents.jsonl");
    let answers = printed(&["lines", "--strict"], agents);
    let expected: Vec<String> =
        agents.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(answer).collect();
    assert_eq!(answers.lines().collect::<Vec<_>>(), expected);
    assert!(expected.len() >= 12);
}

#[test]
fn every_line_has_its_answer_be_it_wrong_empty_or_ended_in_another_way() {
    let lines: [&[u8]; 9] = [
        QUOTE.as_bytes(),
        b"",
        b"   ",
        b"{",
        b"\xff\xfe",
        br#"{"operation":"devis","request":{}}"#,
        br#"{"operation":"quote"}"#,
        br#"{"operation":"quote","request":{"variant":"horizon"}}"#,
        QUOTE.as_bytes(),
    ];
    let expected: Vec<String> = lines.into_iter().map(answer).collect();
    for ending in [&b"\n"[..], b"\r\n"] {
        for last in [ending, b""] {
            let mut input = lines.join(ending);
            input.extend_from_slice(last);
            let answers = answered(&input);
            assert_eq!(answers.lines().collect::<Vec<_>>(), expected, "{ending:?} {last:?}");
            assert!(answers.ends_with('\n'));
        }
    }
    assert_eq!(printed(&["lines"], b""), "");
}

#[test]
fn an_error_is_an_answer_unless_told_otherwise() {
    let input = format!("{QUOTE}\nnon\n{QUOTE}\n");
    assert_eq!(run(&["lines"], input.as_bytes()).status.code(), Some(0));
    let strict = run(&["lines", "--strict"], input.as_bytes());
    assert_eq!(strict.status.code(), Some(1));
    assert_eq!(text(&strict.stdout).lines().count(), 3);
    assert_eq!(run(&["lines", "--strict"], QUOTE.as_bytes()).status.code(), Some(0));
}

#[test]
fn a_line_too_long_is_refused_and_the_next_ones_are_answered() {
    for length in [MAX_LINE + 1, MAX_LINE + 2, 3_000_000] {
        for ending in ["\n", "\r\n"] {
            let input = format!("{QUOTE}{ending}{}{ending}{QUOTE}{ending}", "x".repeat(length));
            let answers = answered(input.as_bytes());
            let long = answer(&vec![b'x'; MAX_LINE + 1]);
            assert!(long.starts_with(r#"{"error":{"code":"tooLarge""#));
            let expected = [answer(QUOTE.as_bytes()), long, answer(QUOTE.as_bytes())];
            assert_eq!(answers.lines().collect::<Vec<_>>(), expected, "{length}");
        }
    }
    // The longest line that is read at all.
    let longest = format!("{QUOTE}{}", " ".repeat(MAX_LINE - QUOTE.len()));
    assert_eq!(printed(&["lines"], longest.as_bytes()), format!("{}\n", answer(longest.as_bytes())));
    assert!(!answer(longest.as_bytes()).contains("error"));
}

#[test]
fn an_answer_leaves_before_the_next_line_is_waited_for() {
    let mut child = bilan(&["lines"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        stdin.write_all(format!("{QUOTE}\n").as_bytes()).unwrap();
        let mut line = String::new();
        answers.read_line(&mut line).unwrap();
        assert_eq!(line, format!("{}\n", answer(QUOTE.as_bytes())));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// The most memory the program has held, in KiB.
#[cfg(target_os = "linux")]
fn peak_memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn memory_grows_neither_with_the_length_of_a_line_nor_with_their_number() {
    let mut child = bilan(&["lines"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let writer = std::thread::spawn(move || {
        let mebibyte = vec![b'x'; 1 << 20];
        for _ in 0..1024 {
            stdin.write_all(&mebibyte).unwrap();
        }
        for _ in 0..5_000 {
            stdin.write_all(format!("\n{QUOTE}").as_bytes()).unwrap();
        }
        stdin.write_all(b"\n").unwrap();
        stdin
    });
    let mut answered = || {
        let mut line = String::new();
        answers.read_line(&mut line).unwrap();
        line
    };
    assert!(answered().starts_with(r#"{"error":{"code":"tooLarge""#));
    let quote = format!("{}\n", answer(QUOTE.as_bytes()));
    for _ in 0..5_000 {
        assert_eq!(answered(), quote);
    }
    // A gibibyte has gone through, and the lines after it are answered.
    let peak = peak_memory(child.id());
    assert!(peak < 24 * 1024, "{peak} KiB");
    drop(writer.join().unwrap());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_leaves_ends_the_program_quietly() {
    let case = br#"{"on":"2026-11-23","needs":["faireLePoint"]}"#;
    for (arguments, input) in [
        (&["lines"][..], format!("{QUOTE}\n").repeat(20_000).into_bytes()),
        (&["simulate"], case.to_vec()),
        (&["catalogue"], b"{}".to_vec()),
        (&["rulebook"], Vec::new()),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut child = bilan(arguments).stdin(Stdio::piped()).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // It may stop reading before the end.
        drop(stdin.write_all(&input));
        drop(stdin);
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said), (Some(141), String::new()), "{arguments:?}");
    }
}

#[test]
fn an_output_that_is_full_is_said_so() {
    if cfg!(target_os = "linux") {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = bilan(&["lines"]);
        let child = command.stdin(Stdio::piped()).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.as_ref().unwrap().write_all(format!("{QUOTE}\n").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(said(&output.stderr), "bilan : écriture impossible : il n’y a plus de place.\n");
    }
    // The same, elsewhere than on a full disk: nothing is lost.
    assert_eq!(finish(&mut bilan(&["lines"]), QUOTE.as_bytes()).status.code(), Some(0));
}
