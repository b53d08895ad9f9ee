//! What the columns of a table hold, told by their headers and cells.

use super::blocks::TableRow;
use super::code_cell;
use super::page::RowCode;
use crate::folding::fold;

/// How surely a header names the code column; the surest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CodeHeader {
    /// `Code`, `Error Code`.
    Own,
    /// Another kind of code: `Status Code`, `Response Code`.
    Other,
    /// `HTTP Status`: a code column only if every cell is an HTTP status.
    Status,
    /// `Error`, `Code and message`: a code column only if every cell has a code.
    Doubtful,
}

impl CodeHeader {
    /// What a header says, if it may name a code column at all.
    pub(super) fn of(header: &str) -> Option<Self> {
        let words = words(header)?;
        let joined = words.concat();
        let has = |listed: &[&str]| words.iter().any(|word| listed.contains(&word.as_str()));
        let speaks_of_codes =
            has(&["code", "codes"]) || joined.ends_with("code") || joined.ends_with("codes");
        let describes = words
            .last()
            .is_some_and(|last| DESCRIBES.contains(&last.as_str()));
        if has(&NO_ERROR_CODES) {
            None
        } else if OWN.contains(&joined.as_str()) || joined.ends_with("errorcode") {
            Some(Self::Own)
        } else if speaks_of_codes {
            Some(if describes {
                Self::Doubtful
            } else {
                Self::Other
            })
        } else if STATUS.contains(&joined.as_str()) {
            Some(Self::Status)
        } else {
            (DOUBTFUL.contains(&joined.as_str()) || has(&RANGE)).then_some(Self::Doubtful)
        }
    }
}

const OWN: [&str; 9] = [
    "code",
    "codes",
    "errorcode",
    "errorcodes",
    "errorno",
    "errornumber",
    "errno",
    "errorid",
    "errorvalue",
];

const STATUS: [&str; 5] = ["httpstatus", "status", "statuses", "httpresponse", "http"];

const DOUBTFUL: [&str; 3] = ["error", "errors", "httperror"];

const RANGE: [&str; 2] = ["range", "ranges"];

/// Words beside which a code is no error code.
const NO_ERROR_CODES: [&str; 20] = [
    "area",
    "authorization",
    "calling",
    "color",
    "colour",
    "country",
    "coupon",
    "currency",
    "dial",
    "example",
    "language",
    "locale",
    "postal",
    "promo",
    "qr",
    "sample",
    "snippet",
    "source",
    "verification",
    "zip",
];

/// Last words of headers that describe a code.
const DESCRIBES: [&str; 9] = [
    "name",
    "names",
    "description",
    "message",
    "meaning",
    "text",
    "title",
    "type",
    "reason",
];

/// Whether a header names a column of number ranges, such as a quick lookup has.
pub(super) fn is_range_header(header: &str) -> bool {
    words(header).is_some_and(|words| words.iter().any(|word| RANGE.contains(&word.as_str())))
}

/// Whether a table's other columns tell that its codes are those of countries and the like.
pub(super) fn rules_out_errors(header: &str) -> bool {
    const TOPICS: [&str; 6] = [
        "country",
        "countries",
        "currency",
        "language",
        "locale",
        "timezone",
    ];
    words(header).is_some_and(|words| words.iter().any(|word| TOPICS.contains(&word.as_str())))
}

/// Whether a header names the column of constants.
pub(super) fn is_name_header(header: &str) -> bool {
    let Some(words) = words(header) else {
        return false;
    };
    let joined = words.concat();
    NAMES.contains(&joined.as_str()) || joined.starts_with("name") || joined.ends_with("name")
}

const NAMES: [&str; 12] = [
    "constant",
    "enum",
    "enumerator",
    "enumvalue",
    "error",
    "errorconstant",
    "errortype",
    "identifier",
    "key",
    "reason",
    "symbol",
    "type",
];

/// A header's words in lower case; none if it is too long to be a header.
fn words(header: &str) -> Option<Vec<String>> {
    const LONGEST: usize = 60;
    if header.len() > 4 * LONGEST {
        return None;
    }
    let header = fold(header).to_lowercase();
    let words = header
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    (header.len() <= LONGEST).then(|| words.map(str::to_owned).collect())
}

/// What the cells of a column hold.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    filled: usize,
    with_codes: usize,
    /// Those whose codes could all be HTTP statuses.
    with_statuses: usize,
}

impl Evidence {
    pub(super) fn of<'a>(rows: impl Iterator<Item = &'a TableRow>, column: usize) -> Self {
        let mut evidence = Self::default();
        let cells = rows
            .filter_map(|row| row.cells.get(column))
            .map(|cell| fold(cell));
        for cell in cells.filter(|cell| !cell.is_empty()) {
            evidence.filled += 1;
            let codes = code_cell::cell(&cell)
                .map(|codes| codes.codes)
                .unwrap_or_default();
            evidence.with_codes += usize::from(!codes.is_empty());
            let all_statuses = !codes.is_empty() && codes.into_iter().all(is_http_status);
            evidence.with_statuses += usize::from(all_statuses);
        }
        evidence
    }

    pub(super) fn suffices(&self, header: CodeHeader) -> bool {
        match header {
            CodeHeader::Own | CodeHeader::Other => self.with_codes > 0,
            CodeHeader::Status => self.filled > 0 && self.filled == self.with_statuses,
            CodeHeader::Doubtful => self.filled > 0 && self.filled == self.with_codes,
        }
    }
}

fn is_http_status(code: RowCode) -> bool {
    match code {
        RowCode::Code(code) => (100..600).contains(&code),
        RowCode::Word(_) => false,
        RowCode::Class { first, last } => first >= 100 && last.is_none_or(|last| last < 600),
    }
}
