//! Errors as diagnostics for a terminal: feature `miette`.

use alloc::boxed::Box;
use alloc::format;
use core::error::Error;
use core::fmt;

use miette::{Diagnostic, Severity};

use crate::explain::sealed::Sealed;
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
    code: Option<(Product, i32)>,
    retry: Option<Retry>,
    is_failure: bool,
    steps: Option<Remediation>,
    url: Option<&'static str>,
}

impl From<ZoomError> for Facts {
    fn from(error: ZoomError) -> Facts {
        Facts {
            code: Some((error.product(), error.code())),
            retry: Some(error.retry()),
            is_failure: error.kind().is_failure(),
            steps: Some(error.remediation()),
            url: error.docs_url(),
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
        let (product, number) = self.error.facts().code?;
        Some(Box::new(format!("zoom::{}::{number}", product.id())))
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

impl<E: ErrorCode> Sealed for Observed<E> {}

impl<E: ErrorCode> Reportable for Observed<E> {
    fn facts(&self) -> Facts {
        match self {
            Observed::Known(error) => error.facts(),
            Observed::Unknown(code) => Facts {
                code: Some((E::PRODUCT, *code)),
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
    use super::{Facts, Reportable, Sealed};
    use crate::payload::{Decoded, Reported};
    use crate::rest_api::{Failure, RestApiError};
    use crate::{ErrorCode, Kind, Observed, Product, ZoomError};

    impl<E: ErrorCode> Sealed for Reported<E> {}

    impl<E: ErrorCode> Reportable for Reported<E> {
        fn facts(&self) -> Facts {
            Facts {
                code: self.observed().map(|code| (E::PRODUCT, code.code())),
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
            let code = self.code.or(self.error.map(ZoomError::code));
            Facts {
                code: self.product.zip(code),
                retry: self.retry(),
                is_failure: self.kind().is_none_or(Kind::is_failure),
                steps: self.remediation(),
                url: self.error.and_then(ZoomError::docs_url),
            }
        }
    }

    impl Sealed for Failure {}

    impl Reportable for Failure {
        fn facts(&self) -> Facts {
            let code = self.error().map_or(self.status, Observed::Known);
            Facts {
                code: Some((Product::RestApi, code.code())),
                retry: self.retry(),
                is_failure: self.kind().is_none_or(Kind::is_failure),
                steps: self.remediation(),
                url: self.error().and_then(RestApiError::docs_url),
            }
        }
    }
}
