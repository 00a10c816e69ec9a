//! What cannot be judged because something that it rests on is itself at fault.

use crate::error::{Error, Problem};

/// The places that were mended so that a document could be read at all.
pub(super) struct Doubt<'a>(Vec<&'a str>);

/// Lists whose codes the members of that name refer to.
const REFERENCES: [(&str, &str); 6] = [
    ("variants", "variants"),
    ("clients", "clients"),
    ("covers", "covers"),
    ("modes", "modes"),
    ("needs", "needs"),
    ("objective", "needs"),
];

impl<'a> Doubt<'a> {
    /// Doubts everything that rests on these places.
    pub(super) fn about(paths: impl Iterator<Item = &'a str>) -> Self {
        Self(paths.collect())
    }

    /// Tells whether a finding may come from what was mended alone.
    pub(super) fn covers(&self, finding: &Error) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let path = finding.path();
        if let Problem::UnknownCode { .. } = finding.problem() {
            let member = path.rsplit('.').next().unwrap_or_default();
            let member = member.split('[').next().unwrap_or_default();
            let list = REFERENCES.iter().find(|(name, _)| *name == member).map_or(member, |(_, list)| list);
            // A reference is wrong by itself, unless the list is at fault or the reference was mended.
            return self.touches(list) || self.touches(path) || (member == "objective" && self.touches(parent(path)));
        }
        if let Problem::DuplicateCode { .. } = finding.problem() {
            return self.touches(path);
        }
        let element = path.split('.').next().unwrap_or_default();
        let rests_on_modes = element.starts_with("variants") && self.touches("modes");
        let rests_on_other = match finding.problem() {
            Problem::OverlappingTariffs { other, .. } => self.touches(&format!("tariffs[{}]", other.saturating_sub(1))),
            _ => false,
        };
        self.touches(element) || self.touches("granularity") || rests_on_modes || rests_on_other
    }

    /// Tells whether something at that place or under it was mended.
    fn touches(&self, place: &str) -> bool {
        self.0.iter().any(|mended| {
            mended.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(parent, _)| parent)
}
