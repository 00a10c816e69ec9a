//! A catalogue that is compiled is the one that was read.

#![cfg(feature = "compiled")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use bilan_professionnel::Catalogue;

/// Every catalogue of the repository; together they have every member.
const DOCUMENTS: [&[u8]; 8] = [
    include_bytes!("../src/catalogue/cdg29.json"),
    include_bytes!("../../tests/catalogues/autre-centre.json"),
    include_bytes!("../../examples/catalogues/a-trois-niveaux.json"),
    include_bytes!("../../examples/catalogues/b-gratuit-confidentiel.json"),
    include_bytes!("../../examples/catalogues/c-par-strate.json"),
    include_bytes!("../../examples/catalogues/d-demi-journees.json"),
    include_bytes!("../../examples/catalogues/e-outre-mer.json"),
    include_bytes!("../../examples/catalogues/f-court-et-long.json"),
];

#[test]
fn a_compiled_catalogue_is_the_one_that_was_read_its_digest_included() {
    for document in DOCUMENTS {
        let read = Catalogue::parse(document).unwrap();
        assert_eq!(Catalogue::from_compiled(&read.to_compiled().unwrap()), read, "{}", read.offer().id);
    }
}

#[test]
fn it_is_smaller_than_its_document_and_names_no_member() {
    let compiled = Catalogue::embedded().to_compiled().unwrap();
    assert!(compiled.len() < DOCUMENTS[0].len() * 3 / 4, "{}", compiled.len());
    assert!(!compiled.windows(11).any(|bytes| bytes == b"statedHours"));
}

#[test]
fn bytes_of_another_form_end_the_program_and_never_give_a_catalogue() {
    let compiled = Catalogue::embedded().to_compiled().unwrap();
    let mut longer = compiled.clone();
    longer.push(0);
    let cut = (0..compiled.len()).step_by(997).map(|length| compiled[..length].to_vec());
    for bytes in cut.chain([longer, b"{}".to_vec()]) {
        std::panic::catch_unwind(|| Catalogue::from_compiled(&bytes)).unwrap_err();
    }
}
