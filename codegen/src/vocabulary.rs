//! The closed lists of words that catalogs use and that `zoom-errors` has as hand-written enums.

/// One word of a closed list.
#[derive(Debug)]
pub struct Choice {
    /// The word in a catalog, lower snake case.
    pub id: &'static str,
    /// What it means.
    pub doc: &'static str,
}

/// The id that forbids advice: nothing failed.
pub const SUCCESS: &str = "success";

const fn choice(id: &'static str, doc: &'static str) -> Choice {
    Choice { id, doc }
}

/// `kind`: our cross-product class of a failure.
pub const KINDS: &[Choice] = &[
    choice(SUCCESS, "Nothing failed."),
    choice(
        "authentication",
        "A token, signature, key or passcode is missing, wrong or expired.",
    ),
    choice(
        "permission",
        "A role, privilege or policy, or a person, browser or system refuses.",
    ),
    choice(
        "not_found",
        "The thing named does not exist or cannot be found.",
    ),
    choice(
        "invalid_argument",
        "The value passed is wrong whatever the state.",
    ),
    choice(
        "invalid_state",
        "The call does not fit the present state: too early, too late or twice.",
    ),
    choice(
        "conflict",
        "It collides with something that exists or runs.",
    ),
    choice(
        "unsupported",
        "The platform, browser, version or product cannot do it.",
    ),
    choice("device", "Hardware is missing, busy or failing."),
    choice("capacity", "A limit of number or size is reached."),
    choice("rate_limited", "Too many calls in a span of time."),
    choice("timeout", "No answer came in time."),
    choice("network", "A connection or resource cannot be reached."),
    choice("disabled", "A feature, account or app is switched off."),
    choice(
        "ended",
        "The meeting, session or stream is over, or the user is no longer part of it.",
    ),
    choice("internal", "A fault inside Zoom or its SDK."),
    choice("unspecified", "The source does not say more."),
];

/// The actor of what is no failure; no catalog says so.
pub const NOBODY: Choice = choice("nobody", "Nothing failed, so nobody has to act.");

/// `actor`: who must act first.
pub const ACTORS: &[Choice] = &[
    choice("developer", "The developer of the integration."),
    choice("end_user", "The person in front of the program."),
    choice("host", "The host of the meeting or session."),
    choice("account_admin", "An administrator of the Zoom account."),
    choice("zoom", "Zoom itself."),
];

/// Whoever acts, in the order of the enum: nobody, then those whom a catalog can name.
pub(crate) fn all_actors() -> impl Iterator<Item = &'static Choice> {
    std::iter::once(&NOBODY).chain(ACTORS)
}

/// `retry`: whether and when repeating helps.
pub const RETRIES: &[Choice] = &[
    choice("never", "Repeating cannot succeed."),
    choice(
        "after_fix",
        "Repeating helps once somebody has changed something.",
    ),
    choice(
        "backoff",
        "It may succeed by itself: wait, then repeat with growing pauses.",
    ),
    choice("at_reset", "Not before a stated instant."),
];

/// `advice`: where the remediation comes from.
pub const ADVICE: &[Choice] = &[
    choice("documented", "The source itself gives the remediation."),
    choice("editorial", "The remediation is this project's."),
];

/// `origin`: where the code comes from.
pub const ORIGINS: &[Choice] = &[
    choice(
        "documented",
        "A documentation page, a published header or type declarations state the code.",
    ),
    choice("observed", "A shipped SDK has the code; no page states it."),
];

/// `limit` of an operation: the label of its rate limit.
pub const LIMITS: &[Choice] = &[
    choice("light", "Most calls a second."),
    choice("medium", "Fewer calls a second."),
    choice("heavy", "Fewest calls a second, and a limit by the day."),
    choice(
        "resource_intensive",
        "Counted by the minute, and by the day.",
    ),
];

/// Response headers that reasons may go with.
pub const HEADERS: &[&str] = &[
    "Retry-After",
    "X-RateLimit-Category",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Type",
];

/// `plan` of a rate limit: what the account pays for.
pub const PLANS: &[Choice] = &[
    choice("free", "The free plan."),
    choice("pro", "Pro."),
    choice("business", "Business, Education, Enterprise and Partner."),
];

/// `per` of a rate limit: the period in which calls are counted.
pub const PERIODS: &[Choice] = &[
    choice("second", "One second."),
    choice("minute", "One minute."),
];

/// `kind` of a source: how authoritative it is.
pub const SOURCE_KINDS: &[Choice] = &[
    choice("page", "A page of Zoom's documentation."),
    choice("declarations", "Type declarations that Zoom ships."),
    choice("header", "A header of a native SDK that Zoom ships."),
    choice("package", "Program code that Zoom ships."),
    choice("standard", "A public standard that Zoom follows."),
    choice("relayed", "Told by another public source."),
];

/// Lints that an entry may be excepted from; see [`Rule`](crate::rule::Rule) for all rules.
pub const LINTS: &[Choice] = &[
    choice(
        "related-mismatch",
        "Related failures differ in kind, actor or retry.",
    ),
    choice("restates-summary", "A step says no more than the summary."),
    choice("retry-mismatch", "The steps contradict `retry`."),
    choice("shared-step", "The same step stands under several codes."),
    choice("thin-step", "A step is too short to be specific."),
];

/// The words of a list, in order.
pub fn ids(choices: &'static [Choice]) -> impl Iterator<Item = &'static str> {
    choices.iter().map(|choice| choice.id)
}
