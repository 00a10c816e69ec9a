//! A page of text in columns: cells wrapped to their width, aligned, painted.

use std::fmt::Write;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::style::{HEADING, MARK_WARNING, PLAIN, QUIET, STRONG, WARNING};
use crate::words;

/// The left margin of everything but headings.
const MARGIN: usize = 2;
/// Between two columns.
const GUTTER: usize = 2;
/// The column of names in front of values.
pub(super) const NAMES: usize = 14;

/// The least room for what stands beside a title.
const LEAST_ASIDE: usize = 20;

/// A page being written.
pub(super) struct Page {
    width: usize,
    text: String,
}

/// One cell of a row.
pub(super) struct Cell {
    content: Content,
    /// In columns; without it, what the others leave.
    width: Option<usize>,
    right: bool,
}

enum Content {
    /// A text, on as many lines as it takes.
    Wrapped(Style, String),
    /// Pieces on one line.
    Pieces(Vec<(Style, String)>),
}

impl Cell {
    /// A text that takes the width the others leave.
    pub(super) fn text(style: Style, text: impl AsRef<str>) -> Self {
        let text = words::unbroken(&words::printable(text.as_ref()));
        Self { content: Content::Wrapped(style, text), width: None, right: false }
    }

    /// Painted pieces, side by side on one line.
    pub(super) const fn pieces(pieces: Vec<(Style, String)>) -> Self {
        Self { content: Content::Pieces(pieces), width: None, right: false }
    }

    /// An empty column.
    pub(super) fn blank(width: usize) -> Self {
        Self::text(PLAIN, "").wide(width)
    }

    /// In so many columns.
    pub(super) const fn wide(mut self, width: usize) -> Self {
        self.width = Some(width);
        self
    }

    /// Against the right edge of its column.
    pub(super) const fn right(mut self) -> Self {
        self.right = true;
        self
    }

    fn lines(&self, width: usize) -> Vec<Vec<(Style, String)>> {
        match &self.content {
            Content::Pieces(pieces) => vec![pieces.clone()],
            Content::Wrapped(style, text) => {
                let options = textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
                textwrap::wrap(text, options).into_iter().map(|line| vec![(*style, line.into_owned())]).collect()
            }
        }
    }
}

impl Page {
    pub(super) const fn new(width: usize) -> Self {
        Self { width, text: String::new() }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// The title, and what stands against the right edge: beside it where there is room for both, else under it.
    pub(super) fn title(&mut self, title: &str, aside: &str) {
        let room = self.width.saturating_sub(title.width()).saturating_sub(GUTTER);
        let (title, aside) = (Cell::text(STRONG, title).wide(title.width()), Cell::text(QUIET, aside));
        if room < LEAST_ASIDE {
            self.columns(0, &[title.wide(self.width)]);
            self.columns(0, &[aside.wide(self.width).right()]);
        } else {
            self.columns(0, &[title, aside.wide(room).right()]);
        }
        self.paint(QUIET, &"━".repeat(self.width));
        self.gap();
    }

    /// The heading of a section, after an empty line.
    pub(super) fn heading(&mut self, heading: &str) {
        let rule = self.width.saturating_sub(heading.width()).saturating_sub(1);
        self.gap();
        self.paint(HEADING, heading);
        self.text.push(' ');
        self.paint(QUIET, &"─".repeat(rule));
        self.gap();
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, style: Style, text: impl AsRef<str>) {
        self.row(&[Cell::text(style, text)]);
    }

    /// A name and its value.
    pub(super) fn field(&mut self, name: &str, style: Style, value: impl AsRef<str>) {
        self.row(&[Cell::text(QUIET, name).wide(NAMES), Cell::text(style, value)]);
    }

    /// A mark and a text.
    pub(super) fn marked(&mut self, mark_style: Style, mark: &str, style: Style, text: impl AsRef<str>) {
        self.row(&[Cell::text(mark_style, mark).wide(1), Cell::text(style, text)]);
    }

    /// Something to pay attention to.
    pub(super) fn warning(&mut self, text: impl AsRef<str>) {
        self.marked(WARNING, MARK_WARNING, WARNING, text);
    }

    /// Cells side by side, inside the margin.
    pub(super) fn row(&mut self, cells: &[Cell]) {
        self.columns(MARGIN, cells);
    }

    fn columns(&mut self, margin: usize, cells: &[Cell]) {
        let gutters = cells.len().saturating_sub(1).saturating_mul(GUTTER);
        let taken: usize = cells.iter().filter_map(|cell| cell.width).sum();
        let left = self.width.saturating_sub(margin).saturating_sub(gutters).saturating_sub(taken).max(1);
        let columns: Vec<_> = cells
            .iter()
            .map(|cell| {
                let width = cell.width.unwrap_or(left);
                (width, cell.right, cell.lines(width))
            })
            .collect();
        let height = columns.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0);
        for line in 0..height {
            // Spaces are owed until something stands behind them: lines have no trailing space.
            let mut owed = margin;
            for (place, (width, right, lines)) in columns.iter().enumerate() {
                owed = if place > 0 { owed.saturating_add(GUTTER) } else { owed };
                let pieces = lines.get(line).map(Vec::as_slice).unwrap_or_default();
                let written: usize = pieces.iter().map(|(_, text)| text.width()).sum();
                let rest = width.saturating_sub(written);
                let (before, after) = if *right { (rest, 0) } else { (0, rest) };
                owed = owed.saturating_add(before);
                for (style, text) in pieces.iter().filter(|(_, text)| !text.is_empty()) {
                    self.text.extend(std::iter::repeat_n(' ', owed));
                    owed = 0;
                    self.paint(*style, text);
                }
                owed = owed.saturating_add(after);
            }
            self.gap();
        }
    }

    fn paint(&mut self, style: Style, text: &str) {
        let _ = write!(self.text, "{style}{text}{style:#}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_wrap_in_their_columns_and_leave_no_trailing_space() {
        let mut page = Page::new(24);
        page.row(&[
            Cell::text(PLAIN, "un deux trois quatre"),
            Cell::text(PLAIN, "12 h").wide(6).right(),
            Cell::blank(2),
        ]);
        assert_eq!(page.into_text(), "  un deux       12\u{a0}h\n  trois\n  quatre\n");
    }

    #[test]
    fn a_long_title_leaves_the_next_line_to_what_stands_beside_it() {
        for (title, expected) in [
            ("Bilan", "Bilan                        Centre"),
            ("Bilan professionnel long", "Bilan professionnel long\n                             Centre"),
            (
                "Accompagnement personnalisé du projet professionnel",
                "Accompagnement personnalisé du\nprojet professionnel\n                             Centre",
            ),
        ] {
            let mut page = Page::new(35);
            page.title(title, "Centre");
            let text = anstream::adapter::strip_str(&page.into_text()).to_string();
            assert_eq!(text, format!("{expected}\n{}\n", "━".repeat(35)), "{title}");
        }
    }

    #[test]
    fn no_line_breaks_before_a_semicolon_and_no_control_character_comes_through() {
        let mut page = Page::new(14);
        page.paragraph(PLAIN, "intérêts ; goûts\u{1b}[2J");
        assert_eq!(page.into_text(), "  intérêts\u{a0};\n  goûts\u{fffd}[2J\n");
    }
}
