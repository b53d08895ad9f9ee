//! What to make of an error, from whatever says most about it.

use crate::{Actor, Class, Explain, Kind, ReasonInfo, Remediation, Retry};

/// The advice of a reason, a code or a class.
#[derive(Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) kind: Kind,
    pub(crate) actor: Actor,
    pub(crate) retry: Retry,
    pub(crate) remediation: Remediation,
}

impl Meaning {
    /// The reason before the code, the code before its class.
    pub(crate) fn of<E: Explain>(
        reason: Option<&ReasonInfo>,
        error: Option<E>,
        class: Option<&Class>,
    ) -> Option<Meaning> {
        if let Some(reason) = reason {
            return Some(Meaning {
                kind: reason.kind(),
                actor: reason.actor(),
                retry: reason.retry(),
                remediation: reason.remediation(),
            });
        }
        if let Some(error) = error {
            return Some(Meaning {
                kind: error.kind(),
                actor: error.actor(),
                retry: error.retry(),
                remediation: error.remediation(),
            });
        }
        let guidance = class?.guidance()?;
        Some(Meaning {
            kind: guidance.kind(),
            actor: guidance.actor(),
            retry: guidance.retry(),
            remediation: guidance.remediation(),
        })
    }
}
