//! The little Markdown that the rule book is written in.

use std::fmt::Display;

use crate::words;

/// A document being written.
#[derive(Default)]
pub(super) struct Document {
    text: String,
}

impl Document {
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// A heading of that depth, from 1.
    pub(super) fn heading(&mut self, depth: usize, heading: impl Display) {
        self.block(&format!("{} {}", "#".repeat(depth), line(&heading.to_string())));
    }

    /// A paragraph on one line.
    pub(super) fn paragraph(&mut self, text: impl Display) {
        self.block(&line(&text.to_string()));
    }

    /// A list of lines.
    pub(super) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items.into_iter().map(|item| format!("- {}", line(&item))).collect();
        self.block(&items.join("\n"));
    }

    /// A list of numbered lines.
    pub(super) fn numbered(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> =
            (1_usize..).zip(items).map(|(number, item)| format!("{number}. {}", line(&item))).collect();
        self.block(&items.join("\n"));
    }

    /// A table: its header, and as many cells a row.
    pub(super) fn table(&mut self, header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let cells = |cells: Vec<String>| cells.into_iter().map(|cell| line(&cell).replace('|', "\\|")).collect();
        let mut lines =
            vec![row(header.iter().map(|name| line(name)).collect()), row(vec!["---".to_owned(); header.len()])];
        lines.extend(rows.into_iter().map(|content| row(cells(content))));
        self.block(&lines.join("\n"));
    }

    fn block(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }
}

/// A stable code, as it stands in documents.
pub(super) fn code(code: &str) -> String {
    format!("`{code}`")
}

/// Catalogues may hold line breaks and control characters, which would break a line or a table.
fn line(text: &str) -> String {
    words::printable(&text.replace(['\n', '\r', '\t'], " "))
}
