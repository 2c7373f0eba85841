//! The desk in Matrix rooms.
use matrix_sdk as _;
