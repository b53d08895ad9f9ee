//! `cargo xtask semver`

mod state;

use semver::Version;
use zoom_errors_codegen::release::{self, Change, Level};
use zoom_errors_codegen::{Model, load_released};

use crate::catalogs;
use crate::outcome::Outcome;
use crate::output::{print, show_problems};
use crate::repo::Repo;
use state::State;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What to compare with: a git revision, such as the tag of the last release, or a folder that
    /// holds another checkout
    #[arg(long, value_name = "REV|DIR")]
    base: String,
}

pub(crate) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let base = State::find(repo, &args.base)?;
    let now = State::of_folder(repo.path(""))?;
    let Some(old) = released(base.files, &args.base) else {
        return Ok(Outcome::Found);
    };
    let Some(new) = catalogs::model(repo)? else {
        return Ok(Outcome::Found);
    };
    let changes = release::compare(&old, &new);
    let level = changes.iter().map(|change| change.level).max();
    let required = release::required(&base.version, level);
    let suffices = release::suffices(&base.version, &now.version, level);
    print(&listing(&changes))?;
    print(&verdict(
        &base.version,
        &now.version,
        &required,
        level,
        suffices,
    ))?;
    if !changes.is_empty() {
        let version = required.max(now.version);
        let draft = release::changelog(&changes);
        print(&format!(
            "\nDraft for CHANGELOG.md:\n\n## [{version}]\n\n{draft}"
        ))?;
    }
    Ok(match suffices {
        true => Outcome::Fine,
        false => Outcome::Found,
    })
}

/// The model of the base; what is wrong with it is printed.
fn released(files: Vec<zoom_errors_codegen::InputFile>, base: &str) -> Option<Model> {
    let loaded = load_released(files);
    match loaded.outcome {
        Ok(model) => Some(model),
        Err(problems) => {
            show_problems(&problems, &loaded.sources);
            eprintln!("these are the catalogs of `{base}`, not the present ones");
            None
        }
    }
}

/// The changes, product by product.
fn listing(changes: &[Change]) -> String {
    let mut text = String::new();
    let mut product = "";
    for change in changes {
        if change.product != product {
            product = &change.product;
            text.push_str(&format!("{product}\n"));
        }
        let level = change.level.title();
        let word = word(change);
        text.push_str(&format!(
            "  {level:8}  {word:10}  {}\n",
            release::phrase(change)
        ));
    }
    text
}

fn word(change: &Change) -> &'static str {
    match change.kind {
        release::Kind::Added => "added",
        release::Kind::Removed => "removed",
        release::Kind::Renamed { .. } => "renamed",
        release::Kind::Renumbered { .. } => "renumbered",
        release::Kind::Reordered => "reordered",
        release::Kind::Retired => "retired",
        release::Kind::Metadata(_) => "changed",
    }
}

fn verdict(
    base: &Version,
    now: &Version,
    required: &Version,
    level: Option<Level>,
    suffices: bool,
) -> String {
    let asks = match level {
        None => format!("the catalogs say the same as in {base}"),
        Some(level) => format!(
            "the highest change is of level `{}`: from {base} on, the version must be {required} or higher",
            level.title()
        ),
    };
    let has = match suffices {
        true => format!("Cargo.toml has {now}: high enough"),
        false => format!("Cargo.toml has {now}: too low"),
    };
    format!("{asks}\n{has}\n")
}
