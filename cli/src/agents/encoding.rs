//! Text files as people save them: UTF-8 with or without a mark, UTF-16, Windows-1252.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much is read at a time.
const CHUNK: usize = 64 * 1024;

/// What a first reading of the whole file tells of it.
pub(super) struct Survey {
    encoding: &'static Encoding,
    /// In bytes.
    pub(super) length: u64,
}

impl Survey {
    /// Reads the file once, a piece at a time: without a mark it is UTF-8 if all of it is, else Windows-1252, unless its
    /// first letter shows that it is UTF-16.
    pub(super) fn of(file: &mut File) -> io::Result<Self> {
        let mut input = BufReader::with_capacity(CHUNK, &*file);
        let start = input.fill_buf()?;
        let marked = Encoding::for_bom(start).map(|(encoding, _)| encoding).or_else(|| unmarked_utf16(start));
        let (mut length, mut utf8, mut left) = (0_u64, true, Vec::new());
        loop {
            let chunk = input.fill_buf()?;
            let read = chunk.len();
            if read == 0 {
                break;
            }
            length = length.saturating_add(u64::try_from(read).unwrap_or(0));
            if utf8 && marked.is_none() {
                left.extend_from_slice(chunk);
                // A letter may be cut by the end of a piece.
                match str::from_utf8(&left) {
                    Ok(_) => left.clear(),
                    Err(error) if error.error_len().is_none() => drop(left.drain(..error.valid_up_to())),
                    Err(_) => utf8 = false,
                }
            }
            input.consume(read);
        }
        file.seek(SeekFrom::Start(0))?;
        let unmarked = if utf8 && left.is_empty() { UTF_8 } else { WINDOWS_1252 };
        Ok(Self { encoding: marked.unwrap_or(unmarked), length })
    }

    /// The text of the file as UTF-8 whose lines end in LF.
    pub(super) fn decode(&self, file: File) -> Text {
        Text {
            input: file,
            decoder: self.encoding.new_decoder(),
            ready: Vec::new(),
            taken: 0,
            returned: false,
            complete: true,
            ended: false,
        }
    }
}

/// The form of UTF-16 in which databases export texts without a mark: one of the two bytes of an ordinary first letter
/// is 0.
fn unmarked_utf16(start: &[u8]) -> Option<&'static Encoding> {
    match start {
        [0, 1..=255, ..] => Some(UTF_16BE),
        [1..=255, 0, ..] => Some(UTF_16LE),
        _ => None,
    }
}

/// A file's text as UTF-8.
pub(super) struct Text {
    input: File,
    decoder: Decoder,
    ready: Vec<u8>,
    taken: usize,
    /// Whether the last letter was a carriage return, which a line feed may follow.
    returned: bool,
    /// Whether no line has begun.
    complete: bool,
    ended: bool,
}

impl Text {
    fn fill(&mut self) -> io::Result<()> {
        let mut chunk = vec![0; CHUNK];
        let read = self.input.read(&mut chunk)?;
        self.ended = read == 0;
        let bytes = chunk.get(..read).unwrap_or_default();
        let mut text =
            String::with_capacity(self.decoder.max_utf8_buffer_length(read).unwrap_or(CHUNK.saturating_mul(4)));
        let _ = self.decoder.decode_to_string(bytes, &mut text, self.ended);
        self.ready.clear();
        self.taken = 0;
        // A last line has its end, like the others.
        if self.ended && !self.returned && !self.complete {
            text.push('\n');
        }
        for byte in text.bytes() {
            match byte {
                b'\n' if self.returned => {}
                b'\r' | b'\n' => self.ready.push(b'\n'),
                byte => self.ready.push(byte),
            }
            self.returned = byte == b'\r';
            self.complete = byte == b'\n';
        }
        Ok(())
    }
}

impl Read for Text {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken >= self.ready.len() && !self.ended {
            self.fill()?;
        }
        let mut left = self.ready.get(self.taken..).unwrap_or_default();
        let read = left.read(into)?;
        self.taken = self.taken.saturating_add(read);
        Ok(read)
    }
}
