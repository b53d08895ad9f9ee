//! Instants, as headers write them.

/// Seconds since 1970, from `2025-08-23T00:00:00Z`, with a fraction or another offset if need be.
///
/// Without an offset it is UTC, as all instants of Zoom's API are.
pub(super) fn iso_8601(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let mut date = date.split('-');
    let (year, month, day) = (date.next()?, date.next()?, date.next()?);
    if date.next().is_some() {
        return None;
    }
    let (time, offset) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => (time.get(..at)?, offset(time.get(at..)?)?),
        None => (time, 0),
    };
    let time = match time.split_once('.') {
        Some((time, fraction)) => {
            digits(fraction.get(..1)?, 1)?;
            fraction
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                .then_some(time)?
        }
        None => time,
    };
    let day = days(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?)?;
    Some(day * 86_400 + seconds(time)? - offset)
}

/// Seconds since 1970, from `Sat, 23 Aug 2025 00:00:00 GMT`.
pub(super) fn http_date(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (_, rest) = text.split_once(", ")?;
    let mut parts = rest.split(' ');
    let day = digits(parts.next()?, 2)?;
    let name = parts.next()?;
    let month = (1..).zip(MONTHS).find(|(_, month)| *month == name)?.0;
    let year = digits(parts.next()?, 4)?;
    let seconds = seconds(parts.next()?)?;
    let zone = parts.next()?;
    (zone == "GMT" && parts.next().is_none()).then_some(())?;
    Some(days(year, month, day)? * 86_400 + seconds)
}

/// The seconds of `Z`, `+hh:mm` or `-hhmm`.
fn offset(text: &str) -> Option<i64> {
    let sign = match text.get(..1)? {
        "Z" | "z" if text.len() == 1 => return Some(0),
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = (text.get(1..3)?, text.get(3..)?);
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// The seconds of `hh:mm:ss`; a leap second counts as the one after it.
fn seconds(text: &str) -> Option<i64> {
    let mut parts = text.split(':').map(|part| digits(part, 2));
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let valid = hour < 24 && minute < 60 && second <= 60 && parts.next().is_none();
    valid.then_some(hour * 3600 + minute * 60 + second)
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i64> {
    let valid = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| text.parse().ok()).flatten()
}

/// Days since 1970 in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    // Years begin in March, so that the leap day is the last one.
    let year = if month < 3 { year - 1 } else { year };
    let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leaps + in_year - 719_468)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{http_date, iso_8601};

    #[test]
    fn instants_that_other_tools_give() {
        // Each from `date -u -d … +%s`.
        assert_eq!(iso_8601("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(iso_8601("2025-08-23T00:00:00Z"), Some(1_755_907_200));
        assert_eq!(iso_8601("2024-02-29T23:59:59Z"), Some(1_709_251_199));
        assert_eq!(iso_8601("2000-03-01T00:00:00Z"), Some(951_868_800));
        assert_eq!(iso_8601("2100-03-01T00:00:00Z"), Some(4_107_542_400));
        assert_eq!(iso_8601("0000-01-01T00:00:00Z"), Some(-62_167_219_200));
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut expected = 0;
        for year in 1970..2101 {
            let leap = (year % 4 == 0) != (year % 100 == 0) || year % 400 == 0;
            let february = if leap { 29 } else { 28 };
            let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, length) in (1..).zip(lengths) {
                for day in 1..=length {
                    let text = format!("{year}-{month:02}-{day:02}T00:00:00Z");
                    assert_eq!(iso_8601(&text), Some(expected), "{text}");
                    expected += 86_400;
                }
                let text = format!("{year}-{month:02}-{:02}T00:00:00Z", length + 1);
                assert_eq!(iso_8601(&text), None, "{text}");
            }
        }
    }

    #[test]
    fn forms() {
        let instant = Some(1_755_907_200);
        for text in [
            "2025-08-23T00:00:00",
            "2025-08-23 00:00:00Z",
            "2025-08-23t00:00:00.125z",
            "2025-08-23T02:00:00+02:00",
            "2025-08-22T17:00:00-0700",
            "2025-08-22T23:59:60Z",
        ] {
            assert_eq!(iso_8601(text), instant, "{text}");
        }
        assert_eq!(http_date("Sat, 23 Aug 2025 00:00:00 GMT"), instant);
    }

    #[test]
    fn not_instants() {
        for text in [
            "",
            "T",
            "2025-08-23",
            "2025-08-23T00:00",
            "2025-08-23T24:00:00Z",
            "2025-08-23T00:00:00.Z",
            "2025-08-23T00:00:00.1x",
            "2025-08-23T00:00:00Zulu",
            "2025-08-23T00:00:00+2",
            "2025-08-23T00:00:00+é1",
            "2025-02-29T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-00-01T00:00:00Z",
            "2025-1-1T00:00:00Z",
            "+025-01-01T00:00:00Z",
            "2025-08-23-01T00:00:00Z",
        ] {
            assert_eq!(iso_8601(text), None, "{text}");
        }
        for text in [
            "Sat, 23 Aug 2025 00:00:00 PST",
            "23 Aug 2025",
            "Sat, 31 Feb 2025 00:00:00 GMT",
        ] {
            assert_eq!(http_date(text), None, "{text}");
        }
    }
}
