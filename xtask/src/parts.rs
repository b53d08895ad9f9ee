//! The parts of documents that commands write.

use crate::disk::{Plan, read_if_there};
use crate::repo::Repo;

/// Plans a new text between the two marks of a part; every other byte stays.
pub(crate) fn replace(
    repo: &Repo,
    document: &'static str,
    part: &str,
    command: &str,
    text: &str,
    plan: &mut Plan,
) -> Result<(), String> {
    let path = repo.path(document);
    let Some(old) = read_if_there(&path).map_err(|error| format!("{document}: {error}"))? else {
        return Ok(());
    };
    let first = format!("<!-- {part}: made by `{command}` -->");
    let last = format!("<!-- end of {part} -->");
    let begin = old.find(&first).map(|at| at + first.len());
    let marks = begin.zip(old.find(&last));
    let Some((begin, end)) = marks.filter(|(begin, end)| begin <= end) else {
        return Err(format!(
            "{document}: the marks around the {part} are gone; restore `{first}` and `{last}`"
        ));
    };
    let new = format!("{}\n\n{text}\n{}", &old[..begin], &old[end..]);
    plan.replace(document, path, Some(old), new);
    Ok(())
}
