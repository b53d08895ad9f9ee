//! Errors as diagnostics for a terminal: feature `miette`.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use miette::{Diagnostic, Severity};

use crate::explain::sealed::Sealed;
use crate::{Entry, ErrorCode, Explain, Guidance, Guided, Kind, Observed, Product};

/// An error as a [`Diagnostic`]: code, remediation as help, address of the documentation, severity.
///
/// It is a wrapper because `Diagnostic::code` on the enums themselves would hide their own `code`.
/// A failure that may pass by itself is a warning, any other an error.
///
/// ```
/// use miette::Diagnostic;
/// use zoom_errors::{Report, http_status::HttpStatus};
///
/// fn call() -> Result<(), HttpStatus> {
///     Err(HttpStatus::NotFound)
/// }
///
/// fn main_of_a_program() -> miette::Result<()> {
///     call().map_err(Report::new)?;
///     Ok(())
/// }
///
/// let report = main_of_a_program().unwrap_err();
/// assert_eq!(report.code().unwrap().to_string(), "zoom::http_status::404");
/// assert!(report.help().unwrap().to_string().starts_with("1. "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report<E> {
    error: E,
}

/// Everything that can be put into a [`Report`]: codes, observed codes, [`ZoomError`](crate::ZoomError) and, with
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
    guidance: Option<Guidance>,
    url: Option<&'static str>,
}

impl Facts {
    fn of(entry: &Entry) -> Facts {
        let product = entry.product();
        let code = match (entry.parent(), entry.code(), entry.word()) {
            (Some(parent), ..) => {
                let parent = parent.code().unwrap_or_default();
                code(product, format_args!("{parent}::{}", entry.name()))
            }
            (None, Some(number), _) => code(product, number),
            (None, None, word) => code(product, word.unwrap_or_default()),
        };
        Facts {
            code: Some(code),
            guidance: Some(entry.guidance()),
            url: entry.docs_url(),
        }
    }
}

/// The code of a diagnostic: `zoom::meeting_sdk_web::3712`.
fn code(product: Product, code: impl fmt::Display) -> String {
    format!("zoom::{}::{code}", product.id())
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
        Some(match facts.guidance {
            Some(guidance) if guidance.kind() == Kind::Success => Severity::Advice,
            Some(guidance) if guidance.retry().helps_unchanged() => Severity::Warning,
            _ => Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let steps = self.error.facts().guidance?.remediation();
        (!steps.is_empty()).then(|| Box::new(steps) as Box<dyn fmt::Display>)
    }

    fn url<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.error.facts().url?))
    }
}

impl<E: Explain + Error + Send + Sync> Reportable for E {
    fn facts(&self) -> Facts {
        Facts::of(self.entry())
    }
}

impl<E: ErrorCode> Sealed for Observed<E> {}

impl<E: ErrorCode> Reportable for Observed<E> {
    fn facts(&self) -> Facts {
        match self.known() {
            Some(error) => error.facts(),
            None => Facts {
                code: Some(code(E::PRODUCT, self.code())),
                guidance: self.guidance(),
                url: None,
            },
        }
    }
}

#[cfg(feature = "json")]
mod decoded {
    use super::{Facts, Reportable, Sealed, code};
    use crate::payload::{Decoded, Excerpt, Reported, TokenError};
    use crate::response::Failure;
    use crate::{ErrorCode, Explain, Guided, Product, ZoomError};

    impl<E: ErrorCode> Sealed for Reported<E> {}

    impl<E: ErrorCode> Reportable for Reported<E> {
        fn facts(&self) -> Facts {
            Facts {
                code: self.observed().map(|found| code(E::PRODUCT, found.code())),
                guidance: self.guidance(),
                url: self.known().and_then(Explain::docs_url),
            }
        }
    }

    impl Sealed for Decoded {}

    impl Reportable for Decoded {
        fn facts(&self) -> Facts {
            let unlisted = || self.code.map(|number| code(self.product, number));
            let listed = self.error.and_then(|error| Facts::of(error.entry()).code);
            Facts {
                code: listed.or_else(unlisted),
                guidance: self.guidance(),
                url: self.error.and_then(ZoomError::docs_url),
            }
        }
    }

    impl Sealed for TokenError {}

    impl Reportable for TokenError {
        fn facts(&self) -> Facts {
            match self.known() {
                Some(error) => error.facts(),
                None => {
                    let word = self.error();
                    Facts {
                        code: word.map(|word| code(Product::Oauth, Excerpt(word))),
                        guidance: None,
                        url: None,
                    }
                }
            }
        }
    }

    impl Sealed for Failure {}

    impl Reportable for Failure {
        fn facts(&self) -> Facts {
            let status = || code(Product::HttpStatus, self.status().code());
            let listed = self.cause().and_then(|error| Facts::of(error.entry()).code);
            Facts {
                code: Some(listed.unwrap_or_else(status)),
                guidance: self.guidance(),
                url: self.cause().and_then(ZoomError::docs_url),
            }
        }
    }
}
