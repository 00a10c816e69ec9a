//! Markdown as its readers see it.

#![allow(clippy::panic, reason = "what is alive in a text ends the test")]

use pulldown_cmark::{Event, Options, Parser, Tag};

/// The words that a reader sees, and whether anything but the book's own markup is alive.
pub(crate) fn rendered(book: &str) -> String {
    let mut seen = String::new();
    for event in Parser::new_ext(book, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)) {
        match event {
            Event::Text(text) | Event::Code(text) => seen.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => panic!("alive: {html}"),
            Event::InlineMath(math) | Event::DisplayMath(math) => panic!("alive: {math}"),
            Event::FootnoteReference(name) => panic!("alive: {name}"),
            Event::TaskListMarker(_) | Event::Rule => panic!("alive"),
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Emphasis) => {
                panic!("alive: {event:?}")
            }
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                assert!(dest_url.starts_with("https://www.legifrance.gouv.fr/"), "alive: {dest_url}");
            }
            Event::End(_) | Event::SoftBreak | Event::HardBreak => seen.push('\n'),
            Event::Start(_) => {}
        }
    }
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}
