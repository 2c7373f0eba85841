//! Names as they stand in a command: what is offered to be typed reads back as the name.

use std::borrow::Cow;

use super::decode::tokens::is_quote;

/// The name as one word of a command: in quotes if it has several words. Quotes of its own fall away, since nothing
/// escapes them; [`sought`] finds the name without them.
pub fn quoted(name: &str) -> Cow<'_, str> {
    let several = name.contains(char::is_whitespace);
    if !several && !name.starts_with(is_quote) {
        return Cow::Borrowed(name);
    }
    let bare = name.replace(is_quote, "");
    Cow::Owned(if several { format!("\"{bare}\"") } else { bare })
}

/// A text as one group of words, also where it is one word.
pub(super) fn grouped(text: &str) -> String {
    format!("\"{}\"", text.replace(is_quote, ""))
}

/// A name as it is compared: without regard to case, to quotes, and to the white space around it.
pub fn sought(name: &str) -> String {
    name.replace(is_quote, "").trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_quoted_only_where_it_must_be_and_loses_its_own_quotes() {
        assert_eq!(quoted("Ana"), "Ana");
        assert_eq!(quoted("Ana Ruiz"), "\"Ana Ruiz\"");
        assert_eq!(quoted("Tom \"Red\" Lee"), "\"Tom Red Lee\"");
        assert_eq!(quoted("“Red”"), "Red");
        assert_eq!(quoted("O\"Neil"), "O\"Neil");
        assert_eq!(sought(" Tom “Red” LEE"), sought("tom red lee"));
    }
}
