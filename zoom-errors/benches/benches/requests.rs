//! A response with its request beside mere parsing of its body, and what that is made of.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use zoom_errors::response::Failure;
use zoom_errors::rest::phone::PhoneError;
use zoom_errors::{Operation, ZoomError};

/// A response: its name in the tables, method and address of the request, status and body.
const ANSWERS: [(&str, &str, &str, u16, &str); 2] = [
    (
        "short body",
        "GET",
        "https://api.zoom.us/v2/meetings/81234567890",
        404,
        r#"{"code": 3001, "message": "Meeting does not exist: 81234567890."}"#,
    ),
    (
        "list of fields",
        "POST",
        "https://api.zoom.us/v2/users/me/meetings",
        400,
        r#"{"code": 300, "message": "Validation Failed.", "errors": [{"field": "start_time", "message": "Invalid field."}, {"field": "type", "message": "Invalid field."}]}"#,
    ),
];

fn answers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("answer");
    group.throughput(Throughput::Elements(1));
    for (name, method, address, status, body) in ANSWERS {
        group.bench_function(format!("zoom-errors Failure, {name}"), |bencher| {
            bencher.iter(|| {
                Failure::builder(status)
                    .request(black_box(method), black_box(address))
                    .body(black_box(body))
            });
        });
        group.bench_function(format!("serde_json Value, {name}"), |bencher| {
            bencher.iter(|| serde_json::from_str::<serde_json::Value>(black_box(body)).ok());
        });
    }
    group.finish();
}

fn parts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("request");
    // Every operation, with ids in place of the placeholders.
    let calls: Vec<(&str, String)> = Operation::all()
        .map(|operation| {
            let segments = operation.path().split('/');
            let filled = segments.map(|name| {
                if name.starts_with('{') {
                    "81234567890"
                } else {
                    name
                }
            });
            let path: Vec<&str> = filled.collect();
            (
                operation.method(),
                format!("https://api.zoom.us/v2{}", path.join("/")),
            )
        })
        .collect();
    group.throughput(Throughput::Elements(calls.len() as u64));
    group.bench_function("zoom-errors Operation::find", |bencher| {
        bencher.iter(|| {
            for (method, address) in &calls {
                black_box(Operation::find(black_box(method), black_box(address)));
            }
        });
    });
    // The code with most messages.
    let worst = ZoomError::from(
        PhoneError::ALL
            .iter()
            .copied()
            .max_by_key(|error| error.responses().len())
            .unwrap(),
    );
    let said: Vec<String> = worst
        .responses()
        .iter()
        .map(|response| response.message().replace(['{', '}'], ""))
        .collect();
    group.throughput(Throughput::Elements(said.len() as u64));
    group.bench_function("zoom-errors message of the worst code", |bencher| {
        bencher.iter(|| {
            for text in &said {
                black_box(worst.entry().reason_for_message(black_box(text)));
            }
        });
    });
    group.finish();
}

fn quick() -> Criterion {
    Criterion::default()
        .sample_size(60)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}

criterion_group!(name = requests; config = quick(); targets = answers, parts);
criterion_main!(requests);
