//! Each lookup of zoom-errors beside what people would use instead, on the same inputs.

mod measure;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::str::FromStr;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use measure::{each, group};
use num_enum::TryFromPrimitive;
use rustc_hash::FxHashMap;
use strum::{EnumMessage, EnumProperty};
use tokio_postgres::error::SqlState;
use zoom_errors::rest_api::RestApiError;
use zoom_errors::video_sdk_web::VideoSdkWebError;
use zoom_errors::{Product, payload};
use zoom_errors_benches::peers::{self, Derived};
use zoom_errors_benches::{codes, lines, names, sql_states, statuses};

/// The codes of the Video SDK under the least that any table needs: one load and one comparison. The
/// table is as long as the numbers are high, so that it needs no hash.
struct Bare(Box<[Derived; 1 << 14]>);

impl Bare {
    fn new() -> Option<Self> {
        let codes = VideoSdkWebError::ALL.iter().map(|error| error.code());
        let listed: Vec<Derived> = codes.filter_map(Derived::from_repr).collect();
        // An empty slot has a code whose own slot is another.
        let mut table = Box::new([*listed.first()?; 1 << 14]);
        for error in listed {
            table[slot(error as i32)] = error;
        }
        Some(Bare(table))
    }

    fn get(&self, code: i32) -> Option<Derived> {
        let error = self.0[slot(code)];
        if error as i32 == code {
            Some(error)
        } else {
            None
        }
    }
}

fn slot(code: i32) -> usize {
    code as usize & ((1 << 14) - 1)
}

fn by_code(criterion: &mut Criterion) {
    let mut group = group(criterion, "code");
    let inputs = codes(VideoSdkWebError::ALL, VideoSdkWebError::code);
    let pairs = || {
        VideoSdkWebError::ALL
            .iter()
            .filter_map(|e| Some((e.code(), Derived::from_repr(e.code())?)))
    };
    let std: HashMap<i32, Derived> = pairs().collect();
    let fx: FxHashMap<i32, Derived> = pairs().collect();
    let sorted: Vec<(i32, Derived)> = pairs().collect();
    let bare = Bare::new().expect("there are codes");
    each(
        &mut group,
        "zoom-errors",
        &inputs,
        VideoSdkWebError::from_code,
    );
    each(&mut group, "array load and compare", &inputs, |code| {
        bare.get(code)
    });
    each(&mut group, "match", &inputs, peers::code_by_match);
    each(&mut group, "strum FromRepr", &inputs, Derived::from_repr);
    each(&mut group, "num_enum TryFromPrimitive", &inputs, |code| {
        Derived::try_from_primitive(code).ok()
    });
    each(&mut group, "phf Map", &inputs, |code| {
        peers::CODES.get(&code).copied()
    });
    each(&mut group, "std HashMap", &inputs, |code| {
        std.get(&code).copied()
    });
    each(&mut group, "rustc-hash FxHashMap", &inputs, |code| {
        fx.get(&code).copied()
    });
    each(&mut group, "binary search", &inputs, |code| {
        let at = sorted
            .binary_search_by_key(&code, |(known, _)| *known)
            .ok()?;
        Some(sorted[at].1)
    });
    group.finish();
}

fn by_name(criterion: &mut Criterion) {
    let mut group = group(criterion, "name");
    let names = names();
    let inputs = names.inputs();
    let std: HashMap<&str, Derived> = peers::NAMES
        .entries()
        .map(|(name, error)| (*name, *error))
        .collect();
    let fx: FxHashMap<&str, Derived> = std.iter().map(|(name, error)| (*name, *error)).collect();
    let mut sorted: Vec<(&str, Derived)> =
        std.iter().map(|(name, error)| (*name, *error)).collect();
    sorted.sort_unstable_by_key(|(name, _)| *name);
    each(
        &mut group,
        "zoom-errors",
        &inputs,
        VideoSdkWebError::from_name,
    );
    each(&mut group, "match", &inputs, peers::name_by_match);
    each(&mut group, "strum EnumString", &inputs, |name| {
        Derived::from_str(name).ok()
    });
    each(&mut group, "phf Map", &inputs, |name| {
        peers::NAMES.get(name).copied()
    });
    each(&mut group, "std HashMap", &inputs, |name| {
        std.get(name).copied()
    });
    each(&mut group, "rustc-hash FxHashMap", &inputs, |name| {
        fx.get(name).copied()
    });
    each(&mut group, "binary search", &inputs, |name| {
        let at = sorted
            .binary_search_by_key(&name, |(known, _)| known)
            .ok()?;
        Some(sorted[at].1)
    });
    group.finish();
}

/// Crates of other code spaces, each on its own inputs.
fn other_spaces(criterion: &mut Criterion) {
    let mut group = group(criterion, "other spaces");
    let statuses = statuses();
    each(
        &mut group,
        "zoom-errors RestApiError, HTTP statuses",
        &statuses,
        |status| RestApiError::from_code(i32::from(status)),
    );
    each(
        &mut group,
        "http StatusCode, HTTP statuses",
        &statuses,
        |status| http::StatusCode::from_u16(status).ok(),
    );
    each(
        &mut group,
        "tokio-postgres SqlState, SQL states",
        &sql_states(),
        SqlState::from_code,
    );
    group.finish();
}

fn metadata(criterion: &mut Criterion) {
    let all = codes(VideoSdkWebError::ALL, VideoSdkWebError::code);
    let ours: Vec<VideoSdkWebError> = all
        .iter()
        .filter_map(|code| VideoSdkWebError::from_code(*code))
        .collect();
    let theirs: Vec<Derived> = all
        .iter()
        .filter_map(|code| Derived::from_repr(*code))
        .collect();
    let mut group = group(criterion, "metadata");
    group.throughput(Throughput::Elements(ours.len() as u64));
    each(
        &mut group,
        "zoom-errors kind",
        &ours,
        VideoSdkWebError::kind,
    );
    each(&mut group, "match kind", &theirs, Derived::kind);
    each(&mut group, "strum EnumProperty kind", &theirs, |error| {
        error.get_str("kind")
    });
    each(
        &mut group,
        "zoom-errors retry",
        &ours,
        VideoSdkWebError::retry,
    );
    each(&mut group, "match retry", &theirs, Derived::retry);
    each(
        &mut group,
        "zoom-errors summary",
        &ours,
        VideoSdkWebError::summary,
    );
    each(&mut group, "match summary", &theirs, Derived::summary);
    each(&mut group, "strum EnumMessage summary", &theirs, |error| {
        error.get_message()
    });
    each(
        &mut group,
        "zoom-errors remediation",
        &ours,
        VideoSdkWebError::remediation,
    );
    each(
        &mut group,
        "match remediation",
        &theirs,
        Derived::remediation,
    );
    group.finish();
}

fn display(criterion: &mut Criterion) {
    let all = codes(VideoSdkWebError::ALL, VideoSdkWebError::code);
    let ours: Vec<VideoSdkWebError> = all
        .iter()
        .filter_map(|code| VideoSdkWebError::from_code(*code))
        .collect();
    let theirs: Vec<Derived> = all
        .iter()
        .filter_map(|code| Derived::from_repr(*code))
        .collect();
    let mut group = group(criterion, "display");
    group.throughput(Throughput::Elements(ours.len() as u64));
    let mut text = String::with_capacity(1 << 20);
    group.bench_function("zoom-errors", |bencher| {
        bencher.iter(|| {
            text.clear();
            for error in &ours {
                _ = write!(text, "{error}");
            }
            black_box(text.len())
        });
    });
    group.bench_function("thiserror", |bencher| {
        bencher.iter(|| {
            text.clear();
            for error in &theirs {
                _ = write!(text, "{error}");
            }
            black_box(text.len())
        });
    });
    group.finish();
}

fn decode(criterion: &mut Criterion) {
    let lines = lines();
    let mut group = group(criterion, "decode");
    group.throughput(Throughput::Bytes(
        lines.iter().map(|line| line.len() as u64).sum(),
    ));
    group.bench_function("zoom-errors from_json", |bencher| {
        bencher.iter(|| {
            for line in &lines {
                black_box(payload::Decoded::from_json(
                    Product::VideoSdkWeb,
                    black_box(line),
                ));
            }
        });
    });
    group.bench_function("zoom-errors detect", |bencher| {
        bencher.iter(|| {
            for line in &lines {
                black_box(payload::detect(black_box(line)));
            }
        });
    });
    group.bench_function("serde_json Value", |bencher| {
        bencher.iter(|| {
            for line in &lines {
                black_box(serde_json::from_str::<serde_json::Value>(black_box(line)).ok());
            }
        });
    });
    group.finish();
}

criterion_group!(
    peers,
    by_code,
    by_name,
    metadata,
    display,
    other_spaces,
    decode
);
criterion_main!(peers);
