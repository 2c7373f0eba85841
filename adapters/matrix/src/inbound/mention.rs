//! What a message says, without what clients add: the quote of the message that is answered, and names in place of accounts.

use super::event::Message;

/// Where a link to an account leads (Matrix specification, "matrix.to navigation").
const LINK: &str = "<a href=\"https://matrix.to/#/";

/// The text, with each person who is mentioned by a link as `<@account>`, which tells the core who is meant whatever they
/// are called. The bot itself stays what it is called.
pub(super) fn resolved(message: &Message, me: &str) -> String {
    let mut text = without_quote(message).to_owned();
    let mut from = 0;
    for (account, name) in links(message.formatted_body.as_deref().unwrap_or_default()) {
        if account == me || !message.mentions.user_ids.contains(&account) {
            continue;
        }
        if let Some(at) = text[from..].find(&name) {
            let named = format!("<@{account}>");
            text.replace_range(from + at..from + at + name.len(), &named);
            from += at + named.len();
        }
    }
    text
}

/// Older clients repeat what they answer: lines that begin with `> `, and an empty one.
fn without_quote(message: &Message) -> &str {
    let is_reply = message.relates_to.in_reply_to.is_some();
    let body = message.body.as_str();
    if !is_reply || !body.starts_with("> ") {
        return body;
    }
    body.split_once("\n\n").map_or(body, |(_, said)| said)
}

/// The accounts that a formatted text links to, each with what it is called there, in order.
fn links(html: &str) -> impl Iterator<Item = (String, String)> {
    html.split(LINK).skip(1).filter_map(|rest| {
        let (account, rest) = rest.split_once('"')?;
        let (name, _) = rest.split_once('>')?.1.split_once("</a>")?;
        let is_account = account.starts_with('@') || account.starts_with("%40");
        is_account.then(|| (plain(&account.replace("%40", "@").replace("%3A", ":")), plain(name)))
    })
}

/// A text of a formatted body as it is read.
fn plain(html: &str) -> String {
    let html = html.replace("&lt;", "<").replace("&gt;", ">");
    html.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}
