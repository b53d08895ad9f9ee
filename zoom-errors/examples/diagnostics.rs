//! A program that ends with a diagnostic: code, what to do, and where it is documented.
//!
//! Run it with `cargo run --example diagnostics --features miette`.

use zoom_errors::{Report, rest_api::RestApiError};

fn create_meeting() -> Result<(), RestApiError> {
    Err(RestApiError::InvalidAccessToken)
}

fn main() -> miette::Result<()> {
    create_meeting().map_err(Report::new)?;
    Ok(())
}
