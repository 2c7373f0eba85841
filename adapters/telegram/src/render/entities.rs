//! Marks become entities, by the API's rules: those that overlap are nested; nothing stands within `code` and `pre`, and
//! they within nothing; none begins or ends with white space; at most a hundred a message.

use std::ops::Range;

use muster_core::reply::cut::units;

use super::inert::{cover, overlap};
use super::message::{Entity, EntityKind, Mentioned};
use super::piece::{Kind, Mark, Piece};

/// The most entities that a message may have: Telegram leaves out what comes after them, which its pages do not say and
/// people found by trying (github.com/rubenlagus/TelegramBots, issue 854).
pub(super) const MOST_ENTITIES: usize = 100;

/// The entities of a text whose blocks stand at those bytes.
pub(super) fn of(mut piece: Piece, blocks: &[Range<usize>]) -> Vec<Entity> {
    cover(&mut piece);
    cover_whole_blocks(&mut piece, blocks);
    let Piece { text, marks } = piece;
    let mut marks = tidy(&text, marks);
    drop_least_important(&mut marks);
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    entities(&text, &marks)
}

fn is_solid(mark: &Mark) -> bool {
    matches!(mark.kind, Kind::Code | Kind::Pre)
}

/// What is covered stays covered, at any price: where there are too many, whole blocks become one `pre`, those with the
/// most of them first, and at last the whole text.
fn cover_whole_blocks(piece: &mut Piece, blocks: &[Range<usize>]) {
    let solid = |piece: &Piece| piece.marks.iter().filter(|mark| is_solid(mark)).count();
    let within = |block: &Range<usize>| {
        let within = |mark: &&Mark| is_solid(mark) && overlap(&mark.range, block);
        piece.marks.iter().filter(within).count()
    };
    let mut crowded: Vec<_> = blocks.iter().map(|block| (within(block), block.clone())).collect();
    crowded.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let whole = 0..piece.text.len();
    for block in crowded.into_iter().map(|(_, block)| block).chain([whole]) {
        if solid(piece) <= MOST_ENTITIES {
            return;
        }
        piece.marks.retain(|mark| !overlap(&mark.range, &block));
        piece.marks.push(Mark {
            kind: Kind::Pre,
            range: block,
        });
    }
}

/// The marks that are entities, each without white space at its ends, and bold text in pieces around what is solid.
fn tidy(text: &str, marks: Vec<Mark>) -> Vec<Mark> {
    let (mut solid, others): (Vec<_>, Vec<_>) = marks.into_iter().partition(is_solid);
    solid.sort_by_key(|mark| mark.range.start);
    let clear = |mark: &Mark| !solid.iter().any(|solid| overlap(&solid.range, &mark.range));
    let mut tidied = Vec::new();
    for mark in others {
        match mark.kind {
            Kind::Bold => tidied.extend(around(&mark, &solid)),
            Kind::Time(_) | Kind::Mention(_) if clear(&mark) => tidied.push(mark),
            _ => {}
        }
    }
    tidied.extend(solid);
    let trimmed = tidied.into_iter().map(|mark| trimmed(text, mark));
    trimmed.filter(|mark| mark.range.start < mark.range.end).collect()
}

fn around(mark: &Mark, solid: &[Mark]) -> Vec<Mark> {
    let mut pieces = Vec::new();
    let mut start = mark.range.start;
    let within = solid.iter().filter(|solid| overlap(&solid.range, &mark.range));
    for end in within
        .map(|solid| &solid.range)
        .chain([&(mark.range.end..mark.range.end)])
    {
        if start < end.start {
            pieces.push(Mark {
                kind: mark.kind,
                range: start..end.start,
            });
        }
        start = end.end;
    }
    pieces
}

fn trimmed(text: &str, Mark { kind, range }: Mark) -> Mark {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    let range = start..start + inner.trim().len();
    Mark { kind, range }
}

/// Instants go first, the last of them before the others, then bold, then mentions; what is solid is never dropped.
fn drop_least_important(marks: &mut Vec<Mark>) {
    let is_time = |mark: &Mark| matches!(mark.kind, Kind::Time(_));
    let is_bold = |mark: &Mark| mark.kind == Kind::Bold;
    let is_mention = |mark: &Mark| matches!(mark.kind, Kind::Mention(_));
    while marks.len() > MOST_ENTITIES {
        let last = |which: &dyn Fn(&Mark) -> bool| {
            let found = marks.iter().enumerate().filter(|(_, mark)| which(mark));
            found.max_by_key(|(_, mark)| mark.range.start).map(|(at, _)| at)
        };
        match last(&is_time).or_else(|| last(&is_bold)).or_else(|| last(&is_mention)) {
            Some(least) => marks.remove(least),
            None => return,
        };
    }
}

fn entities(text: &str, marks: &[Mark]) -> Vec<Entity> {
    let (mut at, mut offset) = (0, 0);
    let entities = marks.iter().filter_map(|mark| {
        offset += units(&text[at..mark.range.start]);
        at = mark.range.start;
        let (kind, unix_time, user) = match mark.kind {
            Kind::Bold => (EntityKind::Bold, None, None),
            Kind::Code => (EntityKind::Code, None, None),
            Kind::Pre => (EntityKind::Pre, None, None),
            Kind::Time(seconds) => (EntityKind::DateTime, Some(seconds), None),
            Kind::Mention(id) => (EntityKind::TextMention, None, Some(Mentioned::of(id))),
            Kind::Name => return None,
        };
        Some(Entity {
            kind,
            offset,
            length: units(&text[mark.range.clone()]),
            unix_time,
            user,
        })
    });
    entities.collect()
}
