//! What people would use instead of zoom-errors, and the inputs that all of them get.

/// The peers that `build.rs` writes, most of them from the codes of the Video SDK.
pub mod peers {
    include!(concat!(env!("OUT_DIR"), "/peers.rs"));
}

use std::collections::HashSet;

use zoom_errors::video_sdk_web::VideoSdkWebError;

/// How many codes or names a measurement goes through; one in ten is not listed. With a few
/// thousand, the processor's branch predictor learns them by heart, and every branch seems free.
pub const INPUTS: usize = 1 << 18;

/// How many lines of a log a measurement goes through.
const LINES: usize = 4096;

/// One input in this many is a miss.
const MISS: u64 = 10;

/// A fixed sequence of well-mixed numbers (SplitMix64), so that every run sees the same inputs.
pub struct Numbers(u64);

impl Numbers {
    /// The sequence from its beginning.
    #[must_use]
    pub fn new() -> Self {
        Numbers(0)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// One of some items.
    pub fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Numbers::new()
    }
}

/// Codes in random order; a miss is a number a little above a listed one.
#[must_use]
pub fn codes<E: Copy>(listed: &[E], code: impl Fn(E) -> i32) -> Vec<i32> {
    let listed: Vec<i32> = listed.iter().map(|error| code(*error)).collect();
    let known: HashSet<i32> = listed.iter().copied().collect();
    let mut numbers = Numbers::new();
    let input = |_| match numbers.below(MISS) {
        0 => loop {
            let code = numbers.one_of(&listed) + numbers.below(1000) as i32;
            if !known.contains(&code) {
                break code;
            }
        },
        _ => numbers.one_of(&listed),
    };
    (0..INPUTS).map(input).collect()
}

/// What [`Names::inputs`] chooses from. A miss is a name that ends differently.
#[must_use]
pub fn names() -> Names {
    let listed = VideoSdkWebError::ALL.iter().map(|error| error.name());
    let miss = |name: &str| {
        let mut name = name.to_owned();
        name.pop();
        name.push('_');
        name
    };
    Names {
        listed: listed.clone().map(str::to_owned).collect(),
        misses: listed.map(miss).collect(),
    }
}

/// Names that are listed and names that are not, all of them copies: no peer finds in an input the
/// very bytes that it compares with.
pub struct Names {
    listed: Vec<String>,
    misses: Vec<String>,
}

impl Names {
    /// Names in random order.
    #[must_use]
    pub fn inputs(&self) -> Vec<&str> {
        let mut numbers = Numbers::new();
        let name = |_| {
            let names = match numbers.below(MISS) {
                0 => &self.misses,
                _ => &self.listed,
            };
            names[numbers.below(names.len() as u64) as usize].as_str()
        };
        (0..INPUTS).map(name).collect()
    }
}

/// HTTP statuses, of which one in ten is none.
#[must_use]
pub fn statuses() -> Vec<u16> {
    let mut numbers = Numbers::new();
    let status = |_| match numbers.below(MISS) {
        0 => numbers.below(100) as u16,
        _ => 100 + numbers.below(500) as u16,
    };
    (0..INPUTS).map(status).collect()
}

/// Error codes of PostgreSQL, of which one in ten is not listed.
#[must_use]
pub fn sql_states() -> Vec<&'static str> {
    const LISTED: [&str; 12] = [
        "00000", "01000", "08006", "22012", "23503", "23505", "25P02", "40001", "40P01", "42601",
        "42P01", "57014",
    ];
    let mut numbers = Numbers::new();
    let state = |_| match numbers.below(MISS) {
        0 => "99999",
        _ => numbers.one_of(&LISTED),
    };
    (0..INPUTS).map(state).collect()
}

/// Lines of a log with the payloads that the SDKs and the REST API send, and others.
#[must_use]
pub fn lines() -> Vec<String> {
    let mut numbers = Numbers::new();
    let line = |at| {
        let error = numbers.one_of(VideoSdkWebError::ALL);
        let (code, name) = (error.code(), error.name());
        match numbers.below(4) {
            0 => format!(
                r#"{{"type":"{name}","reason":"call {at} was refused","errorCode":{code}}}"#
            ),
            1 => format!(
                r#"{{"method":"join","status":false,"result":null,"errorCode":3712,"errorMessage":"Signature is invalid.","at":{at}}}"#
            ),
            2 => format!(
                r#"{{"code":300,"message":"Validation Failed.","errors":[{{"field":"start_time","message":"Wrong format in call {at}."}}]}}"#
            ),
            _ => format!(
                r#"{{"at":"2026-11-21T02:14:07.{at:04}Z","level":"info","host":{{"name":"web-1","pid":{at}}},"tags":["call","join"],"text":"The call was answered."}}"#
            ),
        }
    };
    (0..LINES).map(line).collect()
}
