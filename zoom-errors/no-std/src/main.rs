//! Checked, never run: a handler of its own for panics collides with that of `std` if any dependency
//! brings `std` in.

#![no_std]
#![no_main]

use core::panic::PanicInfo;

use linked_list_allocator::LockedHeap;
use zoom_errors::ZoomError;
use zoom_errors::response::Failure;

/// What the features ask for besides.
#[global_allocator]
static ALLOCATOR: LockedHeap = LockedHeap::empty();

/// Nothing of `std` is needed to read a response.
pub fn cause(status: u16, body: &str) -> Option<ZoomError> {
    Failure::builder(status).body(body).cause()
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
