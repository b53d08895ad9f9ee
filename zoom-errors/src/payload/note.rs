//! What could not be read.

use core::fmt;

/// Something in a payload or a response that could not be read, or not for certain.
///
/// Decoding never fails. Whatever it had to leave out, it says here.
///
/// ```
/// use zoom_errors::payload::{Note, RestBody};
///
/// let body = RestBody::from_json("<html><h1>502 Bad Gateway</h1></html>");
/// assert_eq!(body.notes(), [Note::Markup]);
/// assert_eq!(Note::Markup.to_string(), "the body is HTML or XML, not JSON");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Note {
    /// There is no body, or nothing but white space.
    Empty,
    /// The body is HTML or XML, such as a proxy sends.
    Markup,
    /// The body is text that holds no JSON object.
    Text,
    /// The body is JSON, but no object.
    NotAnObject,
    /// The JSON object is invalid or breaks off; the fields before that place were read.
    Malformed,
    /// There is text before or after the JSON object, as in the line of a log.
    Surrounded,
    /// Bytes that are not UTF-8 were replaced.
    Encoding,
    /// A field of the JSON object.
    Field {
        /// The key, or that of the list which holds it.
        field: &'static str,
        /// What is wrong with it.
        problem: Problem,
    },
    /// A header of the response.
    Header {
        /// The name, as Zoom's documentation writes it.
        header: &'static str,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// What is wrong with a field or a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Problem {
    /// It occurs more than once with different values. Of a field the last one counts, as in
    /// JavaScript; of a header the first.
    Repeated,
    /// Its value is not of the form that it should have.
    Unreadable,
    /// It is a number, but too large or too small for the type.
    OutOfRange,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Empty => f.write_str("there is no body"),
            Note::Markup => f.write_str("the body is HTML or XML, not JSON"),
            Note::Text => f.write_str("the body holds no JSON object"),
            Note::NotAnObject => f.write_str("the body is JSON, but no object"),
            Note::Malformed => f.write_str("the JSON is invalid or breaks off"),
            Note::Surrounded => f.write_str("there is text around the JSON object"),
            Note::Encoding => f.write_str("the body is not UTF-8 throughout"),
            Note::Field { field, problem } => write!(f, "field `{field}` {problem}"),
            Note::Header { header, problem } => write!(f, "header `{header}` {problem}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Problem::Repeated => "occurs more than once, with different values",
            Problem::Unreadable => "cannot be read",
            Problem::OutOfRange => "is out of range",
        })
    }
}
