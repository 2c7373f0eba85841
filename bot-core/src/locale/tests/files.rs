//! The messages of a language, as Fluent's own parser reads the files.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use crate::locale::{Language, bundles};

/// What a message wants of its arguments.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// The file's name, the same in every language.
    pub(super) file: String,
    /// Its variables.
    pub(super) variables: BTreeSet<String>,
    /// The variables that it selects by, each with the keys of its variants.
    pub(super) selectors: BTreeMap<String, BTreeSet<String>>,
}

/// The messages of a language by key. What is no plain message, or is there twice, is a complaint.
pub(super) fn messages(language: Language, complaints: &mut Vec<String>) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for (path, text) in bundles::files(language) {
        let resource = parser::parse(*text).unwrap_or_else(|(resource, errors)| {
            complaints.extend(errors.iter().map(|error| format!("{path}: {error}")));
            resource
        });
        for entry in resource.body {
            let Entry::Message(entry) = entry else {
                if matches!(entry, Entry::Term(_) | Entry::Junk { .. }) {
                    complaints.push(format!("{path}: not a message: {entry:?}"));
                }
                continue;
            };
            let key = entry.id.name.to_owned();
            let mut message = Message {
                file: path.rsplit('/').next().unwrap_or_default().to_owned(),
                ..Message::default()
            };
            match &entry.value {
                Some(pattern) => message.read(pattern),
                None => complaints.push(format!("{path}: {key} says nothing")),
            }
            if messages.insert(key.clone(), message).is_some() {
                complaints.push(format!("{path}: {key} is there twice"));
            }
        }
    }
    messages
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let keys = variants.iter().filter(|variant| !variant.default);
                let keys = keys.map(|variant| match variant.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                });
                if let InlineExpression::VariableReference { id } = selector {
                    self.selectors.entry(id.name.to_owned()).or_default().extend(keys);
                }
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(arguments),
            _ => {}
        }
    }

    fn read_arguments(&mut self, arguments: &CallArguments<&str>) {
        for inline in &arguments.positional {
            self.read_inline(inline);
        }
    }
}
