//! Where everything stands in the row of bytes that the generator packs an entry into. The compiler
//! takes one literal in no time, and thousands of structs of twenty fields not. The generator reads
//! this very file.

/// What tells the error: one of these five.
pub(crate) const SORT: usize = 0;
/// A number.
pub(crate) const CODE: u8 = 0;
/// A word.
pub(crate) const WORD: u8 = 1;
/// A reason that has a number under its code.
pub(crate) const SUB_CODE: u8 = 2;
/// A reason that is told by a fragment of the message.
pub(crate) const FRAGMENT: u8 = 3;
/// A reason that is told by responses.
pub(crate) const RESPONSES: u8 = 4;

// Places in the lists of words.
pub(crate) const KIND: usize = 1;
pub(crate) const ACTOR: usize = 2;
pub(crate) const RETRY: usize = 3;
/// One more than the place; 0 is none.
pub(crate) const ADVICE: usize = 4;
pub(crate) const ORIGIN: usize = 5;

/// Whether it has an erratum.
pub(crate) const ERRATUM: usize = 6;
/// Whether the first of its related errors is the same as it.
pub(crate) const SAME: usize = 7;

// From here on numbers of four bytes, the lowest first.
/// The code or the sub-code.
pub(crate) const NUMBER: usize = 8;
/// The place among those of its sort: codes, words or reasons of the product.
pub(crate) const PLACE: usize = 12;
/// The place of its class or, of a reason, of its code.
pub(crate) const UNDER: usize = 16;
/// The place of its source.
pub(crate) const SOURCE: usize = 20;
/// Where its texts begin: first the line that it prints in one go, its summary, its name, then the
/// lists, the erratum, and the word or fragment that tells it.
pub(crate) const TEXTS: usize = 24;
/// How many texts stand before the lists.
pub(crate) const SINGLE: usize = 3;
/// How many of each list of texts there are.
pub(crate) const LISTS: [usize; 5] = [ALIASES, STEPS, CAUSES, METHODS, HEADERS];
pub(crate) const ALIASES: usize = 28;
pub(crate) const STEPS: usize = 32;
pub(crate) const CAUSES: usize = 36;
pub(crate) const METHODS: usize = 40;
pub(crate) const HEADERS: usize = 44;
// First place and number.
pub(crate) const REASONS: usize = 48;
pub(crate) const ANSWERS: usize = 56;
pub(crate) const RELATED: usize = 64;
// The year in two bytes, month and day in one each; 0 is none.
pub(crate) const EFFECTIVE: usize = 72;
pub(crate) const RETIRED: usize = 76;

pub(crate) const WIDTH: usize = 80;

/// In place of a class, where there is none.
pub(crate) const NONE: u32 = u32::MAX;
