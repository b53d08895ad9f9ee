//! Errors as diagnostics for a terminal: feature `miette`.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use miette::{Diagnostic, Severity};

use crate::explain::sealed::Sealed;
use crate::oauth::OauthTokenError;
use crate::{ErrorCode, Observed, Product, Remediation, Retry, ZoomError};

/// An error as a [`Diagnostic`]: code, remediation as help, address of the documentation, severity.
///
/// It is a wrapper because `Diagnostic::code` on the enums themselves would hide their own `code`.
/// A failure that may pass by itself is a warning, any other an error.
///
/// ```
/// use miette::Diagnostic;
/// use zoom_errors::{Report, rest_api::RestApiError};
///
/// fn call() -> Result<(), RestApiError> {
///     Err(RestApiError::NotFound)
/// }
///
/// fn main_of_a_program() -> miette::Result<()> {
///     call().map_err(Report::new)?;
///     Ok(())
/// }
///
/// let report = main_of_a_program().unwrap_err();
/// assert_eq!(report.code().unwrap().to_string(), "zoom::rest_api::404");
/// assert!(report.help().unwrap().to_string().starts_with("1. "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report<E> {
    error: E,
}

/// Everything that can be put into a [`Report`]: codes, observed codes, [`ZoomError`] and, with
/// feature `json`, what is decoded from payloads and responses.
pub trait Reportable: Error + Send + Sync + Sealed + 'static {
    /// What the diagnostic shows beside the message.
    #[doc(hidden)]
    fn facts(&self) -> Facts;
}

/// What a diagnostic shows beside the message.
#[doc(hidden)]
pub struct Facts {
    code: Option<String>,
    retry: Option<Retry>,
    is_failure: bool,
    steps: Option<Remediation>,
    url: Option<&'static str>,
}

impl From<ZoomError> for Facts {
    fn from(error: ZoomError) -> Facts {
        Facts {
            code: Some(code(error.product(), error.code())),
            retry: Some(error.retry()),
            is_failure: error.kind().is_failure(),
            steps: Some(error.remediation()),
            url: error.docs_url(),
        }
    }
}

fn code(product: Product, code: impl fmt::Display) -> String {
    format!("zoom::{}::{code}", product.id())
}

impl From<OauthTokenError> for Facts {
    fn from(error: OauthTokenError) -> Facts {
        Facts {
            code: Some(code(Product::Oauth, error.value())),
            retry: Some(error.retry()),
            is_failure: true,
            steps: Some(error.remediation()),
            url: error.source_page().url(),
        }
    }
}

impl<E> Report<E> {
    /// Wraps an error.
    pub const fn new(error: E) -> Report<E> {
        Report { error }
    }

    /// The error.
    pub const fn error(&self) -> &E {
        &self.error
    }

    /// Takes the error out.
    pub fn into_inner(self) -> E {
        self.error
    }
}

impl<E: Reportable> From<E> for Report<E> {
    fn from(error: E) -> Report<E> {
        Report::new(error)
    }
}

/// Writes what the error writes, always without steps: those are the help.
impl<E: fmt::Display> fmt::Display for Report<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.error)
    }
}

impl<E: Reportable> Error for Report<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}

impl<E: Reportable> Diagnostic for Report<E> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.error.facts().code?))
    }

    fn severity(&self) -> Option<Severity> {
        let facts = self.error.facts();
        Some(match facts.retry {
            _ if !facts.is_failure => Severity::Advice,
            Some(retry) if retry.helps_unchanged() => Severity::Warning,
            _ => Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let steps = self.error.facts().steps?;
        (!steps.is_empty()).then(|| Box::new(steps) as Box<dyn fmt::Display>)
    }

    fn url<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.error.facts().url?))
    }
}

impl<E: ErrorCode> Reportable for E {
    fn facts(&self) -> Facts {
        let error: ZoomError = (*self).into();
        error.into()
    }
}

impl Reportable for ZoomError {
    fn facts(&self) -> Facts {
        (*self).into()
    }
}

impl Reportable for OauthTokenError {
    fn facts(&self) -> Facts {
        (*self).into()
    }
}

impl<E: ErrorCode> Sealed for Observed<E> {}

impl<E: ErrorCode> Reportable for Observed<E> {
    fn facts(&self) -> Facts {
        match self {
            Observed::Known(error) => error.facts(),
            Observed::Unknown(number) => Facts {
                code: Some(code(E::PRODUCT, *number)),
                retry: self.retry(),
                is_failure: self.kind().is_none_or(crate::Kind::is_failure),
                steps: self
                    .class()
                    .and_then(|class| class.guidance())
                    .map(|guidance| guidance.remediation()),
                url: None,
            },
        }
    }
}

#[cfg(feature = "json")]
mod decoded {
    use super::{Facts, Reportable, Sealed, code};
    use crate::payload::{Decoded, Excerpt, Reported, TokenError};
    use crate::rest_api::Failure;
    use crate::{ErrorCode, Kind, Product, ZoomError};

    impl<E: ErrorCode> Sealed for Reported<E> {}

    impl<E: ErrorCode> Reportable for Reported<E> {
        fn facts(&self) -> Facts {
            Facts {
                code: self.observed().map(|found| code(E::PRODUCT, found.code())),
                retry: self.retry(),
                is_failure: self.kind().is_none_or(Kind::is_failure),
                steps: self.remediation(),
                url: self.known().and_then(ErrorCode::docs_url),
            }
        }
    }

    impl Sealed for Decoded {}

    impl Reportable for Decoded {
        fn facts(&self) -> Facts {
            if let Some(error) = self.token_error {
                return error.into();
            }
            let number = self.code.or(self.error.map(ZoomError::code));
            Facts {
                code: number.map(|number| code(self.product, number)),
                retry: self.retry(),
                is_failure: self.kind().is_none_or(Kind::is_failure),
                steps: self.remediation(),
                url: self.error.and_then(ZoomError::docs_url),
            }
        }
    }

    impl Sealed for TokenError {}

    impl Reportable for TokenError {
        fn facts(&self) -> Facts {
            match self.known() {
                Some(error) => error.into(),
                None => Facts {
                    code: self
                        .error
                        .as_ref()
                        .map(|word| code(Product::Oauth, Excerpt(word))),
                    retry: None,
                    is_failure: true,
                    steps: None,
                    url: None,
                },
            }
        }
    }

    impl Sealed for Failure {}

    impl Reportable for Failure {
        fn facts(&self) -> Facts {
            let status = || code(Product::RestApi, self.status.code());
            let listed = |error: ZoomError| code(error.product(), error.code());
            Facts {
                code: Some(self.error().map_or_else(status, listed)),
                retry: self.retry(),
                is_failure: self.kind().is_none_or(Kind::is_failure),
                steps: self.remediation(),
                url: self.error().and_then(ZoomError::docs_url),
            }
        }
    }
}
