//! A program that uses one product; `report` tells how much larger that makes it.

use zoom_errors::video_sdk_web::VideoSdkWebError;

fn main() {
    let codes = std::env::args().filter_map(|code| code.parse::<i32>().ok());
    codes.for_each(|code| match VideoSdkWebError::from_code(code) {
        Some(error) => println!(
            "{code} {} {:?}",
            error.summary(),
            error.remediation().steps()
        ),
        None => println!("{code}"),
    });
}
