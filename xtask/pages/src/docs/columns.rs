//! What the columns of a table hold, told by their headers and cells.

use super::blocks::TableRow;
use super::code_cell;
use super::page::RowCode;
use super::prose::Constant;
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
    /// `Value`, `#`, `No.`: a code column only if every cell has a code, and beside constants or
    /// with numbers that count nothing.
    Number,
}

impl CodeHeader {
    /// What a header says, if it may name a code column at all.
    pub(super) fn of(header: &str) -> Option<Self> {
        let words = words(header)?;
        let joined = words.concat();
        if NUMBER.contains(&joined.as_str()) || ["#", "№"].contains(&fold(header).as_str()) {
            return Some(Self::Number);
        }
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

const NUMBER: [&str; 7] = ["value", "values", "no", "nr", "num", "number", "enumvalue"];

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
    /// Those whose codes are too large to count something.
    large: usize,
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
            let large = |code: &RowCode| matches!(code, RowCode::Code(code) if *code >= 1000);
            evidence.large += usize::from(!codes.is_empty() && codes.iter().all(large));
            let all_statuses = !codes.is_empty() && codes.into_iter().all(is_http_status);
            evidence.with_statuses += usize::from(all_statuses);
        }
        evidence
    }

    /// Whether a column of such a header holds codes; `named` if constants stand beside it.
    pub(super) fn suffices(&self, header: CodeHeader, named: bool) -> bool {
        match header {
            CodeHeader::Number => {
                let all = self.filled > 0 && self.filled == self.with_codes;
                all && (named || self.filled == self.large)
            }
            CodeHeader::Own | CodeHeader::Other => self.with_codes > 0,
            CodeHeader::Status => self.filled > 0 && self.filled == self.with_statuses,
            CodeHeader::Doubtful => self.filled > 0 && self.filled == self.with_codes,
        }
    }
}

/// Whether at least half of the filled cells of a column are constants.
pub(super) fn holds_constants<'a>(rows: impl Iterator<Item = &'a TableRow>, column: usize) -> bool {
    let cells = rows
        .filter_map(|row| row.cells.get(column))
        .map(|cell| fold(cell));
    let (mut filled, mut constants) = (0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        filled += 1;
        let constant = Constant::leading(&cell);
        let is_constant =
            |constant: Constant<'_>| constant.is_compound() || constant.rest.is_empty();
        constants += usize::from(constant.is_some_and(is_constant));
    }
    constants > 0 && constants * 2 >= filled
}

/// Whether all filled cells of a column are numbers that may be codes.
pub(super) fn holds_large_numbers<'a>(
    rows: impl Iterator<Item = &'a TableRow>,
    column: usize,
) -> bool {
    let evidence = Evidence::of(rows, column);
    evidence.filled > 1 && evidence.filled == evidence.large
}

fn is_http_status(code: RowCode) -> bool {
    match code {
        RowCode::Code(code) => (100..600).contains(&code),
        RowCode::Word(_) => false,
        RowCode::Class { first, last } => first >= 100 && last.is_none_or(|last| last < 600),
    }
}
