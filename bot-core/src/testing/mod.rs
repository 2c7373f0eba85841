//! For tests: a clock set by hand, seeded ids, an in-memory store, and the contract suite that every store must pass.
