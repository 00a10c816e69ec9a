//! A bar on a terminal, when it lasts.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long nothing is shown, and how often the bar moves.
const PATIENCE: Duration = Duration::from_millis(700);
const OFTEN: Duration = Duration::from_millis(100);
const WIDTH: usize = 30;

pub(super) struct Progress {
    shown: bool,
    next: Option<Instant>,
}

impl Progress {
    pub(super) fn new() -> Self {
        let next = io::stderr().is_terminal().then(|| Instant::now().checked_add(PATIENCE)).flatten();
        Self { shown: false, next }
    }

    /// Shows how much is done, from 0 to 1.
    pub(super) fn show(&mut self, done: f64) {
        let Some(next) = self.next else { return };
        let now = Instant::now();
        if now < next {
            return;
        }
        self.next = now.checked_add(OFTEN);
        self.shown = true;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
        let percent = (done.clamp(0.0, 1.0) * 100.0) as usize;
        let full = percent.saturating_mul(WIDTH).div_euclid(100).min(WIDTH);
        let (full, left) = ("█".repeat(full), "░".repeat(WIDTH.saturating_sub(full)));
        let _ = write!(io::stderr().lock(), "\r{full}{left} {percent}\u{a0}%");
    }

    pub(super) fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr().lock(), "\r{}\r", " ".repeat(WIDTH.saturating_add(8)));
        }
    }
}
