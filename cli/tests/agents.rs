//! `bilan agents`: tables as people save them, assessed without a guess.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

mod support;

use std::fmt::Write as _;
use std::fs;

use bilan_professionnel::funding::Fact;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use support::tables::{assessed, first_sheet, folder, sheet};
use support::{bilan, run, said, text};

fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let units = text.encode_utf16().map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
    let mark = if little { [0xff, 0xfe] } else { [0xfe, 0xff] };
    mark.into_iter().chain(units.flatten()).collect()
}

fn marked(text: &str) -> Vec<u8> {
    [b"\xef\xbb\xbf", text.as_bytes()].concat()
}

/// What each of these agents is told, whatever the form of the table: a met situation, a rate with a comma, no answer.
const TABLE: &str = "Agent;rqth;Taux d’incapacité permanente;Rente d’incapacité permanente;statut\n\
                     Zoé Le Goff;oui;;;fonctionnaire\n\
                     Loïc;non;12,5;oui;contractuelle\n\
                     Maël;;?;;\n";

fn table(delimiter: char) -> String {
    let table = TABLE.replace(';', &delimiter.to_string());
    if delimiter == ',' { table.replace("12,5", "\"12,5\"") } else { table }
}

#[test]
fn thirty_tables_as_people_save_them_give_the_same_results() {
    let semicolons = table(';');
    let straight = semicolons.replace('’', "'");
    let code = "Agent;rqth;tauxIncapacitePermanente;renteIncapacitePermanente;statut";
    let coded = semicolons.replacen(semicolons.lines().next().unwrap(), code, 1);
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let quoted: String = semicolons
        .lines()
        .map(|line| line.split(';').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";") + "\n")
        .collect();
    let with = |from: &str, to: &str| semicolons.replace(from, to);
    let tables: Vec<(&str, Vec<u8>)> = vec![
        ("points-virgules", semicolons.clone().into()),
        ("virgules", table(',').into()),
        ("tabulations", table('\t').into()),
        ("marque", marked(&semicolons)),
        ("windows", windows_1252(&semicolons)),
        ("windows-crlf", windows_1252(&crlf(&semicolons))),
        ("utf16-le", utf16(&table('\t'), true)),
        ("utf16-be", utf16(&crlf(&table('\t')), false)),
        ("utf16-le-sans-marque", utf16(&table('\t'), true).split_off(2)),
        ("utf16-be-sans-marque", utf16(&crlf(&semicolons), false).split_off(2)),
        ("crlf", crlf(&semicolons).into()),
        ("cr", semicolons.replace('\n', "\r").into()),
        ("marque-crlf", marked(&crlf(&semicolons))),
        ("sans-fin", semicolons.trim_end().into()),
        ("apostrophes", straight.into()),
        ("codes", coded.into()),
        ("guillemets", quoted.into()),
        ("majuscules", with("Taux d’incapacité permanente", "TAUX D’INCAPACITÉ PERMANENTE").into()),
        ("sans-accents", with("Taux d’incapacité permanente", "Taux d'incapacite permanente").into()),
        ("espaces", with(";oui;", " ; oui ; ").into()),
        ("insecables", with("12,5", "12,5\u{a0}").into()),
        ("pour-cent", with("12,5", "12,5 %").into()),
        ("fine", with("12,5", "12,50\u{202f}%").into()),
        ("point", with("12,5", "12.5").into()),
        ("OUI", with("oui", "OUI").into()),
        ("croix", with("oui", "X").into()),
        ("o-n", with("oui", "o").replace("non", "n").into()),
        ("vrai-faux", with("oui", "VRAI").replace("non", "FAUX").into()),
        ("inconnu", with("?", "ne sait pas").into()),
        ("colonnes-vides", semicolons.replace('\n', ";;;\n").into()),
        ("lignes-vides", format!("{semicolons};;;;\n;;;;\n\n").into()),
        ("cellules-finales", with(";?;;", ";?").into()),
        ("sep", format!("sep=;\n{semicolons}").into()),
        ("note", format!("Table du service\n{semicolons}").into()),
        ("note-codee", marked(&format!("\"Note ; avec un point-virgule\"\n{semicolons}"))),
        ("accents-separes", with("incapacité", "incapacite\u{301}").into()),
    ];
    assert!(tables.len() >= 30);
    let folder = folder("formes");
    for (name, bytes) in tables {
        let path = folder.join(format!("{name}.csv"));
        fs::write(&path, bytes).unwrap();
        let (output, rows) = assessed(&path);
        let told = said(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{name}: {told}");
        assert!(told.contains("3 agents évalués"), "{name}: {told}");
        let agents: Vec<(&str, &str)> = rows[1..].iter().map(|row| (row[0].as_str(), row[2].as_str())).collect();
        let expected = [("Zoé Le Goff", "possible"), ("Loïc", "possible"), ("Maël", "à préciser")];
        assert_eq!(agents, expected, "{name}");
        assert_eq!(rows[2][3], "Accident du travail ou maladie professionnelle", "{name}");
    }
}

#[test]
fn what_is_found_is_said_for_an_hr_office() {
    let folder = folder("resultats");
    let path = folder.join("agents.csv");
    let proof = format!("{} : valable jusqu'au", Fact::Rqth.name());
    let table = format!(
        "Matricule;rqth;{proof};statut;preparationReclassement\n\
         A1;oui;31/01/2027;?;\n\
         A2;oui;1er novembre 2026;;\n\
         A3;;;fonctionnaire;oui\n"
    );
    fs::write(&path, table).unwrap();
    let (_, rows) = assessed(&path);
    assert_eq!(
        rows[0],
        [
            "Matricule",
            "Ligne",
            "Résultat",
            "Situations remplies",
            "Réponses manquantes",
            "Prochaine question",
            "Justificatifs à renouveler",
            "Explication"
        ]
    );
    let row = |number: usize| rows[number].iter().map(|cell| cell.replace('\u{a0}', " ")).collect::<Vec<_>>();
    assert_eq!((row(1)[1].as_str(), row(1)[2].as_str()), ("2", "possible"));
    assert!(row(1)[6].contains("valable jusqu’au 31 janvier 2027"), "{:?}", row(1));
    // An expired proof leaves its fact unknown.
    assert_eq!(row(2)[2], "à préciser");
    assert!(row(2)[6].contains("expiré depuis le 1er novembre 2026"));
    assert_eq!(row(3)[3], "Période de préparation au reclassement (PPR) ou reclassement");
    for row in &rows[1..] {
        let shown = row.join(" ");
        assert!(!shown.contains("vous ") && !shown.contains("Votre"), "{shown}");
    }
    let page = fs::read(path.with_extension("resultats.csv")).unwrap();
    assert!(page.windows(2).any(|pair| pair == b"\r\n"));
}

#[test]
fn an_unreadable_cell_is_told_by_row_and_column_and_its_agent_is_not_assessed() {
    let folder = folder("illisibles");
    let path = folder.join("agents.csv");
    fs::write(
        &path,
        "Agent;rqth;tauxIncapacitePermanente;statut;validUntil.rqth\n\
         \"Deux\nlignes\";oui;;;\n\
         A;peut-être;;;\n\
         \n\
         B;oui;120;;\n\
         C;oui;;titulaire;31/01/27\n\
         D;oui;;;;de trop\n\
         E;oui;;;30/02/2027\n",
    )
    .unwrap();
    let (output, rows) = assessed(&path);
    let told = said(&output.stderr);
    for sentence in [
        "ligne 3, colonne « rqth » : « peut-être » ; écrivez oui, non ou ?.",
        "ligne 5, colonne « tauxIncapacitePermanente » : « 120 » ; écrivez un taux de 0 à 100, avec deux décimales au plus, par exemple 12,5.",
        "ligne 6, colonne « statut » : « titulaire » ; écrivez fonctionnaire, contractuel ou ?.",
        "ligne 6, colonne « validUntil.rqth » : « 31/01/27 » ; écrivez une date, par exemple 31/01/2027.",
        "ligne 7, colonne F : « de trop » ; cette colonne n’a pas de titre.",
        "ligne 8, colonne « validUntil.rqth » : « 30/02/2027 » ; il faut un jour qui existe",
        "1 agent évalué, 5 à corriger, résultats dans",
    ] {
        assert!(told.contains(sentence), "{sentence}\n{told}");
    }
    let found: Vec<&str> = rows[1..].iter().map(|row| row[2].as_str()).collect();
    assert_eq!(found, ["possible", "à corriger", "à corriger", "à corriger", "à corriger", "à corriger"]);
    assert_eq!(output.status.code(), Some(0));
    let strict = run(&["agents", "--strict", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    assert_eq!(strict.status.code(), Some(1));
}

#[test]
fn a_table_that_cannot_be_understood_is_refused_before_any_agent() {
    let folder = folder("refus");
    for (name, table, sentence) in [
        ("inconnue", "Agent;rqht\nA;oui\n", "aucune ligne ne porte les titres"),
        ("faute", "Agent;rqth;renteIncapacite\nA;oui;oui\n", "ligne 1 : colonne « renteIncapacite » inconnue"),
        ("double", "Agent;rqth;RQTH\nA;oui;non\n", "la colonne « RQTH » figure deux fois"),
        (
            "nom-double",
            "rqth;Reconnaissance de la qualité de travailleur handicapé (RQTH)\noui;non\n",
            "figure deux fois",
        ),
        ("statut-date", "rqth;validUntil.statut\noui;31/01/2027\n", "colonne « validUntil.statut » inconnue"),
        ("vide", "", "aucune ligne ne porte les titres"),
        ("binaire", "rqth\0;x\n", "n’est pas un tableau en texte"),
    ] {
        let path = folder.join(format!("{name}.csv"));
        fs::write(&path, table).unwrap();
        let (output, rows) = assessed(&path);
        let told = said(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(told.contains(sentence), "{name}: {told}");
        assert!(rows.is_empty(), "{name}");
    }
    let path = folder.join("jour.csv");
    fs::write(&path, "Agent;rqth\nA;oui\n").unwrap();
    let output = run(&["agents", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output.stderr).contains("indiquez le jour de l’évaluation"));
    // A column gives the day, or the option where the column is silent.
    fs::write(&path, "Agent;rqth;Jour de l'évaluation\nA;oui;23/11/2026\nB;oui;\n").unwrap();
    let output = run(&["agents", path.to_str().unwrap()], b"");
    assert!(said(&output.stderr).contains("ligne 3 : le jour de l’évaluation manque."));
    assert_eq!(run(&["agents", "--on", "hier", path.to_str().unwrap()], b"").status.code(), Some(2));
    assert!(
        said(&run(&["agents", "--on", "2026-11-23", "absent.csv"], b"").stderr).contains("absent.csv : introuvable")
    );
}

#[test]
fn a_quotation_mark_out_of_place_loses_nobody_in_silence() {
    let folder = folder("guillemet");
    let path = folder.join("agents.csv");
    let mut table = "Agent;rqth\nA;oui\n\"B;oui\n".to_owned();
    for _ in 0..200 {
        table.push_str("C;oui\n");
    }
    fs::write(&path, table).unwrap();
    let (output, _) = assessed(&path);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output.stderr).contains("le guillemet ouvert à la ligne 3 n’est pas fermé"),
        "{}",
        said(&output.stderr)
    );
    // Two of them would close each other: the agents between are not one cell.
    fs::write(&path, "Agent;rqth\nA;oui\n\"B;oui\nC;oui\n\"D;oui\nE;oui\n").unwrap();
    let (output, rows) = assessed(&path);
    assert_eq!((output.status.code(), rows.len()), (Some(1), 0));
    assert!(said(&output.stderr).contains("à la ligne 5, un texte suit le guillemet"), "{}", said(&output.stderr));
    // A mark inside a cell that none surrounds is a letter.
    fs::write(&path, "Agent;rqth\nLe \"petit\" A;oui\n5\" B;oui\n").unwrap();
    let (_, rows) = assessed(&path);
    assert_eq!((rows[1][0].as_str(), rows[2][0].as_str()), ("Le \"petit\" A", "5\" B"));
}

#[test]
fn results_that_cannot_take_their_place_leave_no_draft() {
    let folder = folder("place-prise");
    let path = folder.join("agents.csv");
    fs::write(&path, "Agent;rqth\nA;oui\n").unwrap();
    fs::create_dir(path.with_extension("resultats.csv")).unwrap();
    let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "the table and what stands in the way");
}

#[test]
fn nothing_goes_out_that_a_spreadsheet_would_run() {
    let folder = folder("formules");
    let path = folder.join("agents.csv");
    let hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", " =1+1", "=HYPERLINK(\"\"x\"\")"];
    let mut table = "Agent;rqth\n".to_owned();
    for agent in hostile {
        let _ = writeln!(table, "\"{agent}\";=1+1");
    }
    fs::write(&path, &table).unwrap();
    let (_, rows) = assessed(&path);
    assert_eq!(rows.len(), hostile.len() + 1);
    for cell in rows.iter().flatten() {
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}

#[test]
fn a_workbook_is_read_and_answered_by_a_workbook() {
    let path = folder("classeur").join("agents.xlsx");
    sheet(&path, |sheet| {
        let titles =
            ["Agent", "rqth", "validUntil.rqth", "tauxIncapacitePermanente", "renteIncapacitePermanente", "statut"];
        for (column, title) in (0_u16..).zip(titles) {
            sheet.write_string(2, column, title).unwrap();
        }
        sheet.write_string(0, 0, "Une note").unwrap();
        sheet.write_string(3, 0, "=A").unwrap();
        sheet.write_boolean(3, 1, true).unwrap();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_ymd(2027, 1, 31).unwrap(), &day).unwrap();
        // Row 5 is blank.
        sheet.write_string(5, 0, "B").unwrap();
        sheet.write_number(5, 3, 12.5).unwrap();
        sheet.write_string(5, 4, "oui").unwrap();
        sheet.write_string(6, 0, "C").unwrap();
        sheet.write_number(6, 3, 0.125).unwrap();
        sheet.write_number(7, 2, 46418.0).unwrap();
    });
    let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    let told = said(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("ligne 7, colonne « tauxIncapacitePermanente » : « 0,125 » ; ce nombre peut être"), "{told}");
    assert!(told.contains("ligne 8, colonne « validUntil.rqth » : « 46418 »"), "{told}");
    let rows = first_sheet(&path.with_extension("resultats.xlsx"));
    let found: Vec<[&str; 3]> = rows[1..].iter().map(|row| [&*row[0], &*row[1], &*row[2]]).collect();
    assert_eq!(
        found,
        [["=A", "4", "possible"], ["B", "6", "possible"], ["C", "7", "à corriger"], ["", "8", "à corriger"]]
    );
    assert!(rows[1][6].contains("31\u{a0}janvier\u{a0}2027"), "{:?}", rows[1]);
    fs::write(&path, "ce n’est pas un classeur").unwrap();
    let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    assert!(said(&output.stderr).contains("ce classeur ne se lit pas"));
}

#[test]
fn the_model_has_a_column_for_every_fact_and_says_what_belongs_in_it() {
    let folder = folder("modele");
    let model = text(&run(&["agents", "--modele"], b"").stdout);
    assert!(model.starts_with('\u{feff}') && model.contains("ce que chaque agent a choisi de déclarer"));
    for fact in Fact::ALL {
        assert!(model.contains(fact.name()), "{fact:?}");
    }
    // Filled with nothing but an agent's name, it is a table already.
    let path = folder.join("modele.csv");
    fs::write(&path, format!("{model}Ana\r\n")).unwrap();
    let (output, rows) = assessed(&path);
    assert_eq!((output.status.code(), rows.len()), (Some(0), 2), "{}", said(&output.stderr));
    let path = folder.join("modele.xlsx");
    assert_eq!(run(&["agents", "--modele", path.to_str().unwrap()], b"").status.code(), Some(0));
    let rows = first_sheet(&path);
    assert!(rows[0][0].contains("ce que chaque agent a choisi de déclarer"));
    assert!(rows[1].contains(&Fact::Rqth.name().to_owned()));
    let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    // A file that is there is not written over.
    let again = run(&["agents", "--modele", path.to_str().unwrap()], b"");
    assert!(said(&again.stderr).contains("existe déjà"));
}

#[test]
fn a_centre_that_does_not_bring_in_the_fund_assesses_nobody() {
    let catalogue =
        support::catalogue("agents-sans-fonds.json", |catalogue| catalogue["funding"] = serde_json::Value::Null);
    let arguments = ["agents", "--on", "2026-11-23", "x.csv", "--catalogue", catalogue.to_str().unwrap()];
    assert!(said(&run(&arguments, b"").stderr).contains("ne fait pas intervenir le FIPHFP"));
}

#[test]
#[cfg(target_os = "linux")]
fn many_rows_take_the_memory_of_a_few() {
    use std::process::Stdio;

    let folder = folder("beaucoup");
    let peak = |rows: usize, spreadsheet: bool| {
        let path = folder.join(format!("{rows}.{}", if spreadsheet { "xlsx" } else { "csv" }));
        if spreadsheet {
            let mut workbook = Workbook::new();
            let sheet = workbook.add_worksheet_with_constant_memory();
            sheet.write_string(0, 0, "Agent").unwrap().write_string(0, 1, "rqth").unwrap();
            for row in 0..u32::try_from(rows).unwrap() {
                sheet.write_number(row + 1, 0, row).unwrap().write_string(row + 1, 1, "non").unwrap();
            }
            workbook.save(&path).unwrap();
        } else {
            let mut table = "Agent;rqth;statut\n".to_owned();
            for row in 0..rows {
                let _ = writeln!(table, "Agent {row};non;fonctionnaire");
            }
            fs::write(&path, table).unwrap();
        }
        let mut command = bilan(&["agents", "--on", "2026-11-23", path.to_str().unwrap()]);
        let mut child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let process = child.id();
        let mut peak = 0;
        while child.try_wait().unwrap().is_none() {
            let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
            let found = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            peak = found.and_then(|found| found.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(peak);
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        assert_eq!(child.wait().unwrap().code(), Some(0));
        peak
    };
    for spreadsheet in [false, true] {
        let [few, many]: [u64; 2] = [1_000, 20_000].map(|rows| peak(rows, spreadsheet));
        assert!(many < few + 8 * 1024, "{few} KiB, then {many} KiB, spreadsheet: {spreadsheet}");
    }
}
