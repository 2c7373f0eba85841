//! Places in a text as Telegram counts them: in UTF-16 code units.

/// How long it is.
pub(in crate::telegram) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The byte at which that unit begins; `None` in the middle of a symbol or past the end.
pub(in crate::telegram) fn byte_at(text: &str, unit: usize) -> Option<usize> {
    let mut passed = 0;
    for (byte, symbol) in text.char_indices() {
        if passed >= unit {
            return (passed == unit).then_some(byte);
        }
        passed += symbol.len_utf16();
    }
    (passed == unit).then_some(text.len())
}

/// That piece of it; `None` where it begins or ends in the middle of a symbol, or past the end.
pub(in crate::telegram) fn piece(text: &str, offset: usize, length: usize) -> Option<&str> {
    text.get(byte_at(text, offset)?..byte_at(text, offset + length)?)
}
