//! Building cards: `Card::new().heading(…).line(…).actions(…)`.

use super::action::ActionToken;
use super::{Actions, Bar, Block, Button, Card, Line};
use crate::ids::GroupId;
use crate::locale::Voice;
use crate::phrase;
use crate::picture::Picture;

impl Card {
    /// An empty card.
    pub const fn new() -> Self {
        Self { blocks: Vec::new() }
    }

    /// The same with a title line more.
    #[must_use]
    pub fn heading(self, line: impl Into<Line>) -> Self {
        self.block(Block::Heading(line.into()))
    }

    /// The same with what stands beside the title above.
    #[must_use]
    pub fn aside(self, line: impl Into<Line>) -> Self {
        self.block(Block::Aside(line.into()))
    }

    /// The same with a line more; an empty one is left out.
    #[must_use]
    pub fn line(self, line: impl Into<Line>) -> Self {
        let line = line.into();
        if line.0.is_empty() {
            return self;
        }
        self.block(Block::Line(line))
    }

    /// The same with a list more; an empty one is left out.
    #[must_use]
    pub fn list(self, items: impl IntoIterator<Item = Line>) -> Self {
        let items: Vec<Line> = items.into_iter().collect();
        if items.is_empty() {
            return self;
        }
        self.block(Block::List(items))
    }

    /// The same with bars more; none are left out.
    #[must_use]
    pub fn bars(self, bars: impl IntoIterator<Item = Bar>) -> Self {
        let bars: Vec<Bar> = bars.into_iter().collect();
        if bars.is_empty() {
            return self;
        }
        self.block(Block::Bars(bars))
    }

    /// The same with what can be done now: the buttons there are, and the plain command that does the likeliest thing.
    #[must_use]
    pub fn actions(
        self,
        voice: &Voice,
        buttons: impl IntoIterator<Item = Option<Button>>,
        typed: impl Into<String>,
    ) -> Self {
        self.block(Block::Actions(Actions::new(voice, buttons, typed)))
    }

    /// The same with buttons that open forms, beside what can be done now.
    #[must_use]
    pub fn forms(mut self, buttons: impl IntoIterator<Item = Option<Button>>) -> Self {
        if let Some(Block::Actions(actions)) = self.blocks.last_mut() {
            actions.forms.extend(buttons.into_iter().flatten());
        }
        self
    }

    /// The same with a JSON file more.
    #[must_use]
    pub fn json(self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.document(name, "application/json", text)
    }

    /// The same with a file more, of that media type.
    #[must_use]
    pub fn document(self, name: impl Into<String>, media_type: &str, text: impl Into<String>) -> Self {
        self.block(Block::Document {
            name: name.into(),
            media_type: media_type.to_owned(),
            text: text.into(),
        })
    }

    /// The same with a picture more.
    #[must_use]
    pub fn picture(self, picture: Picture) -> Self {
        self.block(Block::Picture(picture))
    }

    /// Whether a picture goes with it, which takes a moment to draw.
    pub fn has_picture(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Picture(_)))
    }

    /// The same with a line more, above what can be done now.
    #[must_use]
    pub fn before_actions(mut self, line: Line) -> Self {
        let actions = self.blocks.pop_if(|block| matches!(block, Block::Actions(_)));
        self.blocks.push(Block::Line(line));
        self.blocks.extend(actions);
        self
    }

    /// The same with a block more.
    #[must_use]
    pub fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}

impl Actions {
    /// The buttons there are, and the plain command that does the likeliest thing.
    pub fn new(voice: &Voice, buttons: impl IntoIterator<Item = Option<Button>>, typed: impl Into<String>) -> Self {
        let buttons: Vec<Button> = buttons.into_iter().flatten().collect();
        let typed = typed.into();
        let typed = voice.line(&if buttons.is_empty() {
            phrase!("hint-type", command = command typed)
        } else {
            phrase!("or-type", command = command typed)
        });
        Self {
            buttons,
            forms: Vec::new(),
            typed,
            ballot: None,
        }
    }

    /// The same, where the buttons are the options of an open poll: one person may choose at most so many of them.
    #[must_use]
    pub fn ballot(self, most: u32) -> Self {
        Self {
            ballot: Some(most),
            ..self
        }
    }
}

impl Button {
    /// A button with that label that does what typing the command in that group does; `None` for a command longer
    /// than a [token](ActionToken) holds, which people then type.
    pub fn new(label: impl Into<String>, group: GroupId, command: impl Into<String>) -> Option<Self> {
        let token = ActionToken::new(group, command).ok()?;
        Some(Self {
            label: label.into(),
            token: token.to_string(),
        })
    }
}
