//! What was ordered to go wrong with the next so many requests.

use std::collections::HashMap;

/// How many requests a fault meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Often {
    /// The next one.
    Once,
    /// The next so many.
    Times(u32),
    /// All, until the faults are cleared.
    Always,
}

#[derive(Debug)]
struct Order<A, F> {
    about: Option<A>,
    fault: F,
    /// `None` for ever.
    left: Option<u32>,
}

/// The faults `F` that were ordered, by method and by what they are about; the first one that is about a request meets it.
#[derive(Debug)]
pub(crate) struct Orders<A, F>(HashMap<String, Vec<Order<A, F>>>);

impl<A, F> Default for Orders<A, F> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<A: PartialEq, F: Clone> Orders<A, F> {
    pub(crate) fn order(&mut self, method: &str, about: Option<A>, often: Often, fault: F) {
        let left = match often {
            Often::Once => Some(1),
            Often::Times(times) => Some(times),
            Often::Always => None,
        };
        let orders = self.0.entry(method.to_lowercase()).or_default();
        orders.push(Order { about, fault, left });
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault that meets a request of that method, which is about that.
    pub(crate) fn strike(&mut self, method: &str, about: Option<&A>) -> Option<F> {
        let orders = self.0.get_mut(method)?;
        let is_meant = |order: &&mut Order<A, F>| {
            order.left != Some(0) && (order.about.is_none() || order.about.as_ref() == about)
        };
        let order = orders.iter_mut().find(is_meant)?;
        order.left = order.left.map(|left| left - 1);
        Some(order.fault.clone())
    }
}
