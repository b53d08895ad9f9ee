//! Writing without the formatting machinery: the texts are ready, only numbers need digits.

use core::fmt;

use crate::Remediation;

/// Writes a number, whatever width the caller asked for.
pub(crate) fn write_number(f: &mut fmt::Formatter<'_>, number: i64) -> fmt::Result {
    // 19 digits and a sign.
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        at -= 1;
        digits[at] = b'-';
    }
    // The bytes are ASCII.
    f.write_str(core::str::from_utf8(&digits[at..]).unwrap_or_default())
}

/// `NAME (code): summary`, and the steps below it for `{:#}`.
pub(crate) fn write_error(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    code: Option<i32>,
    summary: &str,
    remediation: Remediation,
) -> fmt::Result {
    f.write_str(name)?;
    if let Some(code) = code {
        f.write_str(" (")?;
        write_number(f, code.into())?;
        f.write_str(")")?;
    }
    f.write_str(": ")?;
    f.write_str(summary)?;
    if f.alternate() && !remediation.is_empty() {
        f.write_str("\n")?;
        fmt::Display::fmt(&remediation, f)?;
    }
    Ok(())
}
