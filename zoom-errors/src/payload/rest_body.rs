//! What a server of Zoom says in the body of a response, in whichever form.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::answer::{Answer, Detail};
use super::form::Form;
use super::note::Note;
use super::object::{Object, lossy, text, unreadable};
use super::show::{Excerpt, Sketch};

/// The body of a response over HTTP, whatever form Zoom answered in.
///
/// It keeps all that the server says: the first text is the [`message`](RestBody::message), any
/// other is among the [`details`](RestBody::details), and what could not be read is in the
/// [`notes`](RestBody::notes). What a code means depends on the request; that is told by
/// [`Failure`](crate::response::Failure).
///
/// ```
/// use zoom_errors::payload::{Form, RestBody};
///
/// let body = RestBody::from_json(
///     r#"{"code": 300, "message": "Validation Failed.",
///         "errors": [{"field": "topic", "message": "Invalid field."}]}"#,
/// );
/// assert_eq!((body.form(), body.code()), (Form::Rest, Some(300)));
/// assert_eq!(body.errors()[0].field.as_deref(), Some("topic"));
///
/// let rpc = r#"{"jsonrpc": "2.0", "id": 1, "error": {"code": -32001, "message": "Expired"}}"#;
/// let body = RestBody::from_json(rpc);
/// assert_eq!((body.form(), body.code(), body.message()), (Form::JsonRpc, Some(-32001), Some("Expired")));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct RestBody {
    form: Form,
    code: Option<i32>,
    word: Option<String>,
    message: Option<String>,
    details: Vec<Detail>,
    errors: Vec<FieldError>,
    missing_scopes: Vec<String>,
    notes: Vec<Note>,
}

/// An invalid field of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FieldError {
    /// The path of the field, such as `user_info.email`.
    pub field: Option<String>,
    /// What is wrong with it.
    pub message: Option<String>,
}

impl RestBody {
    /// Reads a body. What cannot be read is in the notes.
    #[must_use]
    pub fn from_json(body: impl AsRef<[u8]>) -> RestBody {
        read(body.as_ref())
    }

    pub(super) fn new(answer: Answer<'_>, errors: Vec<FieldError>, notes: Vec<Note>) -> RestBody {
        let message = answer.message.map(Cow::into_owned);
        RestBody {
            form: answer.form,
            code: answer.code,
            word: answer.word.map(Cow::into_owned),
            missing_scopes: message
                .as_deref()
                .map(super::scopes::missing_scopes)
                .unwrap_or_default(),
            message,
            details: answer.details,
            errors,
            notes,
        }
    }

    /// The form that it has.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// The code, where it is a number. It is no HTTP status, whatever it looks like; only SCIM sends
    /// the status here.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        self.code
    }

    /// The word in place of a number: `invalid_grant`, `1002_006`, or a number that is too large.
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        self.word.as_deref()
    }

    /// What the server says.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// What it says besides the message.
    #[must_use]
    pub fn details(&self) -> &[Detail] {
        &self.details
    }

    /// The fields that are invalid, in the order of the body.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// The scopes that the access token lacks, any one of which may be enough, as the message lists
    /// them.
    #[must_use]
    pub fn missing_scopes(&self) -> &[String] {
        &self.missing_scopes
    }

    /// What could not be read.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Whether the body reports an error, whatever the status of the response: by a code other than
    /// 0, by a word, by a list of errors, or by the form.
    ///
    /// ```
    /// use zoom_errors::payload::RestBody;
    ///
    /// assert!(RestBody::from_json(r#"{"code": 3161, "message": "Not hosted by you."}"#).reports_error());
    /// assert!(!RestBody::from_json(r#"{"id": 85746065432, "topic": "Weekly"}"#).reports_error());
    /// ```
    #[must_use]
    pub fn reports_error(&self) -> bool {
        match self.form {
            Form::Rest | Form::Other => {
                self.code.is_some_and(|code| code != 0)
                    || self.word.is_some()
                    || !self.errors.is_empty()
            }
            _ => true,
        }
    }
}

impl FieldError {
    /// An entry of the list: an object, or a mere text.
    pub(super) fn read(json: &str, entry: &Object<'_>) -> Option<FieldError> {
        let mut ignored = Vec::new();
        let error = match json.starts_with('{') {
            true => FieldError {
                field: entry.text(&["field"], &mut ignored).map(Cow::into_owned),
                message: entry
                    .text(&["message", "detail", "reason"], &mut ignored)
                    .map(Cow::into_owned),
            },
            false => FieldError {
                field: None,
                message: text(json).map(Cow::into_owned),
            },
        };
        (error.field.is_some() || error.message.is_some()).then_some(error)
    }

    /// The entries of the list `errors`; what is none is noted, once.
    pub(super) fn list(list: &[(&str, Object<'_>)], notes: &mut Vec<Note>) -> Vec<FieldError> {
        let read = list
            .iter()
            .map(|(json, entry)| FieldError::read(json, entry));
        let errors: Vec<FieldError> = read.flatten().collect();
        if errors.len() < list.len() && !notes.contains(&unreadable("errors")) {
            notes.push(unreadable("errors"));
        }
        errors
    }
}

/// Writes code and message in one line.
impl fmt::Display for RestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, &self.word) {
            (Some(code), _) => write!(f, "code {code}")?,
            (None, Some(word)) => write!(f, "code {}", Excerpt(word))?,
            (None, None) => f.write_str("no error code")?,
        }
        match &self.message {
            Some(message) => write!(f, ": {}", Excerpt(message)),
            None => Ok(()),
        }
    }
}

/// Leaves out what is absent.
impl fmt::Debug for RestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "RestBody")
            .field("form", &Some(self.form))
            .field("code", &self.code)
            .text("word", &self.word)
            .text("message", &self.message)
            .list("details", &self.details)
            .list("errors", &self.errors)
            .list("missing_scopes", &self.missing_scopes)
            .list("notes", &self.notes)
            .finish()
    }
}

impl Error for RestBody {}

fn read(body: &[u8]) -> RestBody {
    let mut notes = Vec::new();
    let text = lossy(body, &mut notes);
    let object = Object::read(&text, &mut notes);
    if object.is_empty() {
        return RestBody::new(Answer::said(&text, &notes), Vec::new(), notes);
    }
    let list = object.list("errors", &mut notes);
    let errors = FieldError::list(&list, &mut notes);
    let mut answer = Answer::of(&object, &mut notes);
    if answer.form == Form::Rest && answer.is_silent() && !list.is_empty() {
        answer.take_list(&object, &list);
    }
    RestBody::new(answer, errors, notes)
}
