//! What keeps text from being more than text: a backslash before every sign that Discord's Markdown would read (Discord,
//! "Markdown Text 101"; API documentation, "Message Formatting").
//!
//! An address of the web stays whole, since a link is read before any mark within it; what else could be meant by a sign in
//! it is escaped, and the link then ends there.

use std::fmt::Write as _;

/// Signs that mean something wherever they stand: emphasis, code, spoilers, mentions, times, links.
const ANYWHERE: &str = "\\*_~`|<>[]@";
/// Signs that mean something at the beginning of a line: headings, quotes, lists.
const FIRST: &str = "#-+";
/// What else an address of the web may hold without being anything else.
const OF_ADDRESS: &str = "-._~/?#=&%+,;:!";

/// The text, of which nothing is read as a mark. `first`: whether it may stand at the beginning of a line.
pub fn escaped(text: &str, first: bool) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut rest = text;
    let mut before = None;
    while let Some(char) = rest.chars().next() {
        let address = address(rest, before);
        if address > 0 {
            let (address, behind) = rest.split_at(address);
            escaped.push_str(address);
            before = address.chars().next_back();
            rest = behind;
            continue;
        }
        let is_first = first && escaped.is_empty();
        if ANYWHERE.contains(char) || is_first && FIRST.contains(char) || char == ':' && names_an_emoji(&rest[1..]) {
            escaped.push('\\');
        }
        escaped.push(char);
        before = Some(char);
        rest = &rest[char.len_utf8()..];
    }
    if first { without_number(escaped) } else { escaped }
}

/// How many bytes of the text are an address of the web; none where it begins within a word.
fn address(text: &str, before: Option<char>) -> usize {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.starts_with(scheme));
    let Some(scheme) = scheme.filter(|_| !before.is_some_and(char::is_alphanumeric)) else {
        return 0;
    };
    let is_of_it = |char: char| char.is_ascii_alphanumeric() || OF_ADDRESS.contains(char);
    let rest = &text[scheme.len()..];
    let length = rest.find(|char| !is_of_it(char)).unwrap_or(rest.len());
    // What ends a sentence ends no address, and a mark at its end would not be its own.
    let length = rest[..length]
        .trim_end_matches(|char: char| !char.is_ascii_alphanumeric() && char != '/')
        .len();
    if length == 0 { 0 } else { scheme.len() + length }
}

/// Whether a colon opens the name of an emoji, `:pizza:`.
fn names_an_emoji(after: &str) -> bool {
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '+' | '-' | '~');
    let end = after.find(|char| !is_name(char));
    end.is_some_and(|end| end > 0 && after[end..].starts_with(':'))
}

/// `1.` at the beginning of a line would be counted anew.
fn without_number(text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[digits..];
    if digits == 0 || !behind.starts_with(['.', ')']) {
        return text;
    }
    let mut escaped = text[..digits].to_owned();
    // Writing to a string does not fail.
    let _ = write!(escaped, "\\{behind}");
    escaped
}

/// The text within marks of code, where nothing is a mark but the one that ends it.
pub fn code(text: &str) -> String {
    if text.contains('`') {
        format!("`` {} ``", without_ticks(text))
    } else {
        format!("`{text}`")
    }
}

/// The text without what would end a block of code.
pub fn without_ticks(text: &str) -> String {
    text.replace('`', "ˋ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_is_a_mark() {
        for (text, shown) in [
            ("Canvass Ward 3", "Canvass Ward 3"),
            ("**Free** _x_ ~~y~~ ||z||", r"\*\*Free\*\* \_x\_ \~\~y\~\~ \|\|z\|\|"),
            (
                "@everyone <@1> <@&1> <#1> </a:1>",
                r"\@everyone \<\@1\> \<\@&1\> \<#1\> \</a:1\>",
            ),
            ("[win](https://evil.example)", r"\[win\](https://evil.example)"),
            ("<t:1:R> <:a:1> :pizza: 10:30", r"\<t\:1:R\> \<\:a:1\> \:pizza: 10:30"),
            ("`a` \\", r"\`a\` \\"),
            ("# big", r"\# big"),
            ("-# small", r"\-# small"),
            ("> quote", r"\> quote"),
            ("12. twelve", r"12\. twelve"),
            ("3.5 h", r"3\.5 h"),
        ] {
            assert_eq!(escaped(text, true), shown, "{text}");
        }
        assert_eq!(escaped("# - 1.", false), "# - 1.");
    }

    #[test]
    fn an_address_stays_one_and_hides_nothing() {
        for (text, shown) in [
            ("https://example.org/a_b_c?d=e~f", "https://example.org/a_b_c?d=e~f"),
            ("see http://example.org/a_b_.", r"see http://example.org/a_b\_."),
            ("https://x.example/*a*", r"https://x.example/\*a\*"),
            ("https://x.example/<@1>", r"https://x.example/\<\@1\>"),
            ("https://@everyone", r"https://\@everyone"),
            ("xhttps://a_b", r"xhttps://a\_b"),
            ("https://", "https://"),
        ] {
            assert_eq!(escaped(text, false), shown, "{text}");
        }
    }

    #[test]
    fn code_ends_where_it_should() {
        assert_eq!(code("/shift claim S12"), "`/shift claim S12`");
        assert_eq!(code("/help ``` x"), "`` /help ˋˋˋ x ``");
    }
}
