//! The sentences that the code asks for: every `phrase!("key", name = kind value)` in the sources, found by a small
//! scanner that knows comments, strings and characters.

use std::collections::BTreeMap;
use std::fs;
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::str::Chars;

/// A sentence asked for somewhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The file that asks, from the root of the house.
    pub(super) by: PathBuf,
    /// The key.
    pub(super) key: String,
    /// The kind of each argument, by name.
    pub(super) args: BTreeMap<String, String>,
}

impl Asked {
    /// Whether only a file of tests asks: nobody sees that sentence.
    pub(super) fn is_in_tests(&self) -> bool {
        self.by
            .components()
            .any(|part| part.as_os_str().to_string_lossy().starts_with("tests"))
    }
}

/// What the sources ask for.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The sentences.
    pub(super) asked: Vec<Asked>,
    /// The acts that the audit log records: the literals inside the calls of `audit(…)`.
    pub(super) acts: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Literal(String),
    Sign(char),
}

/// Everything that bot-core, the adapters and the bot itself ask for.
pub(super) fn read() -> Source {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    let house = core.parent().unwrap();
    let mut source = Source::default();
    for folder in ["bot-core/src", "adapters", "src"] {
        for file in rust_files(&house.join(folder)) {
            let tokens = tokens(&fs::read_to_string(&file).unwrap());
            source.asked.extend(asked(file.strip_prefix(house).unwrap(), &tokens));
            source.acts.extend(acts(&tokens));
        }
    }
    source
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.extension() {
            _ if path.is_dir() => rust_files(&path),
            Some(extension) if extension == "rs" => vec![path],
            _ => Vec::new(),
        })
        .collect()
}

fn asked(by: &Path, tokens: &[Token]) -> Vec<Asked> {
    let starts = (0..tokens.len()).filter_map(|at| match &tokens[at..] {
        [
            Token::Word(phrase),
            Token::Sign('!'),
            Token::Sign('('),
            Token::Literal(key),
            rest @ ..,
        ] if phrase == "phrase" => Some((key, rest)),
        [Token::Word(keyed), Token::Sign('('), Token::Literal(key), rest @ ..] if keyed == "keyed" => Some((key, rest)),
        _ => None,
    });
    starts
        .map(|(key, rest)| Asked {
            by: by.to_owned(),
            key: key.clone(),
            args: args(rest),
        })
        .collect()
}

/// `, name = kind …` at the call's own depth.
fn args(tokens: &[Token]) -> BTreeMap<String, String> {
    let inside = call(tokens);
    let starts = inside.iter().filter_map(|(at, depth)| match &tokens[*at..] {
        [
            Token::Sign(','),
            Token::Word(name),
            Token::Sign('='),
            Token::Word(kind),
            ..,
        ] if *depth == 1 => Some((name.clone(), kind.clone())),
        _ => None,
    });
    starts.collect()
}

/// The literals inside `audit(…)` that look like an act: `member.joined`.
fn acts(tokens: &[Token]) -> Vec<String> {
    let starts = (0..tokens.len()).filter_map(|at| match &tokens[at..] {
        [Token::Word(audit), Token::Sign('('), rest @ ..] if audit == "audit" => Some(rest),
        _ => None,
    });
    starts
        .flat_map(|rest| call(rest).into_iter().map(move |(at, _)| &rest[at]))
        .filter_map(|token| match token {
            Token::Literal(act) if act.contains('.') => Some(act.clone()),
            _ => None,
        })
        .collect()
}

/// The places of the tokens up to the bracket that closes a call, each with its depth; the call's own is 1.
fn call(tokens: &[Token]) -> Vec<(usize, u32)> {
    let mut depth = 1;
    let mut inside = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        inside.push((at, depth));
    }
    inside
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '/' if chars.peek() == Some(&'/') => {
                chars.by_ref().find(|char| *char == '\n');
            }
            '"' => tokens.push(Token::Literal(literal(&mut chars))),
            '\'' => skip_character(&mut chars),
            char if char == '_' || char.is_alphanumeric() => {
                let mut word = char.to_string();
                while let Some(more) = chars.next_if(|char| *char == '_' || char.is_alphanumeric()) {
                    word.push(more);
                }
                if matches!(word.as_str(), "r" | "br") && matches!(chars.peek(), Some('"' | '#')) {
                    tokens.push(Token::Literal(raw_literal(&mut chars)));
                } else {
                    tokens.push(Token::Word(word));
                }
            }
            char if char.is_whitespace() => {}
            char => tokens.push(Token::Sign(char)),
        }
    }
    tokens
}

/// The rest of a string, its escapes as written.
fn literal(chars: &mut Peekable<Chars<'_>>) -> String {
    let mut literal = String::new();
    while let Some(char) = chars.next() {
        match char {
            '"' => break,
            '\\' => literal.extend([char].into_iter().chain(chars.next())),
            char => literal.push(char),
        }
    }
    literal
}

/// The rest of a raw string, behind its `r`.
fn raw_literal(chars: &mut Peekable<Chars<'_>>) -> String {
    let mut hashes = String::new();
    while let Some(hash) = chars.next_if_eq(&'#') {
        hashes.push(hash);
    }
    chars.next_if_eq(&'"');
    let end = format!("\"{hashes}");
    let mut literal = String::new();
    for char in chars.by_ref() {
        literal.push(char);
        if literal.ends_with(&end) {
            literal.truncate(literal.len() - end.len());
            break;
        }
    }
    literal
}

/// The rest of a character such as `'"'`; a lifetime has none.
fn skip_character(chars: &mut Peekable<Chars<'_>>) {
    let mut ahead = chars.clone();
    match (ahead.next(), ahead.next()) {
        (Some('\\'), _) => {
            chars.nth(1);
            chars.find(|char| *char == '\'');
        }
        (_, Some('\'')) => {
            chars.nth(1);
        }
        _ => {}
    }
}

#[test]
fn the_scanner_knows_comments_strings_and_nesting() {
    let text = r##"
        // phrase!("in-a-comment")
        let quote: &'static str = r#"phrase!("in-a-string")"#;
        let c = ('"', '\'', '\u{1}');
        phrase!(
            "outer",
            shift = command format!("{}", f(a, b = 1)),
            inner = phrase phrase!("inner", n = number 2),
        );
        Phrase::keyed("plain");
        work.audit(group, me, if a { "role.captain" } else { "role.member" }, None, None);
    "##;
    let tokens = tokens(text);
    let asked: Vec<String> = asked(Path::new(""), &tokens)
        .iter()
        .map(|asked| format!("{} {:?}", asked.key, asked.args))
        .collect();
    assert_eq!(
        asked,
        [
            r#"outer {"inner": "phrase", "shift": "command"}"#,
            r#"inner {"n": "number"}"#,
            "plain {}"
        ]
    );
    assert_eq!(acts(&tokens), ["role.captain", "role.member"]);
}
