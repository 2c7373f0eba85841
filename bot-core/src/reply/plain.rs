//! The reference renderer: every card as plain text.
