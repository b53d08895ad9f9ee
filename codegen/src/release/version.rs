//! Which version a release must have, by cargo's rules.
//!
//! Below 1.0.0 the first number that is not zero takes the place of the major one.

use semver::{Prerelease, Version};

use super::change::Level;

/// The lowest version that a release with changes of this level may have.
pub fn required(base: &Version, level: Option<Level>) -> Version {
    let Some(level) = level else {
        return base.clone();
    };
    if !base.pre.is_empty() {
        // Nothing is promised of pre-releases: the release that they lead to may hold anything.
        return Version::new(base.major, base.minor, base.patch);
    }
    match (base.major, base.minor, level) {
        (0, 0, _) => Version::new(0, 0, base.patch.saturating_add(1)),
        (0, minor, Level::Breaking) => Version::new(0, minor.saturating_add(1), 0),
        (0, minor, _) => Version::new(0, minor, base.patch.saturating_add(1)),
        (major, _, Level::Breaking) => Version::new(major.saturating_add(1), 0, 0),
        (major, minor, Level::Addition) => Version::new(major, minor.saturating_add(1), 0),
        (major, minor, Level::Patch) => Version::new(major, minor, base.patch.saturating_add(1)),
    }
}

/// Whether a version is high enough. A pre-release of a sufficient version is, too, as long as it
/// is above the base.
pub fn suffices(base: &Version, now: &Version, level: Option<Level>) -> bool {
    let release = Version {
        pre: Prerelease::EMPTY,
        ..now.clone()
    };
    now >= base && release >= required(base, level) && (level.is_none() || now > base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base: &str, level: Option<Level>, expected: &str) {
        let base = Version::parse(base).unwrap();
        assert_eq!(required(&base, level).to_string(), expected);
    }

    #[test]
    fn below_one_the_first_number_that_is_not_zero_leads() {
        check("0.1.4", Some(Level::Breaking), "0.2.0");
        check("0.1.4", Some(Level::Addition), "0.1.5");
        check("0.1.4", Some(Level::Patch), "0.1.5");
        check("0.0.4", Some(Level::Patch), "0.0.5");
        check("0.0.4", Some(Level::Breaking), "0.0.5");
    }

    #[test]
    fn from_one_on_the_major_number_leads() {
        check("1.2.3", Some(Level::Breaking), "2.0.0");
        check("1.2.3", Some(Level::Addition), "1.3.0");
        check("1.2.3", Some(Level::Patch), "1.2.4");
        check("1.2.3", None, "1.2.3");
    }

    #[test]
    fn versions_suffice() {
        let suffices = |base: &str, now: &str, level| {
            suffices(
                &Version::parse(base).unwrap(),
                &Version::parse(now).unwrap(),
                level,
            )
        };
        assert!(!suffices("0.1.0", "0.1.0", Some(Level::Patch)));
        assert!(suffices("0.1.0", "0.1.0", None));
        assert!(!suffices("0.1.0", "0.0.9", None));
        assert!(!suffices("0.1.0", "0.1.1", Some(Level::Breaking)));
        assert!(suffices("0.1.0", "0.2.0-rc.1", Some(Level::Breaking)));
        assert!(suffices("0.1.0", "1.0.0", Some(Level::Breaking)));
        assert!(suffices("0.2.0-rc.1", "0.2.0-rc.2", Some(Level::Breaking)));
        assert!(!suffices("0.2.0-rc.1", "0.2.0-rc.1", Some(Level::Breaking)));
    }
}
