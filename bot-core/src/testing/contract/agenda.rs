//! What every store does with its agenda.
