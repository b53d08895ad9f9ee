//! The forms of answers.

/// The form of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Form {
    /// `{code, message, errors}`, or an object of no particular form.
    Rest,
    /// `{reason, error}` of the token endpoint, or `{error, error_description}`.
    Token,
    /// `{status: false, errorCode, errorMessage, result}` of the authorization page.
    Authorization,
    /// `{schemas, detail, status}` of SCIM.
    Scim,
    /// `{jsonrpc, error: {code, message}}` of MCP servers.
    JsonRpc,
    /// `{errors: [{message, extensions}], data}`.
    GraphQl,
    /// No JSON object: HTML, plain text, or nothing.
    Other,
}
