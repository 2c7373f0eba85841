//! What makes a missing or broken message impossible.

mod weaving;
