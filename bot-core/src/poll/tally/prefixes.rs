//! What papers have in common by Meek's rule: their choices down to the first that is neither elected nor out. No vote gets
//! beyond that one, so papers with the same beginning go the same way.

use std::ops::Range;

use super::outcome::OptionIndex;
use super::paper::{End, Paper};
use super::pile::Ended;
use super::sheet::Sheet;

/// Where all papers begin.
const ROOT: usize = 0;

/// The beginnings as a tree: below each its next choices. It is kept up to date from stage to stage, in which few papers move.
pub(super) struct Prefixes {
    /// What is below a node stands behind it.
    nodes: Vec<Node>,
    /// The choices of all papers, those with the same first choice behind each other: they are looked at together.
    choices: Vec<Vec<OptionIndex>>,
}

/// A paper on its way down its choices. It is moved from node to node, so that those of one node lie together.
struct Cursor {
    first: OptionIndex,
    /// Where the choices are that it has not been asked for yet, among those with the same first.
    rest: Range<usize>,
    end: End,
    votes: u64,
}

/// A beginning, by its last choice.
struct Node {
    parent: usize,
    option: OptionIndex,
    next: Vec<usize>,
    /// The papers that go no further.
    held: Vec<Cursor>,
    /// Their votes.
    held_votes: u64,
    /// The votes of those that have no further choice.
    ended: Ended,
    /// The votes of all papers that begin so.
    votes: u64,
}

impl Prefixes {
    pub(super) fn new<'a>(options: usize, papers: impl Iterator<Item = Paper<'a>>) -> Self {
        let mut root = Node::new(ROOT, OptionIndex(0));
        let mut choices = vec![Vec::new(); options];
        for paper in papers {
            let Some(first) = paper.choices().first() else {
                root.ended.add(paper.end, paper.votes);
                continue;
            };
            let choices = &mut choices[first.option.at()];
            let begin = choices.len();
            choices.extend(paper.choices().iter().map(|mark| mark.option));
            root.held.push(Cursor {
                first: first.option,
                rest: begin..choices.len(),
                end: paper.end,
                votes: paper.votes,
            });
        }
        Self {
            nodes: vec![root],
            choices,
        }
    }

    /// Papers go on whose last choice has been elected, or is out.
    pub(super) fn follow(&mut self, sheet: &Sheet<'_>) {
        for at in 0..self.nodes.len() {
            let option = self.nodes[at].option;
            if at != ROOT && sheet.is_continuing(option) {
                continue;
            }
            let begin = if at == ROOT || sheet.is_elected(option) {
                at
            } else {
                self.nodes[at].parent
            };
            self.nodes[at].held_votes = 0;
            for paper in std::mem::take(&mut self.nodes[at].held) {
                self.advance(paper, begin, sheet);
            }
        }
        self.add_up();
    }

    fn advance(&mut self, mut paper: Cursor, mut node: usize, sheet: &Sheet<'_>) {
        while let Some(at) = paper.rest.next() {
            let option = self.choices[paper.first.at()][at];
            let continuing = sheet.is_continuing(option);
            if continuing || sheet.is_elected(option) {
                node = self.below(node, option);
            }
            if continuing {
                let node = &mut self.nodes[node];
                node.held_votes += paper.votes;
                node.held.push(paper);
                return;
            }
        }
        self.nodes[node].ended.add(paper.end, paper.votes);
    }

    /// The node of an option below that one.
    fn below(&mut self, node: usize, option: OptionIndex) -> usize {
        let mut next = self.nodes[node].next.iter();
        if let Some(known) = next.find(|next| self.nodes[**next].option == option) {
            return *known;
        }
        let new = self.nodes.len();
        self.nodes.push(Node::new(node, option));
        self.nodes[node].next.push(new);
        new
    }

    fn add_up(&mut self) {
        for at in (0..self.nodes.len()).rev() {
            let node = &self.nodes[at];
            let below = node.next.iter().map(|next| self.nodes[*next].votes);
            self.nodes[at].votes = node.held_votes + node.ended.total() + below.sum::<u64>();
        }
    }

    /// Gives each option what it keeps of every vote that comes to it, in units of which a whole vote has `one`; the rest
    /// goes on, and at the end of a paper it is exhausted.
    pub(super) fn distribute(&self, one: u64, keep: &[u64], votes: &mut [u64], exhausted: &mut Ended) {
        let mut left = vec![one; self.nodes.len()];
        for (at, node) in self.nodes.iter().enumerate() {
            if at != ROOT {
                let weight = left[node.parent];
                let kept = (weight * keep[node.option.at()]).div_ceil(one);
                votes[node.option.at()] += kept * node.votes;
                left[at] = weight - kept;
            }
            exhausted.add_all(&node.ended, left[at]);
        }
    }
}

impl Node {
    fn new(parent: usize, option: OptionIndex) -> Self {
        Self {
            parent,
            option,
            next: Vec::new(),
            held: Vec::new(),
            held_votes: 0,
            ended: Ended::default(),
            votes: 0,
        }
    }
}
