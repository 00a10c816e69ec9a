//! Colours and marks. Nothing is said by a colour alone.

use anstyle::{AnsiColor, Style};

pub(super) const PLAIN: Style = Style::new();
pub(super) const STRONG: Style = Style::new().bold();
pub(super) const QUIET: Style = Style::new().dimmed();
pub(super) const HEADING: Style = AnsiColor::Cyan.on_default().bold();
pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(super) const OPEN: Style = AnsiColor::Yellow.on_default().bold();
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default();
pub(super) const COACH: Style = AnsiColor::Magenta.on_default();
/// Hours with a counsellor.
pub(super) const TOGETHER: Style = AnsiColor::Cyan.on_default();
/// Hours alone.
pub(super) const ALONE: Style = AnsiColor::Blue.on_default();

pub(super) const MARK_YES: &str = "✓";
pub(super) const MARK_NO: &str = "·";
pub(super) const MARK_WARNING: &str = "▲";
pub(super) const MARK_COACH: &str = "◆";

pub(super) const STROKE_TOGETHER: &str = "━";
pub(super) const STROKE_ALONE: &str = "╍";
pub(super) const STROKE_LEFT: &str = "┈";
