//! The JSON of the reports on situations, written once and for all: they are few, and long.

use std::sync::OnceLock;

use serde_json::value::{RawValue, to_raw_value};

use crate::funding::{SituationReport, every_report};

/// The JSON of a report.
pub(super) fn text(report: &SituationReport) -> &'static RawValue {
    static TEXTS: OnceLock<Vec<Box<RawValue>>> = OnceLock::new();
    let written = |report| to_raw_value(report).unwrap_or_default();
    let texts = TEXTS.get_or_init(|| every_report().iter().map(written).collect());
    texts.get(report.place).map_or(RawValue::NULL, |text| text)
}
