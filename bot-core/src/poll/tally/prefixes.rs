//! What papers have in common by Meek's rule: their choices down to the first that is neither elected nor out. No vote gets
//! beyond that one, so papers with the same beginning go the same way.

use super::outcome::OptionIndex;
use super::paper::Paper;
use super::pile::Ended;
use super::sheet::Sheet;

/// Where all papers begin.
const ROOT: usize = 0;

/// The beginnings as a tree: below each its next choices. It is kept up to date from stage to stage, in which few papers move.
pub(super) struct Prefixes {
    papers: Vec<Cursor>,
    /// What is below a node stands behind it.
    nodes: Vec<Node>,
}

/// A paper, and how many of its choices are looked at.
struct Cursor {
    paper: Paper,
    read: usize,
}

/// A beginning, by its last choice.
struct Node {
    parent: usize,
    option: OptionIndex,
    next: Vec<usize>,
    /// The papers that go no further.
    held: Vec<usize>,
    /// The votes of all papers that begin so.
    votes: u64,
    /// The votes of those that have no further choice.
    ended: Ended,
}

impl Prefixes {
    pub(super) fn new(papers: Vec<Paper>) -> Self {
        let root = Node::new(ROOT, OptionIndex(0));
        let papers = papers.into_iter().map(|paper| Cursor { paper, read: 0 });
        let mut prefixes = Self {
            papers: papers.collect(),
            nodes: vec![root],
        };
        prefixes.nodes[ROOT].held = (0..prefixes.papers.len()).collect();
        prefixes
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
            for paper in std::mem::take(&mut self.nodes[at].held) {
                self.advance(paper, begin, sheet);
            }
        }
        self.add_up();
    }

    fn advance(&mut self, index: usize, mut node: usize, sheet: &Sheet<'_>) {
        loop {
            let Cursor { paper, read } = &mut self.papers[index];
            let Some(option) = paper.choices.get(*read).copied() else {
                self.nodes[node].ended.add(paper.end, paper.votes);
                return;
            };
            *read += 1;
            let continuing = sheet.is_continuing(option);
            if continuing || sheet.is_elected(option) {
                node = self.below(node, option);
            }
            if continuing {
                self.nodes[node].held.push(index);
                return;
            }
        }
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
            let held = node.held.iter().map(|paper| self.papers[*paper].paper.votes);
            let below = node.next.iter().map(|next| self.nodes[*next].votes);
            self.nodes[at].votes = held.chain(below).sum::<u64>() + node.ended.total();
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
            votes: 0,
            ended: Ended::default(),
        }
    }
}
