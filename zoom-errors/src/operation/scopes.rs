//! What a token must be allowed.

use core::fmt;

use crate::Operation;

/// The scopes of an operation, of which a token has none.
///
/// From [`Operation::missing_scopes`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct MissingScopes {
    operation: &'static Operation,
}

impl MissingScopes {
    /// The operation that the token cannot call.
    #[must_use]
    pub const fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The scopes, any one of which is enough: granular ones first, as newer apps have those.
    pub fn any_of(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.operation
            .granular_scopes()
            .chain(self.operation.scopes())
    }
}

impl Operation {
    /// What a token lacks for this operation; nothing if it has one of the scopes, or if the
    /// reference names none.
    ///
    /// Takes the scopes as the token endpoint gives them in `scope`: separated by spaces, or by
    /// commas.
    ///
    /// ```
    /// use zoom_errors::Operation;
    ///
    /// let create = Operation::find("POST", "/users/me/meetings").unwrap();
    /// assert!(create.missing_scopes("user:read meeting:write").is_none());
    ///
    /// let missing = create.missing_scopes("user:read").unwrap();
    /// assert!(missing.any_of().any(|scope| scope == "meeting:write:meeting"));
    /// assert!(missing.to_string().starts_with("POST /users/{userId}/meetings needs one of "));
    /// ```
    #[must_use]
    pub fn missing_scopes(&'static self, granted: &str) -> Option<MissingScopes> {
        let mut granted = granted
            .split([' ', ',', '\t', '\n', '\r'])
            .filter(|scope| !scope.is_empty());
        let mut needed = self.scopes().chain(self.granular_scopes()).peekable();
        needed.peek()?;
        let allowed = granted.any(|scope| {
            self.scopes()
                .chain(self.granular_scopes())
                .any(|needed| needed == scope)
        });
        (!allowed).then_some(MissingScopes { operation: self })
    }
}

/// Writes the call and what it needs one of.
impl fmt::Display for MissingScopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} needs one of ", self.operation)?;
        for (at, scope) in self.any_of().enumerate() {
            let before = if at == 0 { "" } else { ", " };
            write!(f, "{before}{scope}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for MissingScopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.any_of()).finish()
    }
}
