//! What every store does with the leases of nodes.

use std::sync::Arc;

use super::fixtures::{at, begin, read};
use crate::store::{Hold, NodeLease, Store};

fn lease(name: &str, owner: &str, minutes: i64) -> NodeLease {
    NodeLease {
        name: name.to_owned(),
        owner: owner.to_owned(),
        until: at(minutes),
    }
}

/// A lease is its holder's until it runs out; then whoever asks first has it.
pub async fn one_node_holds_a_lease(store: Arc<dyn Store>) {
    let mut unit = begin(&store).await;
    assert_eq!(unit.hold("north", "a", at(0), at(5)).await.unwrap(), Hold::Taken);
    assert_eq!(unit.hold("north", "b", at(4), at(9)).await.unwrap(), Hold::Elsewhere);
    assert_eq!(unit.hold("north", "a", at(4), at(8)).await.unwrap(), Hold::Renewed);
    assert_eq!(unit.hold("south", "b", at(4), at(9)).await.unwrap(), Hold::Taken);
    unit.commit().await.unwrap();
    let held = [lease("north", "a", 8), lease("south", "b", 9)];
    assert_eq!(read(&store).await.leases().await.unwrap(), held);

    let mut unit = begin(&store).await;
    assert_eq!(unit.hold("north", "b", at(7), at(12)).await.unwrap(), Hold::Elsewhere);
    assert_eq!(unit.hold("north", "b", at(8), at(12)).await.unwrap(), Hold::Taken);
    assert_eq!(unit.hold("north", "a", at(8), at(12)).await.unwrap(), Hold::Elsewhere);
}

/// A node that stops lets go of everything it holds, and of nothing else.
pub async fn leases_are_let_go(store: Arc<dyn Store>) {
    let mut unit = begin(&store).await;
    for (name, owner) in [("north", "a"), ("south", "a"), ("west", "b")] {
        unit.hold(name, owner, at(0), at(5)).await.unwrap();
    }
    assert_eq!(unit.let_go("a").await.unwrap(), 2);
    assert_eq!(unit.let_go("a").await.unwrap(), 0);
    assert_eq!(unit.leases().await.unwrap(), [lease("west", "b", 5)]);
    assert_eq!(unit.hold("north", "b", at(1), at(5)).await.unwrap(), Hold::Taken);
}
