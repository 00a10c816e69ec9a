//! Where texts, columns and catalogues are kept between two calls.

use std::cell::RefCell;

use bilan_professionnel::Catalogue;
use bilan_professionnel::funding::{Facts, decide};

use crate::embedded::embedded;

thread_local! {
    /// The only one: a module has one thread.
    pub(crate) static ROOM: RefCell<Room> = const { RefCell::new(Room::new()) };
}

/// What the host writes and reads, and what it has handles of.
pub(crate) struct Room {
    input: Vec<u8>,
    output: String,
    columns: Vec<u32>,
    /// Handle 1 is the first.
    #[cfg(feature = "catalogues")]
    catalogues: Vec<Option<Catalogue>>,
}

impl Room {
    const fn new() -> Self {
        Self {
            input: Vec::new(),
            output: String::new(),
            columns: Vec::new(),
            #[cfg(feature = "catalogues")]
            catalogues: Vec::new(),
        }
    }

    /// The address of `length` bytes at least. The host writes to it, hence exposed.
    pub(crate) fn input(&mut self, length: usize) -> usize {
        if self.input.len() < length {
            self.input.resize(length, 0);
        }
        self.input.as_mut_ptr().expose_provenance()
    }

    /// The address of the last answer.
    pub(crate) fn output(&self) -> usize {
        self.output.as_ptr().expose_provenance()
    }

    /// The text handed over.
    pub(crate) fn text(&self, length: usize) -> &[u8] {
        self.input.get(..length).unwrap_or(&self.input)
    }

    /// Gives an answer: its length. An answer is far below 2 GiB, a request being below 1 MiB.
    pub(crate) fn give(&mut self, answer: impl Into<String>) -> i32 {
        self.output = answer.into();
        i32::try_from(self.output.len()).unwrap_or(i32::MAX)
    }

    /// Gives an error: its length, inverted.
    pub(crate) fn refuse(&mut self, document: impl Into<String>) -> i32 {
        !self.give(document)
    }

    /// The catalogue of a handle.
    pub(crate) fn catalogue(&self, handle: usize) -> Option<&Catalogue> {
        match handle.checked_sub(1) {
            None => Some(embedded()),
            #[cfg(feature = "catalogues")]
            Some(place) => self.catalogues.get(place)?.as_ref(),
            #[cfg(not(feature = "catalogues"))]
            Some(_) => None,
        }
    }

    /// Keeps a catalogue: its handle.
    #[cfg(feature = "catalogues")]
    pub(crate) fn keep(&mut self, catalogue: Catalogue) -> i32 {
        let free = self.catalogues.iter_mut().enumerate().find(|(_, slot)| slot.is_none());
        let place = if let Some((place, slot)) = free {
            *slot = Some(catalogue);
            place
        } else {
            self.catalogues.push(Some(catalogue));
            self.catalogues.len().saturating_sub(1)
        };
        i32::try_from(place.saturating_add(1)).unwrap_or(i32::MAX)
    }

    /// Forgets a catalogue.
    #[cfg(feature = "catalogues")]
    pub(crate) fn forget(&mut self, handle: usize) {
        if let Some(slot) = handle.checked_sub(1).and_then(|place| self.catalogues.get_mut(place)) {
            *slot = None;
        }
    }

    /// The address of three columns of so many words.
    pub(crate) fn columns(&mut self, count: usize) -> usize {
        self.columns.resize(count.saturating_mul(3), 0);
        self.columns.as_mut_ptr().expose_provenance()
    }

    /// Fills the third column. A loop of this crate, which is compiled for speed where the others are for size.
    pub(crate) fn decide(&mut self) {
        let count = self.columns.len() / 3;
        let (known, rest) = self.columns.split_at_mut(count);
        let (values, verdicts) = rest.split_at_mut(count);
        for ((verdict, known), values) in verdicts.iter_mut().zip(known).zip(values) {
            *verdict = decide(Facts::from_masks(*known, *values)).bits();
        }
    }
}

#[cfg(all(test, feature = "catalogues"))]
mod tests {
    use super::{Catalogue, Room};

    #[test]
    fn a_handle_is_given_again_once_its_catalogue_is_forgotten() {
        let mut room = Room::new();
        let embedded = Catalogue::embedded();
        assert_eq!([room.keep(embedded.clone()), room.keep(embedded.clone())], [1, 2]);
        room.forget(1);
        assert!(room.catalogue(1).is_none() && room.catalogue(2).is_some());
        assert_eq!(room.keep(embedded.clone()), 1);
    }

    #[test]
    fn the_embedded_catalogue_stays_and_no_other_handle_means_anything() {
        let mut room = Room::new();
        for handle in [0, 1, usize::MAX] {
            room.forget(handle);
        }
        assert_eq!(room.catalogue(0), Some(Catalogue::embedded()));
        assert!(room.catalogue(1).is_none() && room.catalogue(usize::MAX).is_none());
    }

    #[test]
    fn an_error_has_a_length_below_zero_even_when_empty() {
        let mut room = Room::new();
        assert_eq!([room.give("abc"), room.refuse("abc"), room.refuse("")], [3, -4, -1]);
    }
}
