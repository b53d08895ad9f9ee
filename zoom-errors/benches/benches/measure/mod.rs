//! How lookups are measured.

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use zoom_errors_benches::INPUTS;

pub(crate) type Group<'a> = BenchmarkGroup<'a, WallTime>;

pub(crate) fn group<'a>(criterion: &'a mut Criterion, name: &str) -> Group<'a> {
    let mut group = criterion.benchmark_group(name);
    group
        .throughput(Throughput::Elements(INPUTS as u64))
        .sample_size(60)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    group
}

/// Looks every input up.
pub(crate) fn each<I: Copy, O>(
    group: &mut Group<'_>,
    name: &str,
    inputs: &[I],
    look_up: impl Fn(I) -> O,
) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for input in inputs {
                black_box(look_up(black_box(*input)));
            }
        });
    });
}
