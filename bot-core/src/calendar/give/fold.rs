//! Content lines (RFC 5545, 3.1): folded at 75 octets, ended by CR and LF.

/// The most octets of a line, without its end.
const OCTETS: usize = 75;

/// A text made of content lines.
#[derive(Debug, Default)]
pub(super) struct Lines(pub(super) String);

impl Lines {
    /// Adds a line. A fold stands between characters, never within one.
    pub(super) fn push(&mut self, line: &str) {
        let mut length = 0;
        for char in line.chars() {
            if length + char.len_utf8() > OCTETS {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(char);
            length += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a property whose value is a text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.push(&format!("{name}:{}", escaped(text)));
    }
}

/// A text with its escapes (3.3.11); control characters that no text may have are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.replace("\r\n", "\n").chars() {
        match char {
            '\\' => escaped.push_str("\\\\"),
            ';' => escaped.push_str("\\;"),
            ',' => escaped.push_str("\\,"),
            '\n' => escaped.push_str("\\n"),
            char if char.is_control() && char != '\t' => {}
            char => escaped.push(char),
        }
    }
    escaped
}
