//! The columns of a table, known by their titles.

use bilan_professionnel::funding::Fact;

use super::cells::folded;
use super::{Cell, Row};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Who the agent is: kept as it is.
    Kept,
    /// The day of the assessment.
    On,
    /// The end of the bilan.
    Until,
    /// The answer to a question.
    Fact(Fact),
    /// The last valid day of the proof of a fact.
    Proof(Fact),
}

/// The title of the column of the day of the assessment.
pub(super) const ON: &str = "Jour de l’évaluation";
/// The title of the column of the end of the bilan.
pub(super) const UNTIL: &str = "Fin du bilan";
/// What is added to the title of a fact for the last valid day of its proof.
pub(super) const PROOF: &str = " : valable jusqu’au";
/// Titles of columns that are kept as they are.
const KEPT: [&str; 10] = [
    "agent",
    "matricule",
    "nom",
    "prenom",
    "service",
    "collectivite",
    "reference",
    "identifiant",
    "observations",
    "remarques",
];

/// The columns of a table.
pub(super) struct Columns(Vec<Option<Column>>, Vec<String>);

impl Columns {
    /// Reads a row of titles; none where no title is known.
    ///
    /// # Errors
    /// A sentence, for a title that is unknown or stands twice: a misspelt one must not lose an answer.
    pub(super) fn read(cells: &[Cell]) -> Result<Option<Self>, String> {
        let titles: Vec<String> = cells.iter().map(Cell::shown).collect();
        let columns: Vec<Option<Column>> = titles.iter().map(|title| column(title)).collect();
        // A note above the table is not a row of titles.
        if columns.iter().flatten().all(|column| *column == Column::Kept) {
            return Ok(None);
        }
        for (place, (title, column)) in titles.iter().zip(&columns).enumerate() {
            if title.is_empty() {
                continue;
            }
            let Some(column) = column else {
                // A cell of a wrong row can be of any length.
                let title: String = title.chars().take(80).collect();
                return Err(format!(
                    "colonne « {title} » inconnue ; retirez-la, ou reprenez les titres de « bilan agents --modele »."
                ));
            };
            let twice = columns.iter().take(place).flatten().any(|other| other == column && *other != Column::Kept);
            if twice {
                return Err(format!("la colonne « {title} » figure deux fois ; gardez-en une."));
            }
        }
        Ok(Some(Self(columns, titles)))
    }

    /// Whether the table has a day for each agent.
    pub(super) fn have_days(&self) -> bool {
        self.0.contains(&Some(Column::On))
    }

    /// The columns with their titles, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Option<Column>, &str)> {
        self.0.iter().copied().zip(self.1.iter().map(String::as_str))
    }

    /// How many columns there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The cells that are kept as they are.
    pub(super) fn kept(&self, row: &Row) -> Vec<String> {
        let kept = self.0.iter().enumerate().filter(|(_, column)| **column == Some(Column::Kept));
        kept.map(|(place, _)| row.cells.get(place).map(Cell::shown).unwrap_or_default()).collect()
    }
}

/// The column of that title: a code, a name, or what the model has.
fn column(title: &str) -> Option<Column> {
    let title = folded(title);
    let bare = |text: &str| text.replace([':', ' '], "");
    let is = |known: &str| bare(&folded(known)) == bare(&title);
    if KEPT.iter().any(|known| is(known)) {
        return Some(Column::Kept);
    }
    if is(ON) || is("on") || is("date de l'évaluation") {
        return Some(Column::On);
    }
    if is(UNTIL) || is("until") {
        return Some(Column::Until);
    }
    Fact::ALL.into_iter().find_map(|fact| {
        let names = [fact.code(), fact.name()];
        if names.iter().any(|name| is(name)) {
            return Some(Column::Fact(fact));
        }
        let dated = fact.can_expire()
            && (is(&format!("validUntil.{}", fact.code()))
                || names.iter().any(|name| is(&format!("{name}{PROOF}")) || is(&format!("{name} jusqu’au"))));
        dated.then_some(Column::Proof(fact))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_known_by_its_code_or_its_name_whatever_the_apostrophe_the_accents_and_the_case() {
        for fact in Fact::ALL {
            for name in [fact.code().to_owned(), fact.name().to_owned(), fact.name().to_uppercase()] {
                assert_eq!(column(&name), Some(Column::Fact(fact)), "{name}");
                assert_eq!(column(&name.replace('’', "'")), Some(Column::Fact(fact)), "{name}");
                let dated = column(&format!("{name}\u{a0}: valable jusqu'au"));
                assert_eq!(dated, fact.can_expire().then_some(Column::Proof(fact)), "{name}");
            }
        }
        assert_eq!(column("Jour de l'evaluation"), Some(Column::On));
        assert_eq!(column("N° de téléphone"), None);
    }
}
