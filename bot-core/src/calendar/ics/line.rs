//! Content lines (RFC 5545, 3.1): unfolded, numbered, and taken apart into name, parameters and value.

use crate::calendar::Remarks;

/// A content line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The line of the file on which it begins, from 1.
    pub(super) number: usize,
    /// Its name in upper case.
    pub(super) name: String,
    /// Its parameters: names in upper case, values without their quotes.
    pub(super) params: Vec<(String, Vec<String>)>,
    /// What stands after the colon.
    pub(super) value: String,
}

impl Line {
    /// The first value of that parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        let (_, values) = self.params.iter().find(|(known, _)| known == name)?;
        values.first().map(String::as_str)
    }
}

/// An unfolded line: where it begins, and its text.
pub(super) type Unfolded = (usize, String);

/// Joins what was folded. Bytes are joined before they are read as UTF-8, since a fold may split a character.
pub(super) fn unfold(bytes: &[u8], remarks: &mut Remarks) -> Vec<Unfolded> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let ends_in_cr = !bytes.contains(&b'\n');
    let mut joined: Vec<(usize, Vec<u8>)> = Vec::new();
    for (index, line) in bytes
        .split(|byte| *byte == if ends_in_cr { b'\r' } else { b'\n' })
        .enumerate()
    {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line.split_first(), joined.last_mut()) {
            (Some((b' ' | b'\t', rest)), Some((_, before))) => before.extend_from_slice(rest),
            (None, _) => {}
            _ => joined.push((index + 1, line.to_vec())),
        }
    }
    let text = joined.into_iter().map(|(number, line)| {
        let text = String::from_utf8(line).unwrap_or_else(|error| {
            remarks.warn(number, "characters that are no UTF-8 are shown as � (RFC 5545, 3.1.4)");
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        });
        (number, text)
    });
    text.filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// Takes a line apart; `None` where it is no content line.
pub(super) fn read(number: usize, text: &str) -> Option<Line> {
    let text = text.trim_start();
    let end = text.find([';', ':'])?;
    let (name, mut rest) = text.split_at(end);
    let name = name.trim_end();
    if name.is_empty()
        || !name
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || "-_.".contains(char))
    {
        return None;
    }
    let mut params = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let (param, after) = read_param(after)?;
        params.push(param);
        rest = after;
    }
    Some(Line {
        number,
        name: name.to_ascii_uppercase(),
        params,
        value: rest.strip_prefix(':')?.to_owned(),
    })
}

/// `NAME=value,"value"`, and what comes after it. A parameter without a value (`;BASE64`) is one with none.
fn read_param(text: &str) -> Option<((String, Vec<String>), &str)> {
    let end = text.find(['=', ';', ':'])?;
    let name = text[..end].trim().to_ascii_uppercase();
    let Some(mut rest) = text[end..].strip_prefix('=') else {
        return Some(((name, Vec::new()), &text[end..]));
    };
    let mut values = Vec::new();
    loop {
        let (value, after) = read_param_value(rest)?;
        values.push(value);
        match after.strip_prefix(',') {
            Some(after) => rest = after,
            None => return Some(((name, values), after)),
        }
    }
}

fn read_param_value(text: &str) -> Option<(String, &str)> {
    let (value, after) = match text.strip_prefix('"') {
        Some(quoted) => {
            let end = quoted.find('"')?;
            (&quoted[..end], &quoted[end + 1..])
        }
        None => text.split_at(text.find([',', ';', ':'])?),
    };
    // RFC 6868
    let value = value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^");
    Some((value, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfolded(bytes: &[u8]) -> Vec<Unfolded> {
        unfold(bytes, &mut Remarks::default())
    }

    #[test]
    fn folds_are_joined_whatever_ends_the_lines() {
        let lines = vec![(1, "SUMMARY:one two".to_owned()), (3, "X:y".to_owned())];
        assert_eq!(unfolded(b"SUMMARY:one\n  two\nX:y\n"), lines);
        assert_eq!(unfolded(b"\xef\xbb\xbfSUMMARY:one\r\n\t two\r\nX:y"), lines);
        assert_eq!(unfolded(b"SUMMARY:one\r  two\rX:y\r"), lines);
    }

    #[test]
    fn a_fold_within_a_character_is_joined() {
        let text = "SUMMARY:año".as_bytes();
        let fold = [&text[..10], b"\r\n ", &text[10..]].concat();
        assert_eq!(unfolded(&fold), [(1, "SUMMARY:año".to_owned())]);
    }

    #[test]
    fn quoted_parameters_keep_their_colons() {
        let line = read(4, r#"description;altrep="data:a;b,c":Hello: you"#).unwrap();
        assert_eq!((line.name.as_str(), line.value.as_str()), ("DESCRIPTION", "Hello: you"));
        assert_eq!(line.param("ALTREP"), Some("data:a;b,c"));
        assert_eq!(read(1, "X;A=b,\"c\";D=:v").unwrap().params.len(), 2);
    }

    #[test]
    fn what_has_no_name_or_no_value_is_no_line() {
        for text in ["", "just text", ":x", "ORGANIZER;CN=Sixt SE", "A B:c", "X;A=\"b:c"] {
            assert_eq!(read(1, text), None, "{text}");
        }
    }
}
