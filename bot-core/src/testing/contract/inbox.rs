//! What every store does with its inbox.
