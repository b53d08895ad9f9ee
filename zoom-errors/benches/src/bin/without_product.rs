//! A program without zoom-errors, beside `with_product`.

fn main() {
    let codes = std::env::args().filter_map(|code| code.parse::<i32>().ok());
    codes.for_each(|code| println!("{code}"));
}
