//! The copies of the contract are those of its declarations, and what the generator is told by hand serves and suffices.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "small numbers; names of our own files"
)]
#![allow(missing_docs)]

#[test]
fn every_copy_is_that_of_the_declarations() -> anyhow::Result<()> {
    let stale = contract::stale()?;
    assert!(stale.is_empty(), "out of date, run `cargo run -p contract`: {stale:#?}");
    Ok(())
}

#[test]
fn a_copy_written_twice_is_the_same() -> anyhow::Result<()> {
    assert!(contract::files()? == contract::files()?);
    Ok(())
}

#[test]
fn every_copy_says_that_it_is_one() -> anyhow::Result<()> {
    // JSON has no comments.
    for file in contract::files()?.into_iter().filter(|file| !file.path.ends_with(".json")) {
        let said = file.text.lines().take(contract::MARKED_LINES).any(|line| line.contains(contract::MARKER));
        assert!(said, "{}", file.path);
    }
    Ok(())
}

#[test]
fn the_reference_page_has_a_french_text_for_everything_and_none_for_nothing() -> anyhow::Result<()> {
    let (missing, unused) = contract::french()?;
    assert!(missing.is_empty(), "tools/contract/src/french.txt has no text for {missing:#?}");
    assert!(unused.is_empty(), "tools/contract/src/french.txt has texts that serve nothing: {unused:#?}");
    Ok(())
}

#[test]
fn every_name_that_is_told_by_hand_serves() -> anyhow::Result<()> {
    let unused = contract::unused_names()?;
    assert!(unused.is_empty(), "tools/contract/src/names.rs has rows that serve nothing: {unused:#?}");
    Ok(())
}
