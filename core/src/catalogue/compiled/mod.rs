//! A catalogue in its compiled form: checked once, then read without being checked again.
//!
//! A document is compiled where a program is built, and what it becomes is a part of the program: a program that reads no
//! other document then carries neither the reader of documents nor their check. Values stand in the order of their type,
//! without the names of their members, so that the form is that of one version of the library.

mod mark;
mod reader;
mod writer;

use self::reader::Reader;
use self::writer::Writer;
use super::Catalogue;

impl Catalogue {
    /// Gives the compiled form, which [`from_compiled`](Self::from_compiled) of the same version reads.
    ///
    /// ```
    /// use bilan_professionnel::Catalogue;
    ///
    /// let compiled = Catalogue::embedded().to_compiled().ok_or("it can be written")?;
    /// assert_eq!(Catalogue::from_compiled(&compiled), *Catalogue::embedded());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn to_compiled(&self) -> Option<Vec<u8>> {
        Writer::written(&(&self.digest, &self.offer))
    }

    /// Reads what [`to_compiled`](Self::to_compiled) of the same version wrote: nothing is checked again.
    ///
    /// # Panics
    /// If the bytes are not of that form. They are to be a part of the program: from elsewhere, they may also give a
    /// catalogue that no document gives. They are never unsafe to read.
    #[must_use]
    pub fn from_compiled(compiled: &[u8]) -> Self {
        let (digest, offer) = Reader::read(compiled);
        Self { offer, digest }
    }
}
