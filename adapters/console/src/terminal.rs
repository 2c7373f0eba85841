//! Line editing, history and completion on a terminal, on a thread of its own.

use std::borrow::Cow;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use muster_core::catalogue::complete::Query;
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Context, Editor, ExternalPrinter, Helper};

use crate::screen::{Screen, SharedScreen};
use crate::seat::Seat;
use crate::session::Host;

/// The lines kept in the history file.
const HISTORY_LINES: usize = 1000;

/// Ends the mode in which a terminal marks what is pasted, and the line.
const PASTE_AS_TYPED: &[u8] = b"\x1b[?2004l\r\n";

/// The thread that reads lines: one after the other, the next when the one before has been answered.
#[derive(Debug)]
pub struct Terminal {
    lines: tokio::sync::mpsc::Receiver<String>,
    prompts: mpsc::Sender<Seat>,
    asking: bool,
    /// How the terminal was set before the editor set it.
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

/// The editor and its screen could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("the terminal cannot be opened: {0}")]
pub struct TerminalError(#[from] ReadlineError);

impl Terminal {
    /// Opens the terminal; from now on the screen shows what comes by itself above the line that is being typed.
    pub fn open(host: Arc<dyn Host>, history: PathBuf, screen: &SharedScreen) -> Result<Self, TerminalError> {
        #[cfg(unix)]
        let before = rustix::termios::tcgetattr(std::io::stdin()).ok();
        let settings = rustyline::Config::builder()
            .completion_type(CompletionType::List)
            .build();
        let mut editor: Editor<Typist, FileHistory> = Editor::with_config(settings)?;
        screen.replace(AbovePrompt(editor.create_external_printer()?));
        let (line_sender, lines) = tokio::sync::mpsc::channel(1);
        let (prompts, prompt_receiver) = mpsc::channel::<Seat>();
        std::thread::spawn(move || {
            // A history that is missing or cannot be read is an empty one.
            let _ = editor.load_history(&history);
            while let Ok(seat) = prompt_receiver.recv() {
                let prompt = format!("{}{}> ", seat.name, room_in_prompt(&seat));
                editor.set_helper(Some(Typist {
                    host: host.clone(),
                    seat,
                }));
                let Ok(line) = editor.readline(&prompt) else { break };
                if is_kept(editor.helper(), &line) {
                    let _ = editor.add_history_entry(&line);
                    keep_history(&mut editor, &history);
                }
                if line_sender.blocking_send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self {
            lines,
            prompts,
            asking: false,
            #[cfg(unix)]
            before,
        })
    }

    /// Asks for a line, with a prompt that says who sits where.
    pub fn ask(&mut self, seat: &Seat) {
        self.asking = true;
        // A terminal that has ended says so at the next `line`.
        let _ = self.prompts.send(seat.clone());
    }

    /// The line that was asked for; `None` at the end (Ctrl-D, Ctrl-C). May be given up and waited for again.
    pub async fn line(&mut self) -> Option<String> {
        let line = self.lines.recv().await;
        self.asking = false;
        line
    }
}

/// The editor cannot be told to give up the line that it reads: whoever does not wait for that line has to give the
/// terminal back in its place.
impl Drop for Terminal {
    fn drop(&mut self) {
        if !self.asking {
            return;
        }
        // A terminal that is gone needs nothing.
        let _ = std::io::stdout()
            .write_all(PASTE_AS_TYPED)
            .and_then(|()| std::io::stdout().flush());
        #[cfg(unix)]
        if let Some(before) = &self.before {
            use rustix::termios::{OptionalActions, tcsetattr};
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Drain, before);
        }
    }
}

fn room_in_prompt(seat: &Seat) -> String {
    match seat.owner_of_room() {
        Some(_) => format!(" {}", seat.room),
        None if seat.room == crate::session::MAIN_ROOM => String::new(),
        None => format!(" #{}", seat.room),
    }
}

/// Whether a line may stand in the history file: nothing that was typed in a private room may, and no vote.
fn is_kept(typist: Option<&Typist>, line: &str) -> bool {
    let private = typist.is_some_and(|typist| typist.seat.owner_of_room().is_some());
    !private && !line.to_lowercase().contains("vote")
}

fn keep_history(editor: &mut Editor<Typist, FileHistory>, path: &PathBuf) {
    use rustyline::history::History;
    let _ = editor.history_mut().set_max_len(HISTORY_LINES);
    // Losing the history loses no work.
    let _ = editor.save_history(path);
}

struct AbovePrompt<P>(P);

impl<P: ExternalPrinter + Send> Screen for AbovePrompt<P> {
    fn show(&mut self, text: &str) {
        // A terminal that is gone shows nothing; what people were to see is in the store all the same.
        let _ = self.0.print(format!("{text}\n"));
    }
}

/// Completes from the catalogue, as the person who sits here sees it.
struct Typist {
    host: Arc<dyn Host>,
    seat: Seat,
}

impl Completer for Typist {
    type Candidate = Pair;

    fn complete(&self, line: &str, cursor: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = &line[..cursor];
        let (speaker, text) = match crate::line::read(before) {
            crate::line::Line::Say { name: Some(name), .. } => {
                (name, before.split_once(": ").map_or("", |(_, text)| text).to_owned())
            }
            _ => (self.seat.speaker(None).to_owned(), before.to_owned()),
        };
        let start = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let query = Query::line(self.seat.address(), self.seat.author(&speaker), text);
        let choices = self.host.complete(&query);
        let pairs = choices.into_iter().map(|choice| Pair {
            display: choice.label,
            replacement: choice.value,
        });
        Ok((start, pairs.collect()))
    }
}

impl Highlighter for Typist {
    /// Colour only here: this runs on a terminal only, and not where it asks for none.
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _default: bool) -> Cow<'b, str> {
        Cow::Owned(format!("\x1b[1;36m{prompt}\x1b[0m"))
    }
}

impl Hinter for Typist {
    type Hint = String;
}

impl Validator for Typist {}

impl Helper for Typist {}
