//! The example says what the crate finds, and hands nothing of the agent's health to the employer.

#![allow(clippy::unwrap_used, missing_docs)]

use std::process::Command;

fn run(arguments: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_exemple-bilan")).args(arguments).output().unwrap();
    let said = if output.status.success() { output.stdout } else { output.stderr };
    (output.status.success(), String::from_utf8(said).unwrap().replace('\u{a0}', " "))
}

#[test]
fn the_agent_reads_the_verdict_and_the_employer_the_plan_the_price_and_the_dates() {
    let (done, page) = run(&["2026-11-23", "preserverSante", "analyserUsure", "rqth=oui"]);
    assert!(done, "{page}");
    let (agent, employer) = page.split_once("Pour l’employeur").unwrap();
    assert!(
        agent.contains("« Bilan prévention »") && agent.contains("pourrait financer ce bilan en totalité"),
        "{agent}"
    );
    assert!(agent.contains("À réunir : décision de reconnaissance"), "{agent}");
    assert!(employer.contains("Bilan prévention, 18 h") && employer.contains("2 040,50 € TTC"), "{employer}");
    assert!(employer.contains("le mardi") || employer.contains("séances, le "), "{employer}");
    for word in ["santé", "RQTH", "handicap", "FIPHFP", "usure"] {
        assert!(!employer.contains(word), "{word}: {employer}");
    }
}

#[test]
fn what_is_not_known_is_asked_next() {
    let (done, page) = run(&["2026-11-23", "faireLePoint", "statut=contractuel", "tauxIncapacitePermanente=12.5"]);
    assert!(done && page.contains("Question suivante : "), "{page}");
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence() {
    for (arguments, sentence) in [
        (&[][..], "Indiquez un jour"),
        (&["hier"], "« hier » n’est pas une date"),
        (&["2026-11-23", "rqht=oui"], "« rqht » n’est pas le code d’un fait."),
        (&["2026-11-23", "faireLePoint", "rqth=peut-être"], "« peut-être » ?"),
        (&["2026-11-23", "inconnu"], "inconnu"),
    ] {
        let (done, said) = run(arguments);
        assert!(!done && said.contains(sentence) && said.lines().count() == 1, "{arguments:?}: {said}");
    }
}
