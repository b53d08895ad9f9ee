//! Writing without the formatting machinery: the texts are ready, only numbers need digits.

use core::fmt;

use crate::Entry;

/// Writes a number, whatever width the caller asked for.
pub(crate) fn write_number(f: &mut fmt::Formatter<'_>, number: i64) -> fmt::Result {
    // 19 digits and a sign.
    let mut text = [0u8; 20];
    let mut at = text.len();
    let mut put = |byte: u8| {
        at -= 1;
        text[at] = byte;
    };
    let mut rest = number.unsigned_abs();
    loop {
        put(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        put(b'-');
    }
    // The bytes are ASCII.
    f.write_str(core::str::from_utf8(&text[at..]).unwrap_or_default())
}

/// `NAME (code): summary`, and the steps below it for `{:#}`.
pub(crate) fn write_error(f: &mut fmt::Formatter<'_>, entry: &Entry) -> fmt::Result {
    f.write_str(entry.line())?;
    let remediation = entry.remediation();
    if f.alternate() && !remediation.is_empty() {
        f.write_str("\n")?;
        fmt::Display::fmt(&remediation, f)?;
    }
    Ok(())
}

/// Whether a text holds a fragment in whatever case.
pub(crate) fn contains_ignoring_case(text: &str, fragment: &str) -> bool {
    let (text, fragment) = (text.as_bytes(), fragment.as_bytes());
    text.windows(fragment.len().max(1))
        .any(|window| window.eq_ignore_ascii_case(fragment))
}
