//! The reference page and the built docs, in Chromium.
//!
//! Without Chromium the tests are reported as ignored, with how to install it; where `CI` is set,
//! they fail instead.

mod addresses;
mod docs;
mod driver;
mod filters;
mod fixtures;
mod keys;
mod large;
mod looks;
mod page;
mod recogniser;
mod safety;
mod search;

use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

use driver::Driver;
use fixtures::Fixtures;
use page::{Outcome, Page, Place};

/// A test under way.
type Running = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// A test: what it opens, and what it does there.
struct Case {
    name: &'static str,
    file: fn(&Fixtures) -> Outcome<Place>,
    run: fn(Page, Arc<Fixtures>) -> Running,
}

/// `cases![file; a, b]` opens a file of the fixtures for the functions `a` and `b`.
macro_rules! cases {
    ($file:expr; $($name:path),* $(,)?) => {
        [$(Case {
            name: stringify!($name),
            file: $file,
            run: |page, fixtures| Box::pin(async move { $name(&page, &fixtures).await }),
        }),*]
    };
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(cases![Fixtures::real;
        search::by_number,
        search::by_constant,
        search::by_word_on_the_wire,
        search::by_method,
        search::by_words,
        search::of_a_pasted_log_line,
        search::of_an_unlisted_number,
        search::without_result,
        search::fills_the_window_first,
        search::unfolds_long_results,
        recogniser::cases_are_read_alike,
        recogniser::documented_answers_are_read_alike,
        recogniser::a_code_wins_against_words,
        recogniser::cases_from_outside_are_read_alike,
        recogniser::a_call_shows_its_answers,
        filters::each_choice_shows_its_codes,
        filters::combine_with_each_other_and_with_search,
        filters::follow_from_the_chart,
        addresses::open_codes,
        addresses::of_unknown_codes_say_so,
        addresses::go_back_and_forward,
        addresses::of_searches_can_be_reloaded,
        keys::search_and_read_without_a_mouse,
        keys::reach_the_filters,
        looks::fits_every_width_and_scheme,
        looks::names_every_control,
        looks::reads_without_scripts,
    ]);
    cases.extend(cases![Fixtures::hostile; safety::markup_shows_as_text]);
    cases.extend(cases![Fixtures::real; safety::policy_stops_foreign_scripts]);
    cases.extend(cases![Fixtures::real; large::the_page_has_at_most_four_megabytes]);
    cases.extend(cases![Fixtures::large; large::search_in_ten_thousand_codes]);
    cases.extend(cases![|_| docs::build(); docs::search_finds_codes_constants_and_messages]);
    cases
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match run(&arguments) {
        Ok(conclusion) => conclusion.exit_code(),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Outcome<libtest_mimic::Conclusion> {
    let runtime = Arc::new(Runtime::new()?);
    let driver = if arguments.list {
        Err("only listed".to_owned())
    } else {
        runtime.block_on(Driver::start())
    };
    if let Err(missing) = &driver
        && !arguments.list
    {
        let required = std::env::var("CI").is_ok_and(|ci| !ci.is_empty() && ci != "false");
        if required {
            return Err(format!("the browser tests cannot run: {missing}").into());
        }
        eprintln!("the browser tests do not run: {missing}");
    }
    let driver = driver.map(Arc::new);
    let trials = match &driver {
        Ok(driver) => trials(&runtime, driver)?,
        Err(missing) => {
            let idle = |case: Case| {
                let missing = missing.clone();
                Trial::test(case.name, || Err(missing.into())).with_ignored_flag(true)
            };
            cases().into_iter().map(idle).collect()
        }
    };
    let conclusion = libtest_mimic::run(arguments, trials);
    if let Ok(driver) = driver {
        runtime.block_on(driver.close())?;
    }
    Ok(conclusion)
}

fn trials(runtime: &Arc<Runtime>, driver: &Arc<Driver>) -> Outcome<Vec<Trial>> {
    let fixtures = Arc::new(Fixtures::new()?);
    let trial = |case: Case| {
        let (runtime, driver, fixtures) = (runtime.clone(), driver.clone(), fixtures.clone());
        Trial::test(case.name, move || {
            runtime
                .block_on(one(&driver, fixtures, &case))
                .map_err(Failed::from)
        })
    };
    Ok(cases().into_iter().map(trial).collect())
}

/// Runs one test in a window of its own. Only a browser in which all went well is used again.
async fn one(driver: &Driver, fixtures: Arc<Fixtures>, case: &Case) -> Outcome {
    let (run, file) = (case.run, (case.file)(&fixtures)?);
    let browser = driver.browser().await?;
    let window = browser.clone();
    let task = tokio::spawn(async move {
        let page = Page::open(window, &file).await?;
        run(page.clone(), fixtures).await?;
        page.is_clean().await
    });
    let outcome = task.await;
    match outcome {
        Ok(Ok(())) => driver.give_back(browser),
        _ => browser.close().await?,
    }
    outcome?
}
