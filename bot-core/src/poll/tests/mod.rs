//! Polls as people see them: what they type, and what comes back.

mod voting;
