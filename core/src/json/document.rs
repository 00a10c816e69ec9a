//! A JSON text and its outline: where each value stands, and how far it reaches.
//!
//! The outline is one list of small entries beside the text, in the order of the text. Nothing is copied: a string is
//! decoded, and a number valued, when it is asked for. Every member is kept as written, duplicates included.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use super::string;
use crate::error::{Error, Problem};

/// One value in a text, or the key of a member: where it begins and ends, and how many entries it takes with all
/// that it holds. An object's members are pairs of a key and a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The entries of this value and of all that it holds; the highest bit says of a string that it has escapes.
    pub(super) size: u32,
}

impl Entry {
    pub(super) const ESCAPED: u32 = 1 << 31;

    const fn size(self) -> usize {
        (self.size & !Self::ESCAPED) as usize
    }
}

/// A JSON text with its outline.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) entries: Vec<Entry>,
}

/// A place in a text, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column, in characters, from 1.
    pub(crate) column: usize,
}

/// The line and column of a byte of a text; past the end, those of the end.
pub(crate) fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let lines = before.bytes().filter(|byte| *byte == b'\n').count();
    let column = before.get(line_start..).unwrap_or_default().chars().count();
    Position { line: lines.saturating_add(1), column: column.saturating_add(1) }
}

impl Document<'_> {
    /// The whole value.
    pub(crate) fn root(&self) -> Node<'_> {
        Node { text: &self.text, entries: &self.entries }
    }

    /// How many levels of lists and objects it has.
    #[cfg(feature = "wire")]
    pub(crate) fn depth(&self) -> usize {
        // Where the containers end that are open.
        let mut open: Vec<usize> = Vec::new();
        let mut deepest = 0;
        for (place, entry) in self.entries.iter().enumerate() {
            while open.last().is_some_and(|end| *end <= place) {
                open.pop();
            }
            if let Some(b'[' | b'{') = self.text.as_bytes().get(entry.start as usize) {
                open.push(place.saturating_add(entry.size()));
                deepest = deepest.max(open.len());
            }
        }
        deepest
    }

    /// The text itself.
    #[cfg(feature = "wire")]
    pub(crate) fn into_text(self) -> String {
        self.text.into_owned()
    }

    /// Where a fault of this document stands: the value at its path; a key that is unknown or stands again; for a
    /// member that is missing, the end of the object that should have it.
    pub(crate) fn place(&self, error: &Error) -> Position {
        position(&self.text, self.offset(error))
    }

    /// The same, in bytes.
    pub(crate) fn offset(&self, error: &Error) -> usize {
        self.root().offset_of(error)
    }

    /// Where the value at a path stands.
    pub(crate) fn place_of(&self, path: &str) -> Position {
        position(&self.text, self.root().find(path, None).unwrap_or_default())
    }
}

/// Up to so many members are compared with one another.
const FEW_MEMBERS: usize = 16;

/// What kind of value a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// The value of a number, as whole as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
}

/// One value of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'t> {
    text: &'t str,
    /// Its own entry, and those of all that it holds.
    entries: &'t [Entry],
}

impl<'t> Node<'t> {
    fn entry(self) -> Entry {
        self.entries.first().copied().unwrap_or(Entry { start: 0, end: 0, size: 1 })
    }

    /// The byte of the text at which it begins.
    pub(crate) fn offset(self) -> usize {
        self.entry().start as usize
    }

    /// The byte of the text at which it has ended.
    pub(crate) fn end(self) -> usize {
        self.entry().end as usize
    }

    /// The value as it was written.
    pub(crate) fn raw(self) -> &'t str {
        self.text.get(self.offset()..self.end()).unwrap_or_default()
    }

    /// What kind of value it is: its first character tells.
    pub(crate) fn kind(self) -> Kind {
        match self.text.as_bytes().get(self.offset()) {
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'"') => Kind::String,
            Some(b'[') => Kind::Array,
            Some(b'{') => Kind::Object,
            _ => Kind::Number,
        }
    }

    /// Whether it is `null`.
    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// Whether it is `true`.
    pub(crate) fn is_true(self) -> bool {
        self.raw() == "true"
    }

    /// The value of a number.
    pub(crate) fn number(self) -> Number {
        let text = self.raw();
        if let Ok(value) = text.parse() {
            Number::Unsigned(value)
        } else if let Some(value) = text.parse().ok().filter(|value| *value != 0) {
            Number::Signed(value)
        } else {
            // -0 has a sign that only a float keeps.
            Number::Float(text.parse().unwrap_or(f64::NAN))
        }
    }

    /// What stands between the quotes of a string, and whether it has escapes.
    pub(super) fn quoted(self) -> (&'t str, bool) {
        let text = self.raw();
        let inside = text.get(1..text.len().saturating_sub(1)).unwrap_or_default();
        (inside, self.entry().size & Entry::ESCAPED != 0)
    }

    /// The text of a string.
    pub(crate) fn string(self) -> Cow<'t, str> {
        match self.quoted() {
            (text, false) => Cow::Borrowed(text),
            (text, true) => Cow::Owned(string::unescaped(text)),
        }
    }

    /// The elements of a list; nothing of any other value.
    pub(crate) fn items(self) -> Items<'t> {
        let held = if self.kind() == Kind::Array { self.held() } else { &[] };
        Items { text: self.text, held }
    }

    /// The members of an object, in the order of the text, duplicates included; nothing of any other value.
    pub(crate) fn members(self) -> Members<'t> {
        let held = if self.kind() == Kind::Object { self.held() } else { &[] };
        Members(Items { text: self.text, held })
    }

    /// Where the first key of an object begins that stands for the second time.
    pub(super) fn first_duplicate(self) -> Option<usize> {
        let keys = self.members().map(|(key, _)| key);
        let count = keys.clone().count();
        // Few keys are compared with one another, many in their order.
        if count <= FEW_MEMBERS {
            let again = |(place, key): &(usize, Node<'_>)| self.members().take(*place).any(|(other, _)| other == *key);
            return keys.enumerate().find(again).map(|(_, key)| key.offset());
        }
        // A key goes by the number of its entry: many take little.
        let mut places: Vec<u32> = Vec::with_capacity(count);
        let mut members = self.members();
        loop {
            let place = self.entries.len().saturating_sub(members.0.held.len());
            if members.next().is_none() {
                break;
            }
            places.push(u32::try_from(place).unwrap_or(u32::MAX));
        }
        let key = |place: u32| Node { entries: self.entries.get(place as usize..).unwrap_or_default(), ..self };
        places.sort_unstable_by(|one, other| key(*one).string().cmp(&key(*other).string()).then(one.cmp(other)));
        let again = places.windows(2).filter_map(|pair| match *pair {
            [one, other] if key(one).string() == key(other).string() => Some(key(other).offset()),
            _ => None,
        });
        again.min()
    }

    fn held(self) -> &'t [Entry] {
        self.entries.get(1..).unwrap_or_default()
    }

    /// Where a fault of this value stands, in bytes.
    pub(crate) fn offset_of(self, error: &Error) -> usize {
        let key_itself = match error.problem() {
            Problem::UnknownField { .. } => Some(false),
            Problem::DuplicateField => Some(true),
            _ => None,
        };
        self.find(error.path(), key_itself).unwrap_or_else(|| self.offset())
    }

    /// The place of a path below this node. `key` asks for the key of the last member: its first, or a second one.
    fn find(self, path: &str, key: Option<bool>) -> Option<usize> {
        if path.is_empty() {
            return Some(self.offset());
        }
        if self.kind() == Kind::Array {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            let item = self.items().nth(index.parse().ok()?)?;
            return item.find(rest.strip_prefix('.').unwrap_or(rest), key);
        }
        let named = self.members().filter_map(|(name, value)| {
            let rest = path.strip_prefix(&*crate::error::quoted_key(&name.string()))?;
            let below = rest.strip_prefix('.').or_else(|| rest.starts_with('[').then_some(rest));
            match (below, key) {
                (Some(rest), _) => value.find(rest, key),
                (None, _) if !rest.is_empty() => None,
                (None, Some(_)) => Some(name.offset()),
                (None, None) => Some(value.offset()),
            }
        });
        let found = if key == Some(true) { named.last() } else { { named }.next() };
        // A member that is not there is missed at the end of its object.
        found.or_else(|| (self.kind() == Kind::Object).then(|| self.end().saturating_sub(1)))
    }
}

/// The elements of a list.
#[derive(Clone)]
pub(crate) struct Items<'t> {
    text: &'t str,
    held: &'t [Entry],
}

impl<'t> Iterator for Items<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        let (entries, rest) = self.held.split_at_checked(self.held.first()?.size())?;
        self.held = rest;
        Some(Node { text: self.text, entries })
    }
}

/// The members of an object: keys and values.
#[derive(Clone)]
pub(crate) struct Members<'t>(Items<'t>);

impl<'t> Iterator for Members<'t> {
    type Item = (Node<'t>, Node<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        Some((self.0.next()?, self.0.next()?))
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.kind() {
            Kind::Null => serializer.serialize_unit(),
            Kind::Bool => serializer.serialize_bool(self.is_true()),
            Kind::Number => match self.number() {
                Number::Unsigned(value) => serializer.serialize_u64(value),
                Number::Signed(value) => serializer.serialize_i64(value),
                Number::Float(value) => serializer.serialize_f64(value),
            },
            Kind::String => serializer.serialize_str(&self.string()),
            Kind::Array => serializer.collect_seq(self.items()),
            Kind::Object => serializer.collect_map(self.members().map(|(key, value)| (key.string(), value))),
        }
    }
}

/// Two values are the same where they say the same, however they are written.
impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        if self.raw() == other.raw() {
            return true;
        }
        match (self.kind(), other.kind()) {
            (Kind::Number, Kind::Number) => self.number() == other.number(),
            (Kind::String, Kind::String) => self.string() == other.string(),
            (Kind::Array, Kind::Array) => self.items().eq(other.items()),
            (Kind::Object, Kind::Object) => self.members().eq(other.members()),
            _ => false,
        }
    }
}
