//! Files that may be missing.

use std::io::{self, ErrorKind};
use std::path::Path;

/// The text of a file, nothing if it does not exist.
///
/// # Errors
/// If there is something that cannot be read as text, or that is no file: a pipe could block.
pub(crate) fn read_if_there(path: &Path) -> io::Result<Option<String>> {
    let invalid = |error| io::Error::new(ErrorKind::InvalidData, error);
    let text = |bytes| String::from_utf8(bytes).map_err(invalid);
    bytes_if_there(path)?.map(text).transpose()
}

/// The content of a file, nothing if it does not exist.
pub(super) fn bytes_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match std::fs::metadata(path) {
        Ok(there) if there.is_file() => std::fs::read(path).map(Some),
        Ok(_) => Err(io::Error::other("it is not a regular file")),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
