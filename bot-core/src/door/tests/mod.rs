//! What comes to the door.

mod late;
