//! An exhaustive search: every state that can be reached, breadth first, so that what is found is shown by a shortest way.
//!
//! Two kinds of law are held: a step that breaks one says so itself; and from every state there must be a way to an end by
//! [good](Step::is_good) steps alone, so that nothing is ever stuck. (Stateright's "eventually" is sound only where no way
//! leads back, and here many do.)

use std::collections::HashMap;
use std::collections::VecDeque;
use std::fmt::{self, Display};
use std::time::{Duration, Instant as Stopwatch};

/// What can be searched.
pub(crate) trait System {
    type State;
    type Act: Copy + Display;

    fn starts(&self) -> Vec<Self::State>;
    /// Everything that can happen next.
    fn steps(&self, state: &Self::State) -> Vec<Step<Self::State, Self::Act>>;
    /// What tells states apart: two of the same key behave the same from here on.
    fn key(&self, state: &Self::State) -> Vec<u8>;
    /// Whether it has come to its end.
    fn is_done(&self, state: &Self::State) -> bool;
    /// For people.
    fn show(&self, state: &Self::State) -> String;
}

/// Something that can happen.
pub(crate) struct Step<S, A> {
    pub(crate) act: A,
    /// Whether it can be counted on: no crash, no failure, no act of the other node.
    pub(crate) is_good: bool,
    /// What comes of it; or the law that it breaks.
    pub(crate) next: Result<S, String>,
}

/// A way that breaks a law.
#[derive(Debug)]
pub(crate) struct Broken {
    pub(crate) law: String,
    pub(crate) way: Vec<String>,
}

impl Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.law)?;
        for (number, step) in self.way.iter().enumerate() {
            writeln!(f, "{number:>3}  {step}")?;
        }
        Ok(())
    }
}

/// What was searched.
#[derive(Debug)]
pub(crate) struct Explored {
    pub(crate) states: usize,
    pub(crate) steps: usize,
    pub(crate) depth: u32,
    pub(crate) time: Duration,
}

impl Display for Explored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            states,
            steps,
            depth,
            time,
        } = self;
        write!(
            f,
            "{states} states, {steps} steps, depth {depth}, {:.1} s",
            time.as_secs_f64()
        )
    }
}

/// How a state was reached first.
struct Reached<A> {
    from: Option<(usize, A)>,
    depth: u32,
    is_done: bool,
}

/// Looks at every state that can be reached.
pub(crate) fn explore<T: System>(system: &T) -> Result<Explored, Broken> {
    let began = Stopwatch::now();
    let mut known: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut reached: Vec<Reached<T::Act>> = Vec::new();
    let mut queue = VecDeque::new();
    let mut ways_back: Vec<(usize, usize)> = Vec::new();
    let mut steps = 0;
    for state in system.starts() {
        if known.insert(system.key(&state), reached.len()).is_none() {
            queue.push_back((reached.len(), state));
            reached.push(Reached {
                from: None,
                depth: 0,
                is_done: false,
            });
        }
    }
    while let Some((at, state)) = queue.pop_front() {
        reached[at].is_done = system.is_done(&state);
        for step in system.steps(&state) {
            steps += 1;
            let next = step.next.map_err(|law| {
                let mut way = way(system, &reached, at);
                way.push(format!("{}  BREAKS: {law}", step.act));
                Broken { law, way }
            })?;
            let depth = reached[at].depth + 1;
            let to = *known.entry(system.key(&next)).or_insert_with(|| {
                reached.push(Reached {
                    from: Some((at, step.act)),
                    depth,
                    is_done: false,
                });
                queue.push_back((reached.len() - 1, next));
                reached.len() - 1
            });
            if step.is_good && to != at {
                ways_back.push((to, at));
            }
        }
    }
    if let Some(stuck) = first_stuck(&reached, ways_back) {
        return Err(Broken {
            law: "it is stuck: no good step leads to an end".to_owned(),
            way: way(system, &reached, stuck),
        });
    }
    Ok(Explored {
        states: reached.len(),
        steps,
        depth: reached.last().map_or(0, |last| last.depth),
        time: began.elapsed(),
    })
}

/// The first state from which no good way leads to an end.
fn first_stuck<A>(reached: &[Reached<A>], mut ways_back: Vec<(usize, usize)>) -> Option<usize> {
    ways_back.sort_unstable();
    ways_back.dedup();
    let mut ends: Vec<bool> = reached.iter().map(|state| state.is_done).collect();
    let mut open: Vec<usize> = (0..reached.len()).filter(|at| ends[*at]).collect();
    while let Some(to) = open.pop() {
        let first = ways_back.partition_point(|way| way.0 < to);
        for (_, from) in ways_back[first..].iter().take_while(|way| way.0 == to) {
            if !std::mem::replace(&mut ends[*from], true) {
                open.push(*from);
            }
        }
    }
    ends.iter().position(|ends| !ends)
}

/// The way by which a state was reached first, walked again from its start.
fn way<T: System>(system: &T, reached: &[Reached<T::Act>], mut at: usize) -> Vec<String> {
    let mut acts = Vec::new();
    while let Some((from, act)) = reached[at].from {
        acts.push(act.to_string());
        at = from;
    }
    let Some(mut state) = system.starts().into_iter().nth(at) else {
        return acts;
    };
    let mut way = vec![system.show(&state)];
    for act in acts.into_iter().rev() {
        let step = system
            .steps(&state)
            .into_iter()
            .find(|step| step.act.to_string() == act);
        let Some(Ok(next)) = step.map(|step| step.next) else {
            way.push(format!("{act}  cannot be walked again"));
            return way;
        };
        state = next;
        way.push(format!("{act:<60} {}", system.show(&state)));
    }
    way
}
