//! The commands: what they print, where, and with which status.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use bilan_professionnel::Catalogue;
use bilan_professionnel::funding::{Fact, FactKind};
use bilan_professionnel::wire::{MAX_REQUEST, Operation, answer, error_document};
use support::{bilan, cases, finish, printed, run, said, text};
use unicode_width::UnicodeWidthStr;

const PLAN: &[u8] = br#"{"variant":"evolution","hours":20}"#;
const CASE: &[u8] = br#"{"on":"2026-11-23","needs":["faireLePoint"],"client":"affiliee"}"#;

/// A request that each operation answers.
fn request(operation: Operation) -> String {
    let of = |operation, request: &str| answer(Catalogue::embedded(), operation, request.as_bytes()).unwrap();
    match operation {
        Operation::Catalogue => "{}".to_owned(),
        Operation::Recommend => r#"{"needs":["faireLePoint"]}"#.to_owned(),
        Operation::Funding => r#"{"on":"2026-12-01","facts":{"rqth":true}}"#.to_owned(),
        Operation::Plan => text(PLAN),
        Operation::Quote => r#"{"variant":"evolution","hours":20,"client":"affiliee"}"#.to_owned(),
        Operation::Schedule => r#"{"plan":{"variant":"evolution"},"exchangesOn":"2026-12-01"}"#.to_owned(),
        Operation::Settle => r#"{"plan":{"variant":"evolution"},"invoiceReceivedOn":"2027-06-10"}"#.to_owned(),
        Operation::Simulate => text(CASE),
        Operation::Replay => {
            let dossier: serde_json::Value = serde_json::from_str(&of(Operation::Simulate, &text(CASE))).unwrap();
            format!(r#"{{"case":{},"record":{}}}"#, text(CASE), dossier["record"])
        }
    }
}

#[test]
fn every_operation_prints_the_bytes_of_every_host_from_a_file_or_the_standard_input() {
    for operation in Operation::ALL {
        let request = request(operation);
        let expected = answer(Catalogue::embedded(), operation, request.as_bytes()).unwrap() + "\n";
        let file = support::file(&format!("{operation}.json"), &request);
        let json = if operation == Operation::Simulate { vec!["--json"] } else { vec![] };
        let command = |source: &[&'static str]| [&[operation.code()], source, &json[..]].concat();
        assert_eq!(printed(&command(&[]), request.as_bytes()), expected, "{operation}");
        assert_eq!(printed(&command(&["-"]), request.as_bytes()), expected, "{operation}");
        let path = file.to_str().unwrap();
        assert_eq!(printed(&[&[operation.code(), path], &json[..]].concat(), b""), expected, "{operation}");
    }
}

#[test]
fn a_refused_request_gives_its_error_document_and_status_1() {
    for (operation, request, code) in [
        (Operation::Plan, &br#"{"variant":"evolution","hours":99}"#[..], "budgetInfeasible"),
        (Operation::Quote, br#"{"variant":"evolution"}"#, "missingField"),
        (Operation::Recommend, br#"{"needs":[]}"#, "noNeeds"),
        (Operation::Funding, b"{", "invalidJson"),
        (Operation::Funding, b"\xff", "invalidUtf8"),
        (Operation::Catalogue, b"[]", "wrongType"),
    ] {
        let output = run(&[operation.code()], request);
        let expected = error_document(&answer(Catalogue::embedded(), operation, request).unwrap_err()) + "\n";
        assert!(expected.contains(code), "{expected}");
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), expected));
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn a_request_without_end_is_refused_without_being_kept() {
    let output = run(&["plan"], &vec![b' '; MAX_REQUEST + 2_000_000]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).starts_with(r#"{"error":{"code":"tooLarge""#));
}

#[test]
fn a_refused_case_is_said_in_one_sentence_with_its_path() {
    for (case, sentence) in [
        (r#"{"on":"2026-11-23","variant":"evolution","hours":99}"#, "entrée standard, hours : Avec ces choix"),
        (r#"{"on":"2026-11-23","facts":{"rqth":"oui"},"variant":"horizon"}"#, "entrée standard, facts.rqth : "),
        (r#"{"on":"2026-11-23"}"#, "entrée standard, variant : Ce champ est obligatoire."),
        ("non", "entrée standard : Le texte reçu n’est pas du JSON lisible"),
    ] {
        let output = run(&["simulate"], case.as_bytes());
        let said = said(&output.stderr);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()), "{case}");
        assert!(said.starts_with(&format!("bilan : {sentence}")), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    let file = support::file("refusé.json", "{}");
    let output = run(&["simulate", file.to_str().unwrap()], b"");
    assert!(said(&output.stderr).contains("refusé.json, on : Ce champ est obligatoire."));
}

#[test]
fn what_a_document_holds_cannot_command_the_terminal() {
    let case = r#"{"on":"2026-11-23","variant":"evo\u001b[2J\u0007"}"#;
    let output = run(&["simulate"], case.as_bytes());
    assert!(!output.stderr.iter().any(|byte| *byte < b' ' && *byte != b'\n'));

    let path = support::catalogue("hostile.json", |catalogue| {
        catalogue["variants"][0]["label"] = "Bilan\u{1b}]0;titre\u{7}\nsuite".into();
    });
    // Such a catalogue is refused, and what is said of it is as harmless.
    for arguments in [["simulate", "--catalogue", path.to_str().unwrap()], ["check", "--json", path.to_str().unwrap()]]
    {
        let output = finish(bilan(&arguments).env("CLICOLOR_FORCE", "1"), CASE);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let all = [output.stdout, output.stderr].concat();
        assert!(!all.iter().any(|byte| *byte < b' ' && *byte != b'\n'), "{arguments:?}");
    }
    // The codes of a request are shown in the difference.
    let line = "{\"operation\":\"quote\\u001b]0;x\",\"request\":{}}";
    let page = run(&["diff", support::catalogue("meme.json", |_| {}).to_str().unwrap(), "-"], line.as_bytes());
    assert!(!page.stdout.contains(&0x1b));
}

#[test]
fn a_wrong_command_is_said_in_one_sentence_with_status_2() {
    for (arguments, sentence) in [
        (&[][..], "indiquez une commande"),
        (&["simuler"], "commande inconnue : « simuler »"),
        (&["plan", "a.json", "b.json"], "argument en trop : « b.json »"),
        (&["plan", "--pretty"], "option inconnue : « --pretty »"),
        (&["plan", "-x"], "option inconnue : « -x »"),
        (&["plan", "--strict"], "--strict ne vaut que pour lines"),
        (&["rulebook", "--json"], "--json ne vaut que pour une opération"),
        (&["lines", "--strict=oui"], "l’option « --strict » ne prend pas de valeur"),
        (&["plan", "--catalogue"], "il manque une valeur après « --catalogue »"),
        (&["schema"], "indiquez de quoi donner le schéma"),
        (&["schema", "plan", "answer"], "un schéma est celui de la demande"),
        (&["schemas"], "indiquez le dossier"),
    ] {
        let output = run(arguments, b"");
        let said = said(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said.starts_with(&format!("bilan : {sentence}")) && said.lines().count() == 1, "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    for (name, reason) in [("absent.json", "introuvable"), (".", "c’est un dossier, il faut un fichier")] {
        for arguments in [&["plan", name][..], &["simulate", name], &["lines", "--catalogue", name]] {
            let output = run(arguments, b"");
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            assert_eq!(said(&output.stderr), format!("bilan : {name} : {reason}.\n"));
        }
    }
}

#[test]
fn another_centre_s_catalogue_serves_every_command() {
    let path = support::catalogue("autre.json", |catalogue| {
        catalogue["id"] = "autre".into();
        catalogue["variants"][0]["label"] = "Bilan d’ailleurs".into();
    });
    let option = format!("--catalogue={}", path.display());
    assert!(printed(&["simulate", &option], CASE).contains("Bilan d’ailleurs"));
    assert!(printed(&["catalogue", &option], b"{}").starts_with(r#"{"id":"autre""#));
    assert!(printed(&[&option, "plan"], PLAN).contains("Bilan d’ailleurs"));
    let line = format!(r#"{{"operation":"plan","request":{}}}"#, text(PLAN));
    assert!(printed(&["lines", &option], line.as_bytes()).contains("Bilan d’ailleurs"));
    assert!(printed(&["rulebook", &option], b"").contains("Bilan d’ailleurs"));
}

#[test]
fn a_wrong_catalogue_is_said_in_one_sentence_with_its_path() {
    let path = support::catalogue("faux.json", |catalogue| catalogue["variants"][0]["statedHours"] = 99.into());
    for command in ["simulate", "plan", "lines", "rulebook"] {
        let output = run(&[command, "--catalogue", path.to_str().unwrap()], b"{}");
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()), "{command}");
        assert!(
            said(&output.stderr).contains("faux.json, variants[0].statedHours : Le total annoncé est hors de portée")
        );
    }
}

#[test]
fn help_names_every_operation_and_status_and_the_version_is_that_of_the_library() {
    let help = printed(&["--help"], b"");
    for word in Operation::ALL.map(Operation::code).into_iter().chain([
        "lines",
        "diff",
        "schema",
        "rulebook",
        "--catalogue",
        "141",
    ]) {
        assert!(help.contains(word), "{word}");
    }
    for arguments in [&["aide"][..], &["help"], &["-h"], &["plan", "--help"]] {
        assert_eq!(printed(arguments, b""), help);
    }
    assert!(help.lines().all(|line| line.width() <= 120), "the help fits a terminal");
    assert_eq!(printed(&["--version"], b""), format!("bilan {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(env!("CARGO_PKG_VERSION"), bilan_professionnel::record::ENGINE);
}

#[test]
fn every_case_gives_a_dossier_and_together_they_show_the_five_variants() {
    let mut variants = BTreeSet::new();
    for case in cases() {
        let path = case.to_str().unwrap();
        let page = text(&run(&["simulate", path], b"").stdout);
        for heading in
            ["Déclinaison ──", "Plan de", "Qui ", "Prix ──", "Calendrier ──", "Avant le bilan ──", "Enregistrement ──"]
        {
            assert!(page.contains(heading), "{path}: {heading}");
        }
        assert!(!page.contains("a droit"), "{path}");
        let document: serde_json::Value = serde_json::from_str(&printed(&["simulate", "--json", path], b"")).unwrap();
        variants.insert(document["plan"]["variant"].as_str().unwrap().to_owned());
        assert!(page.contains(document["plan"]["label"].as_str().unwrap()), "{path}");
    }
    assert_eq!(variants.len(), Catalogue::embedded().offer().variants.len(), "{variants:?}");
}

/// What a case says when it is shown, words apart from each other by one space.
fn page(case: &str) -> String {
    let page = text(&run(&["simulate"], case.as_bytes()).stdout).replace('\u{a0}', " ");
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_agent_reads_who_accompanies_what_comes_before_the_means_and_who_decides() {
    let page = page(
        r#"{"on":"2026-11-23","needs":["explorerPistes"],"client":"affiliee","facts":{"rqth":true},
        "validUntil":{"rqth":"2026-11-01"},"calendar":{"exchangesOn":"2026-12-05"}}"#,
    );
    for said in [
        "18 h en moyenne",
        "à égalité",
        "Qui vous accompagne",
        "Conseillère en évolution professionnelle",
        "Pourquoi attendre quatre semaines ?",
        "La confidentialité",
        "Les moyens matériels",
        "Ce n’est pas un bilan de compétences",
        "Qui décide Adressez votre demande de financement à votre employeur",
        "Documents à réunir pour le fonds",
        "(expiré : à renouveler)",
        "Règles édition",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    // A Saturday.
    assert!(page.contains("1 remarque sur le calendrier") && page.contains("samedi 5 décembre 2026"), "{page}");
    // Only one variant has coaching sessions.
    assert!(!page.contains("Coach certifiée"));
    assert!(self::page(r#"{"on":"2026-11-23","variant":"developpement"}"#).contains("Coach certifiée"));
}

#[test]
fn nobody_is_told_that_they_are_off_a_list() {
    let facts: Vec<String> = Fact::ALL
        .into_iter()
        .map(|fact| match fact.kind() {
            FactKind::YesNo => format!(r#""{fact}":false"#, fact = fact.code()),
            FactKind::Percent => format!(r#""{fact}":0"#, fact = fact.code()),
            FactKind::Status => format!(r#""{fact}":"contractuel""#, fact = fact.code()),
        })
        .collect();
    let case = format!(r#"{{"on":"2026-11-23","variant":"evolution","facts":{{{}}}}}"#, facts.join(","));
    let page = page(&case);
    assert!(page.contains("Financement À voir avec une conseillère ou un conseiller."), "{page}");
    assert!(!page.to_lowercase().contains("hors de") && !page.contains("Hors des"), "{page}");
}

#[test]
fn what_an_employer_gets_says_nothing_of_health_and_the_giver_is_warned() {
    let case = r#"{"on":"2026-11-23","audience":"employer","variant":"reorientation","client":"affiliee",
        "calendar":{"exchangesOn":"2026-12-01"}}"#;
    let output = run(&["simulate"], case.as_bytes());
    let shown = page(case);
    for word in ["santé", "handicap", "FIPHFP", "restriction", "médical", " vous ", "votre", "RQTH", "usure"] {
        assert!(!shown.to_lowercase().contains(&word.to_lowercase()), "{word}\n{shown}");
    }
    for word in ["Qui accompagne l’agent", "2 040,50 € TTC", "perception de Quimper municipale", "Attestation"] {
        assert!(shown.contains(word), "{word}");
    }
    assert!(said(&output.stderr).contains("le nom de la déclinaison peut renseigner sur la santé"));
    assert!(run(&["simulate", "--json"], case.as_bytes()).stderr.is_empty());
}

#[test]
fn a_centre_that_does_not_bring_in_the_fund_says_nothing_of_it() {
    let path = support::catalogue("sans-fonds.json", |catalogue| catalogue["funding"] = serde_json::Value::Null);
    let arguments = ["simulate", "--catalogue", path.to_str().unwrap()];
    let page = printed(&arguments, br#"{"on":"2026-11-23","variant":"evolution","facts":{"rqth":true}}"#);
    assert!(!page.contains("FIPHFP") && !page.contains("RQTH") && !page.contains("Financement"), "{page}");
}

#[test]
fn the_catalogue_needs_no_request() {
    let whole = printed(&["catalogue"], b"{}");
    for nothing in [&b""[..], b"\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf{}"] {
        assert_eq!(printed(&["catalogue"], nothing), whole);
    }
    let null = Command::new(env!("CARGO_BIN_EXE_bilan")).arg("catalogue").stdin(Stdio::null()).output().unwrap();
    assert_eq!(text(&null.stdout), whole);
}

#[test]
fn a_dossier_fits_the_width_it_is_given() {
    for case in cases() {
        let case = fs::read(case).unwrap();
        for (asked, most) in [("72", 72), ("80", 80), ("100", 100), ("250", 100), ("12", 72), ("large", 88)] {
            let page = finish(bilan(&["simulate"]).env("COLUMNS", asked), &case);
            let page = text(&page.stdout);
            let wider: Vec<&str> = page.lines().filter(|line| line.width() > most).collect();
            assert!(wider.is_empty(), "{asked}: {wider:#?}");
            assert!(page.lines().all(|line| line.trim_end() == line), "no trailing space");
        }
    }
}

#[test]
fn colours_stay_out_of_pipes_and_carry_no_meaning() {
    let plain = run(&["simulate"], CASE).stdout;
    assert!(!plain.contains(&0x1b));
    let coloured = finish(bilan(&["simulate"]).env("CLICOLOR_FORCE", "1"), CASE).stdout;
    assert!(coloured.contains(&0x1b));
    assert_eq!(anstream::adapter::strip_str(&text(&coloured)).to_string(), text(&plain));
    let refused = finish(bilan(&["simulate"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"), CASE).stdout;
    assert_eq!(text(&refused), text(&plain));
}
