//! Lookups in enums whose numbers lie otherwise, and in all of them at once.

mod measure;

use criterion::{Criterion, criterion_group, criterion_main};
use measure::{each, group};
use zoom_errors::rest::contact_center::ContactCenterError;
use zoom_errors::rest::rooms::RoomsError;
use zoom_errors::{ErrorCode, ZoomError};
use zoom_errors_benches::{codes, peers};

/// The codes under the least that any table needs: one load and one comparison. So many of the lowest
/// bits tell them apart that it needs no hash.
struct Bare<E, const SLOTS: usize>(Box<[E; SLOTS]>);

impl<E: ErrorCode, const SLOTS: usize> Bare<E, SLOTS> {
    fn new() -> Self {
        // An empty slot has a code whose own slot is another.
        let mut table = Box::new([E::ALL[0]; SLOTS]);
        for error in E::ALL {
            table[error.code() as usize % SLOTS] = *error;
        }
        Bare(table)
    }

    fn get(&self, code: i32) -> Option<E> {
        let error = self.0[code as usize % SLOTS];
        if error.code() == code {
            Some(error)
        } else {
            None
        }
    }
}

fn contact_center(criterion: &mut Criterion) {
    let mut group = group(criterion, "contact center");
    let inputs = codes(ContactCenterError::ALL, ContactCenterError::code);
    let bare = Bare::<ContactCenterError, { 1 << 14 }>::new();
    each(
        &mut group,
        "zoom-errors",
        &inputs,
        ContactCenterError::from_code,
    );
    each(&mut group, "array load and compare", &inputs, |code| {
        bare.get(code)
    });
    each(&mut group, "match", &inputs, peers::contact_center_by_match);
    each(&mut group, "phf Map", &inputs, |code| {
        peers::CONTACT_CENTER.get(&code).copied()
    });
    group.finish();
}

/// Of which some codes have nine digits.
fn rooms(criterion: &mut Criterion) {
    let mut group = group(criterion, "rooms");
    let inputs = codes(RoomsError::ALL, RoomsError::code);
    let bare = Bare::<RoomsError, { 1 << 10 }>::new();
    each(&mut group, "zoom-errors", &inputs, RoomsError::from_code);
    each(&mut group, "array load and compare", &inputs, |code| {
        bare.get(code)
    });
    each(&mut group, "match", &inputs, peers::rooms_by_match);
    each(&mut group, "phf Map", &inputs, |code| {
        peers::ROOMS.get(&code).copied()
    });
    group.finish();
}

fn all(criterion: &mut Criterion) {
    let mut group = group(criterion, "all products");
    let all: Vec<ZoomError> = ZoomError::all()
        .filter(|error| error.code().is_some())
        .collect();
    let inputs = codes(&all, |error| error.code().unwrap_or_default());
    each(
        &mut group,
        "zoom-errors ZoomError::candidates, the first",
        &inputs,
        |code| ZoomError::candidates(code).next(),
    );
    each(
        &mut group,
        "zoom-errors ZoomError::candidates, all",
        &inputs,
        |code| ZoomError::candidates(code).last(),
    );
    group.finish();
}

criterion_group!(spaces, contact_center, rooms, all);
criterion_main!(spaces);
