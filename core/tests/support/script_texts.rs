//! The French that stands in TypeScript: strings and templates, without code, comments and markup.

#![allow(dead_code, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

/// What stands for a value that is only known when the page is shown.
const VALUE: &str = "mot";

/// Tags that stand inside a sentence.
const INSIDE: [&str; 11] = ["a", "abbr", "b", "bdi", "em", "i", "small", "span", "strong", "sup", "time"];

/// Attributes that people read or hear.
const READ: [&str; 5] = ["aria-label", "title", "placeholder", "alt", "label"];

/// The texts of a script that are French, each with its line.
pub(crate) fn texts(script: &str) -> Vec<(usize, String)> {
    let mut reader = Reader { rest: script, line: 1, found: Vec::new() };
    reader.code(None);
    reader.found.retain(|(_, text)| is_french(text));
    reader.found
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    found: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn take(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        self.line += usize::from(next == '\n');
        Some(next)
    }

    fn skip(&mut self, length: usize) {
        let skipped = &self.rest[..length.min(self.rest.len())];
        self.line += skipped.matches('\n').count();
        self.rest = &self.rest[skipped.len()..];
    }

    /// Code, until its end or the brace that closes a value inside a template.
    fn code(&mut self, end: Option<char>) {
        let mut depth = 0_usize;
        while let Some(next) = self.rest.chars().next() {
            if self.rest.starts_with("//") {
                self.skip(self.rest.find('\n').unwrap_or(self.rest.len()));
                continue;
            }
            if self.rest.starts_with("/*") {
                self.skip(self.rest.find("*/").map_or(self.rest.len(), |place| place + 2));
                continue;
            }
            self.take();
            match next {
                '\'' | '"' => self.string(next),
                '`' => self.template(),
                '{' => depth += 1,
                '}' if depth == 0 && end == Some('}') => return,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    fn string(&mut self, quote: char) {
        let line = self.line;
        let mut text = String::new();
        while let Some(next) = self.take() {
            match next {
                '\\' => self.escape(&mut text),
                '\n' => break,
                _ if next == quote => break,
                _ => text.push(next),
            }
        }
        self.found.push((line, text));
    }

    fn escape(&mut self, text: &mut String) {
        match self.take() {
            Some('u') => {
                let digits: String = self.rest.chars().take(4).collect();
                self.skip(digits.len());
                text.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            Some('n' | 't' | 'r') => text.push(' '),
            Some(other) => text.push(other),
            None => {}
        }
    }

    fn template(&mut self) {
        let line = self.line;
        let mut text = String::new();
        while let Some(next) = self.take() {
            match next {
                '`' => break,
                '\\' => self.escape(&mut text),
                '$' if self.rest.starts_with('{') => {
                    self.skip(1);
                    self.code(Some('}'));
                    text.push_str(VALUE);
                }
                _ => text.push(next),
            }
        }
        let pieces = if text.contains('<') { without_markup(&text) } else { vec![text] };
        self.found.extend(pieces.into_iter().map(|piece| (line, piece)));
    }
}

/// What is read between tags, and in the attributes that are read.
fn without_markup(markup: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        pieces.last_mut().into_iter().for_each(|piece| piece.push_str(before));
        let end = tag.find('>').map_or(tag.len(), |place| place + 1);
        let (tag, after) = tag.split_at(end);
        let name: String =
            tag.trim_start_matches(['<', '/']).chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
        for attribute in READ {
            if let Some((_, value)) = tag.split_once(&format!(" {attribute}=\"")) {
                let value = value.split('"').next().unwrap_or_default().to_owned();
                let place = pieces.len() - 1;
                pieces.insert(place, value);
            }
        }
        if !INSIDE.contains(&name.as_str()) {
            pieces.push(String::new());
        }
        rest = after;
    }
    pieces.last_mut().into_iter().for_each(|piece| piece.push_str(rest));
    pieces.into_iter().map(|piece| in_one_line(&piece)).filter(|piece| !piece.is_empty()).collect()
}

/// As a browser shows it: entities as characters, blanks as one space.
fn in_one_line(text: &str) -> String {
    let text = [("&nbsp;", "\u{a0}"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&#8239;", "\u{202f}")]
        .into_iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character));
    text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Names of classes, codes and addresses are no French; a text of one word is, if it has a capital or an accent.
fn is_french(text: &str) -> bool {
    let is_code = text.contains(['=', '{', '/', '_', '<', '#']) || text.starts_with("bilan");
    let is_accented = text.contains(|letter| "éèêàâçùûîïôœÉÈÀÇ’«»\u{a0}".contains(letter));
    let words = text.split([' ', '\u{a0}']).filter(|word| word.chars().any(char::is_alphabetic)).count();
    let has_capital = text.starts_with(char::is_uppercase);
    !is_code && text != VALUE && (is_accented || has_capital && words >= 2)
}
