//! The little Markdown that the rule book is written in.
//!
//! A catalogue's texts are anybody's: whatever they hold shows as it is, and nothing in them is markup.

use std::fmt::Write;

use crate::words;

/// A document being written.
#[derive(Default)]
pub(super) struct Document {
    text: String,
}

/// A run of text on one line, in pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Inline(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Strong(String),
    Code(String),
    Link { text: String, url: String },
}

/// Where a line stands: a bar ends a cell of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Line,
    Cell,
}

/// Pieces side by side.
macro_rules! line {
    ($($piece:expr),+ $(,)?) => {
        $crate::rulebook::markdown::Inline::default()$(.and($piece))+
    };
}
pub(super) use line;

/// A stable code, as it stands in documents.
pub(super) fn code(code: &str) -> Inline {
    Inline(vec![Piece::Code(code.to_owned())])
}

/// Words that stand out.
pub(super) fn strong(text: impl Into<String>) -> Inline {
    Inline(vec![Piece::Strong(text.into())])
}

/// A text that leads to an address.
pub(super) fn link(text: impl Into<String>, url: &str) -> Inline {
    Inline(vec![Piece::Link { text: text.into(), url: url.to_owned() }])
}

/// Runs of text with the same words between them.
pub(super) fn joined(runs: impl IntoIterator<Item = Inline>, between: impl Into<Inline>) -> Inline {
    let between = between.into();
    let mut all = Inline::default();
    for (place, run) in runs.into_iter().enumerate() {
        if place > 0 {
            all = all.and(between.clone());
        }
        all = all.and(run);
    }
    all
}

impl Inline {
    /// The same, followed by that.
    pub(super) fn and(mut self, next: impl Into<Self>) -> Self {
        self.0.extend(next.into().0);
        self
    }

    fn markdown(&self, place: Place) -> String {
        let mut text = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(words) => text.push_str(&escaped(words)),
                Piece::Strong(words) => {
                    let _ = write!(text, "**{}**", escaped(words));
                }
                Piece::Code(code) => text.push_str(&span(code, place)),
                Piece::Link { text: words, url } => {
                    let _ = write!(text, "[{}](<{}>)", escaped(words), address(url));
                }
            }
        }
        text.trim().to_owned()
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self(vec![Piece::Text(text)])
    }
}

impl From<&String> for Inline {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl Document {
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// A heading of that depth, from 1.
    pub(super) fn heading(&mut self, depth: usize, heading: impl Into<Inline>) {
        self.block(&format!("{} {}", "#".repeat(depth), heading.into().markdown(Place::Line)));
    }

    /// A paragraph on one line.
    pub(super) fn paragraph(&mut self, text: impl Into<Inline>) {
        self.block(&text.into().markdown(Place::Line));
    }

    /// A list of lines.
    pub(super) fn list<I: Into<Inline>>(&mut self, items: impl IntoIterator<Item = I>) {
        let item = |item: I| format!("- {}", item.into().markdown(Place::Line));
        self.block(&items.into_iter().map(item).collect::<Vec<_>>().join("\n"));
    }

    /// A list of numbered lines.
    pub(super) fn numbered<I: Into<Inline>>(&mut self, items: impl IntoIterator<Item = I>) {
        let item = |(number, item): (usize, I)| format!("{number}. {}", item.into().markdown(Place::Line));
        self.block(&(1_usize..).zip(items).map(item).collect::<Vec<_>>().join("\n"));
    }

    /// A table: its header, and as many cells a row; nothing where there is no row.
    pub(super) fn table<H: Into<Inline>>(
        &mut self,
        header: impl IntoIterator<Item = H>,
        rows: impl IntoIterator<Item = Vec<Inline>>,
    ) {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let cells = |cells: Vec<Inline>| row(cells.iter().map(|cell| cell.markdown(Place::Cell)).collect());
        let rows: Vec<String> = rows.into_iter().map(cells).collect();
        if rows.is_empty() {
            return;
        }
        let header: Vec<Inline> = header.into_iter().map(Into::into).collect();
        let rule = row(vec!["---".to_owned(); header.len()]);
        let lines: Vec<String> = [cells(header), rule].into_iter().chain(rows).collect();
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

/// The text with spaces for what would end a line, and without what a terminal obeys.
fn plain(text: &str) -> String {
    words::unbroken(&words::printable(&text.replace(['\n', '\r', '\t'], " ")))
}

/// A text of which nothing is markup.
fn escaped(text: &str) -> String {
    let text = plain(text);
    let mut written = String::with_capacity(text.len());
    let mut rest = text.as_str();
    // At the start of a line, a dash opens a list, a number with its point another.
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if let Some((number, after)) = rest.split_at_checked(digits)
        && after.starts_with(if digits == 0 { &['-', '+', '='][..] } else { &['.', ')'][..] })
    {
        written.push_str(number);
        written.push('\\');
        written.extend(after.chars().next());
        rest = after.get(1..).unwrap_or_default();
    }
    for (place, letter) in rest.char_indices() {
        let after = rest.get(place..).unwrap_or_default();
        let live = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$' => true,
            // What some renderers take for an address.
            ':' => after.starts_with("://"),
            '.' => rest.get(..place).is_some_and(|before| before.ends_with("www")),
            _ => false,
        };
        if live {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

/// A code between more backticks than it has in a row.
fn span(code: &str, place: Place) -> String {
    let code = plain(code);
    let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1));
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
    let code = if place == Place::Cell { code.replace('|', "\\|") } else { code };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// An address between angle brackets.
fn address(url: &str) -> String {
    let kept = url.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control());
    kept.flat_map(|letter| matches!(letter, '<' | '>' | '\\' | '|').then_some('\\').into_iter().chain([letter]))
        .collect()
}
