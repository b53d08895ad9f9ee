//! A catalog of any size that passes every check and looks like the real ones: blocks of numbers
//! with gaps, names of several words, three steps of some hundred characters each.

use std::fmt::Write as _;
use std::ops::Range;

use zoom_errors_codegen::InputFile;

/// Codes of one block stand close together, blocks a round number apart, as Zoom numbers them.
const BLOCK: usize = 40;

const SUBJECTS: [&str; 8] = [
    "audio",
    "video",
    "share",
    "chat",
    "recording",
    "session",
    "whiteboard",
    "caption",
];
const VERBS: [&str; 8] = [
    "start", "stop", "join", "leave", "send", "query", "update", "switch",
];
const FAULTS: [&str; 8] = [
    "failed",
    "denied",
    "timeout",
    "not_found",
    "in_use",
    "unsupported",
    "invalid",
    "limited",
];

/// Catalogs with this many codes together, at most so many in each.
pub(crate) fn catalogs(codes: usize, in_one: usize) -> Vec<InputFile> {
    (0..codes.div_ceil(in_one))
        .map(|at| {
            let id = format!("synthetic{at}");
            let yaml = catalog(&id, at * in_one..codes.min((at + 1) * in_one));
            InputFile::new(format!("{id}.yaml"), yaml)
        })
        .collect()
}

/// The YAML of a catalog; every text says which of all codes it is about.
fn catalog(id: &str, codes: Range<usize>) -> String {
    let mut yaml = format!(
        "product:\n  id: {id}\n  title: Codes of {id}\n  enum: {}\n\
         sources:\n  - id: page\n    title: A page that nobody wrote\ncategories:\n",
        id.replacen('s', "S", 1),
    );
    for subject in SUBJECTS {
        // Every category must be used; small catalogs use the first ones only.
        if codes.len() > position(subject) {
            _ = writeln!(yaml, "  - id: {subject}\n    title: Failures of {subject}");
        }
    }
    yaml.push_str("errors:\n");
    for at in codes {
        entry(&mut yaml, at);
    }
    yaml
}

fn position(subject: &str) -> usize {
    SUBJECTS
        .iter()
        .position(|other| *other == subject)
        .unwrap_or(0)
}

fn entry(yaml: &mut String, at: usize) {
    let (subject, verb) = (SUBJECTS[at % 8], VERBS[at / 8 % 8]);
    let fault = FAULTS[at / 64 % 8];
    let code = at / BLOCK * 1000 + at % BLOCK * (1 + at / BLOCK % 3);
    let constant = format!("{subject}_{verb}_{fault}_{at}").to_uppercase();
    _ = write!(
        yaml,
        "  - code: {code}
    name: {constant}
    category: {subject}
    kind: internal
    summary: The call to {verb} {subject} number {at} ended as {fault} on the way.
    causes: [\"Something held {subject} {at} back while another call was on its way.\"]
    raised_by: [{subject}.{verb}{at}]
    actor: developer
    retry: after_fix
    advice: editorial
    remediation:
      - Read the field `state{at}` of `{subject}` first, and compare its value with the one that the reference of `{verb}` gives.
      - Await the promise of call {at} until it settles, and keep the control for {subject} disabled as long as that takes.
      - Log `{constant}` together with the browser, the version and the time in UTC, and attach that to a ticket.
"
    );
}
