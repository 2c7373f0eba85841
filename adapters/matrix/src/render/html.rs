//! The formatted body (`org.matrix.custom.html`): built from the tree, so that nothing that people typed is markup.

use muster_core::reply::clean::{one_line, typed_by_people};
use muster_core::reply::{Actions, Bar, Block, Card, Line, Span, bars};

use super::account_of;

/// The card, from top to bottom.
pub(super) fn of(card: &Card) -> String {
    let mut html = Html::default();
    for block in &card.blocks {
        match block {
            Block::Heading(line) => html.line(&format!("<strong>{}</strong>", spans(line))),
            Block::Aside(line) => html.aside(&spans(line)),
            Block::Line(line) => html.line(&spans(line)),
            Block::List(items) => html.block(&list(items)),
            Block::Bars(counts) => html.block(&counted(counts)),
            Block::Actions(actions) => html.actions(actions),
            Block::Document { .. } | Block::Picture(_) => {}
        }
    }
    html.text
}

/// Lines with breaks between, and blocks, which need none.
#[derive(Default)]
struct Html {
    text: String,
    ends_in_line: bool,
}

impl Html {
    fn line(&mut self, line: &str) {
        if line.is_empty() {
            return;
        }
        if self.ends_in_line {
            self.text.push_str("<br>");
        }
        self.text.push_str(line);
        self.ends_in_line = true;
    }

    fn aside(&mut self, aside: &str) {
        if self.ends_in_line && !aside.is_empty() {
            self.text.push_str(" · ");
            self.text.push_str(aside);
        } else {
            self.line(aside);
        }
    }

    fn block(&mut self, block: &str) {
        self.text.push_str(block);
        self.ends_in_line = false;
    }

    fn actions(&mut self, Actions { buttons, typed, .. }: &Actions) {
        let labels: Vec<_> = buttons
            .iter()
            .map(|button| escaped(&typed_by_people(&button.label)))
            .collect();
        self.line(&labels.join(" · "));
        self.line(&spans(typed));
    }
}

/// Items, with their own numbers where they have some.
fn list(items: &[Line]) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("<li>{}</li>", spans(item))).collect();
    format!("<ul>{}</ul>", items.concat())
}

fn counted(counts: &[Bar]) -> String {
    let rows = bars::rows(counts, ToOwned::to_owned);
    format!("<pre><code>{}</code></pre>", escaped(&rows.join("\n")))
}

fn spans(line: &Line) -> String {
    let spans: String = line.0.iter().map(span).collect();
    spans.trim().to_owned()
}

fn span(span: &Span) -> String {
    match span {
        Span::Text(words) | Span::Time { words, .. } | Span::Clock { words, .. } => escaped(&one_line(words)),
        Span::User(text) | Span::Person(text) => escaped(&typed_by_people(text)),
        Span::Command(command) => format!("<code>{}</code>", escaped(&typed_by_people(command))),
        Span::Mention { name, .. } => {
            let name = escaped(&typed_by_people(name));
            match account_of(span) {
                Some(account) => format!("<a href=\"https://matrix.to/#/{}\">{name}</a>", escaped(account)),
                None => name,
            }
        }
    }
}

/// The text, in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            char => escaped.push(char),
        }
    }
    escaped
}
