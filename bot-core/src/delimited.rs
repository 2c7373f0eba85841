//! What files of rows and cells have in common, whatever is in them: separators, the numbers of lines, and what a
//! spreadsheet makes of a cell.

/// The lines of a file, counted on as its rows are read.
pub(crate) struct Lines<'a> {
    bytes: &'a [u8],
    seen: usize,
    line: usize,
    end: u8,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            seen: 0,
            line: 1,
            end: if bytes.contains(&b'\n') { b'\n' } else { b'\r' },
        }
    }

    /// The line on which the row begins that is at that byte, or after the ends of lines that stand there.
    pub(crate) fn of(&mut self, byte: u64) -> usize {
        let mut at = usize::try_from(byte).map_or(self.bytes.len(), |byte| byte.min(self.bytes.len()));
        while self.bytes.get(at).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            at += 1;
        }
        let passed = self.bytes.get(self.seen..at).unwrap_or_default();
        self.line += passed.split(|byte| *byte == self.end).count() - 1;
        self.seen = at.max(self.seen);
        self.line
    }
}

/// The separator that the first row has most of, outside of quotes.
pub(crate) fn separator(bytes: &[u8]) -> u8 {
    let first = bytes
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    let mut quoted = false;
    let bare: Vec<u8> = first
        .iter()
        .copied()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted
        })
        .collect();
    let count = |separator: u8| bare.split(|byte| *byte == separator).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(b',')
}

/// Whether a spreadsheet takes that text for a formula.
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
