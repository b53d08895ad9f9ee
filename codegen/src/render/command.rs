//! Who makes the generated files.

/// The command that made a generated file; stands in its first line.
pub const COMMAND: &str = "cargo xtask generate";
