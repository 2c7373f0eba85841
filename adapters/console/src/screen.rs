//! Where what people see is shown.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// Shows a text, one or more lines without the last line's end.
pub trait Screen: Send {
    /// Shows it.
    fn show(&mut self, text: &str);
}

/// Lines on a stream: a pipe, a file, a terminal without line editing.
#[derive(Debug)]
pub struct Stream<W>(pub W);

impl<W: Write + Send> Screen for Stream<W> {
    fn show(&mut self, text: &str) {
        // Who reads a pipe may have gone; what people were to see is in the store all the same.
        let _ = writeln!(self.0, "{text}").and_then(|()| self.0.flush());
    }
}

/// Keeps what was shown, for a transcript to look at.
#[derive(Debug, Clone, Default)]
pub struct Recorder(Arc<Mutex<String>>);

impl Recorder {
    /// What was shown since it was last asked.
    pub fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Screen for Recorder {
    fn show(&mut self, text: &str) {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shown.push_str(text);
        shown.push('\n');
    }
}

/// A screen that the courier and the session share.
#[derive(Clone)]
pub struct SharedScreen(Arc<Mutex<Box<dyn Screen>>>);

impl std::fmt::Debug for SharedScreen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SharedScreen")
    }
}

impl SharedScreen {
    /// Shares that screen.
    pub fn new(screen: impl Screen + 'static) -> Self {
        Self(Arc::new(Mutex::new(Box::new(screen))))
    }

    /// Standard output as a plain stream.
    pub fn stdout() -> Self {
        Self::new(Stream(io::stdout()))
    }

    /// Puts another screen in its place, for everyone who shares it.
    pub fn replace(&self, screen: impl Screen + 'static) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Box::new(screen);
    }

    /// Shows a text.
    pub fn show(&self, text: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).show(text);
    }
}
