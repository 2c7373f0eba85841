//! Forms: what a command still needs, asked in fields, and what comes back. A form is only another way to type: filled in it
//! is the same invocation as the command with its arguments by name, and whoever may not use the command gets none.

use super::entry::Defaults;
use super::onlooker::Onlooker;
use crate::catalogue::forms::{Begins, FieldSpec, FormSpec, most_chars};
use crate::catalogue::{self, Access, ArgSpec, CommandSpec, RawInvocation, decode};
use crate::clock::Instant;
use crate::error::{Hint, UserError};
use crate::ids::{GroupId, Kind, Reference};
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::action::ActionToken;
use crate::reply::form::{Field, Form};
use crate::shift::form as shift;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::{Content, Inbound};
use crate::time::Frame;

/// What a field that was emptied says: what takes away what was there.
const NOTHING: &str = "none";

/// The form that an event asks for; `None` where it is to be accepted as it is, and answered in words.
pub(crate) async fn ask(
    unit: &mut dyn UnitOfWork,
    inbound: &Inbound,
    defaults: &Defaults,
    now: Instant,
) -> StoreResult<Option<Form>> {
    let Ok(Some((raw, button_group))) = inbound.content.invocation() else {
        return Ok(None);
    };
    let asked = FormSpec::asked_by(&raw).filter(|_| !matches!(inbound.content, Content::Filled { .. }));
    let Some((form, about)) = asked.filter(|_| !inbound.author.anonymous) else {
        return Ok(None);
    };
    let Some(spec) = form.command() else { return Ok(None) };
    let onlooker = Onlooker::of(unit, &inbound.room, &inbound.author, defaults, now).await?;
    let group = onlooker.group.as_ref().map(|group| group.id);
    if !may(&onlooker, spec, inbound) || button_group.is_some_and(|button| Some(button) != group) {
        return Ok(None);
    }
    let mut values = Vec::new();
    if let Some(about) = about {
        let Some(group) = group else { return Ok(None) };
        let Some(shift) = begin(unit, group, about, &onlooker.frame).await? else {
            return Ok(None);
        };
        if !onlooker.runs(shift.shift.team) || form.begins == Begins::Changing && shift.shift.must_be_live(now).is_err()
        {
            return Ok(None);
        }
        values = shift.named;
    }
    let token = ActionToken::new(group.unwrap_or(ActionToken::ANY_GROUP), command(form, about));
    Ok(token.ok().map(|token| Form {
        title: title(form, about, &onlooker.voice),
        token: token.to_string(),
        fields: form
            .args()
            .map(|(field, arg)| field_of(form, field, arg, &values, &onlooker.voice))
            .collect(),
    }))
}

/// Whether the command is theirs at all.
fn may(onlooker: &Onlooker, spec: &CommandSpec, inbound: &Inbound) -> bool {
    let has_group = onlooker.group.is_some() || inbound.author.administers() && !inbound.room.private;
    onlooker.may(spec) && !onlooker.removed && (has_group || spec.access == Access::Anyone)
}

/// What a form about something begins with.
async fn begin(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    about: Reference,
    frame: &Frame,
) -> StoreResult<Option<shift::Written>> {
    match about.kind {
        Kind::Shift => shift::written(unit, group, about.number, frame).await,
        Kind::Task | Kind::Poll | Kind::Reminder | Kind::Broadcast => Ok(None),
    }
}

/// The command that a form is for: `shift edit S12`.
fn command(form: &FormSpec, about: Option<Reference>) -> String {
    about.map_or_else(|| form.path.to_owned(), |about| format!("{} {about}", form.path))
}

fn title(form: &FormSpec, about: Option<Reference>, voice: &Voice) -> String {
    let title = voice.text(&Phrase::keyed(form.title_key()));
    let title = about.map_or(title.clone(), |about| format!("{title} {about}"));
    fit(&title, Form::TITLE_CHARS)
}

fn field_of(
    form: &FormSpec,
    field: &FieldSpec,
    arg: &ArgSpec,
    values: &[(&'static str, String)],
    voice: &Voice,
) -> Field {
    let value = values.iter().find(|(name, _)| *name == arg.name);
    Field {
        name: arg.name,
        label: label(form, field, voice),
        hint: fit(
            &voice.text(&Phrase::keyed(format!("{}-hint", form.label_key(field)))),
            Field::HINT_CHARS,
        ),
        value: value.map(|(_, value)| value.clone()).unwrap_or_default(),
        required: field.required,
        long: field.long,
        max: most_chars(arg),
    }
}

fn label(form: &FormSpec, field: &FieldSpec, voice: &Voice) -> String {
    fit(&voice.text(&Phrase::keyed(form.label_key(field))), Field::LABEL_CHARS)
}

fn fit(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// A form that came back, on its way to being a command.
pub(crate) struct Filled {
    form: &'static FormSpec,
    about: Option<Reference>,
}

impl Filled {
    /// The form that an event fills in, if it does.
    pub(crate) fn of(inbound: &Inbound, raw: &RawInvocation) -> Option<Self> {
        let Content::Filled { .. } = inbound.content else {
            return None;
        };
        let bare = RawInvocation {
            text: raw.text.clone(),
            named: Vec::new(),
        };
        let (form, about) = FormSpec::asked_by(&bare)?;
        Some(Self { form, about })
    }

    /// What was filled in as it would be typed: of something that it changes only what is not as it stands today, since to
    /// type it again would make it a date's own; of something that it copies also what has no field.
    pub(crate) async fn typed(
        &self,
        unit: &mut dyn UnitOfWork,
        group: Option<GroupId>,
        mut raw: RawInvocation,
        frame: &Frame,
    ) -> StoreResult<RawInvocation> {
        let (Some(about), Some(group)) = (self.about, group) else {
            return Ok(raw);
        };
        let today = begin(unit, group, about, frame).await?;
        let today = today.map(|shift| shift.named).unwrap_or_default();
        match self.form.begins {
            Begins::Empty => {}
            Begins::Changing => raw.named = self.changes(&today, &raw.named),
            Begins::Copying => {
                self.form.path.clone_into(&mut raw.text);
                let without_field = today.into_iter().filter(|(name, _)| !self.asks(name));
                raw.named
                    .extend(without_field.map(|(name, value)| (name.to_owned(), value)));
            }
        }
        Ok(raw)
    }

    fn asks(&self, name: &str) -> bool {
        self.form.fields.iter().any(|field| field.arg == name)
    }

    /// The fields that say something else than what stands there today; an emptied one takes it away.
    fn changes(&self, today: &[(&'static str, String)], filled: &[(String, String)]) -> Vec<(String, String)> {
        let stands = |name: &str| today.iter().find(|(other, _)| *other == name);
        let is_other = |name: &str, value: &str| {
            stands(name).is_none_or(|(_, today)| {
                today
                    .lines()
                    .map(str::trim_end)
                    .ne(value.trim().lines().map(str::trim_end))
            })
        };
        let changed = filled.iter().filter(|(name, value)| is_other(name, value)).cloned();
        let emptied = self.form.fields.iter().filter(|field| {
            let given = filled.iter().any(|(name, _)| name == field.arg);
            !field.required && !given && stands(field.arg).is_some()
        });
        let emptied = emptied.map(|field| (field.arg.to_owned(), NOTHING.to_owned()));
        changed.chain(emptied).collect()
    }

    /// What does not fit, with the field that it is about as people see it.
    pub(crate) fn misfits(&self, error: UserError, raw: &RawInvocation, frame: &Frame) -> UserError {
        let misfit = self.form.command().and_then(|spec| decode::misfit(spec, raw, frame));
        let field = misfit.and_then(|arg| self.form.fields.iter().find(|field| field.arg == arg.name));
        match field {
            Some(field) => {
                let label = Phrase::keyed(self.form.label_key(field));
                error.hint(Hint::Say(phrase!("form-field", field = phrase label)))
            }
            None => error,
        }
    }

    /// The refusal of what was filled in: it repeats everything as a command, so that nothing has to be thought of again.
    pub(crate) fn refused(&self, error: UserError, raw: &RawInvocation) -> UserError {
        match self.form.command() {
            Some(spec) if !raw.named.is_empty() && !error.confidential => {
                let again = catalogue::retyped(spec, raw);
                error.hint(Hint::Say(phrase!("form-again", command = command again)))
            }
            _ => error,
        }
    }
}
