//! Catalog texts in pieces, so that the template marks up code spans and escapes all the rest.

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Whether it stood between backticks.
    pub(super) code: bool,
    pub(super) text: &'a str,
}

/// The pieces of a text. A backtick without a partner is a character like others.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, span)) = rest.split_once('`')
        && let Some((code, after)) = span.split_once('`')
    {
        found.push(Piece {
            code: false,
            text: before,
        });
        found.push(Piece {
            code: true,
            text: code,
        });
        rest = after;
    }
    found.push(Piece {
        code: false,
        text: rest,
    });
    found.retain(|piece| !piece.text.is_empty());
    found
}

/// A word of a closed list as a label: `after_fix` becomes `After fix`.
pub(super) fn label(id: &str) -> String {
    let mut words = id.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    #[test]
    fn backticks_mark_code() {
        let code = |text| Piece { code: true, text };
        let plain = |text| Piece { code: false, text };
        assert_eq!(
            pieces("Call `a.b()` or `c`."),
            [
                plain("Call "),
                code("a.b()"),
                plain(" or "),
                code("c"),
                plain(".")
            ]
        );
        assert_eq!(pieces("`a` and `b"), [code("a"), plain(" and `b")]);
        assert_eq!(pieces(""), []);
    }
}
