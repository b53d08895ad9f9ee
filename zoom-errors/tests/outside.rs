//! The crate as others use it: from outside the workspace, by path, with no features.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use zoom_errors::{ErrorCode, Product, ZoomError};

/// A package that depends on this crate alone. One profile for all, so that the crate is compiled once
/// for them; unwinding needs std, and texts that nobody uses are dropped without optimization too.
fn package(name: &str, more: &str, files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let here = env!("CARGO_MANIFEST_DIR");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nzoom-errors = {{ path = {here:?} }}\n\n[workspace]\n\n\
         [profile.dev]\ndebug = false\npanic = \"abort\"\n\n{more}"
    );
    std::fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    std::fs::create_dir(folder.path().join("src")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join("src").join(name), text).unwrap();
    }
    // The versions of optional dependencies are the repository's; nothing is looked up.
    let lock = Path::new(here).join("../Cargo.lock");
    if lock.exists() {
        std::fs::copy(lock, folder.path().join("Cargo.lock")).unwrap();
    }
    folder
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside")
}

fn cargo(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder.path())
        .env("CARGO_TARGET_DIR", target())
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_crate_outside_matches_exhaustively_and_links_nothing_else() {
    let main = r#"
        use zoom_errors::http_status::HttpStatus as E;

        fn retry(error: E) -> bool {
            match error {
                E::Ok => false,
                E::TooManyRequests => true,
                E::BadRequest | E::Unauthorized | E::Forbidden | E::NotFound | E::Conflict => {
                    error.retry().helps_unchanged()
                }
            }
        }

        fn main() {
            let error: E = "404".parse().unwrap();
            println!("{error} {}", retry(error));
        }
    "#;
    let folder = package("outside", "", &[("main.rs", main)]);
    let run = cargo(&folder, &["run", "--quiet", "--offline"]);
    assert!(run.status.success(), "{}", stderr(&run));
    let shown = String::from_utf8(run.stdout).unwrap();
    assert!(shown.starts_with("NOT_FOUND (404): "), "{shown}");

    let tree = cargo(
        &folder,
        &["tree", "--offline", "--edges", "normal", "--prefix", "none"],
    );
    let tree = String::from_utf8(tree.stdout).unwrap();
    assert_eq!(
        tree.lines().count(),
        2,
        "only the two packages themselves:\n{tree}"
    );
}

/// A program that matches the first variants of each enum by name, and the last variants, which make
/// the matches full.
fn matches() -> (String, Vec<String>) {
    let (mut program, mut calls, mut last) = (String::new(), String::new(), Vec::new());
    macro_rules! check {
        ($E:path) => {{
            let path = stringify!($E)
                .replace("$crate", "zoom_errors")
                .replace(' ', "");
            let name = <$E as ErrorCode>::PRODUCT.id();
            _ = write!(
                program,
                "fn {name}(error: {path}) -> i32 {{ match error {{ "
            );
            for error in <$E>::ALL {
                _ = write!(program, "{path}::{error:?} => {}, ", error.code());
            }
            _ = writeln!(program, "}} }}");
            _ = writeln!(
                calls,
                "for &e in {path}::ALL {{ assert_eq!({name}(e), e.code()); }}"
            );
            last.extend(<$E>::ALL.last().map(|error| format!("{path}::{error:?}")));
        }};
    }
    zoom_errors::__each_code_enum!(check);
    (format!("{program}fn main() {{ {calls} }}\n"), last)
}

#[test]
fn a_full_match_needs_no_wildcard_and_a_forgotten_variant_is_named() {
    let (full, last) = matches();
    let folder = package("full", "", &[("main.rs", &full)]);
    let run = cargo(&folder, &["run", "--quiet", "--offline"]);
    assert!(run.status.success(), "{}", stderr(&run));

    let forgetful = last.iter().fold(full, |program, variant| {
        let arm = program.find(&format!("{variant} =>")).unwrap();
        let end = program[arm..].find(", ").unwrap() + 2;
        format!("{}{}", &program[..arm], &program[arm + end..])
    });
    let folder = package("forgetful", "", &[("main.rs", &forgetful)]);
    let build = cargo(&folder, &["build", "--quiet", "--offline"]);
    let errors = stderr(&build);
    assert_eq!(
        errors.matches("error[E0004]").count(),
        last.len(),
        "{errors}"
    );
    for variant in last {
        let short = variant.rsplit("::").next().unwrap();
        assert!(
            errors.contains(&format!("::{short}` not covered")),
            "{variant}: {errors}"
        );
    }
}

/// A service that talks to one product does not carry the texts of the others.
#[test]
fn a_binary_holds_the_texts_of_the_products_it_uses_alone() {
    let main = r#"
        use zoom_errors::video_sdk_web::VideoSdkWebError;

        fn main() {
            let code = std::env::args().count() as i32;
            match VideoSdkWebError::from_code(code) {
                Some(error) => println!("{error:#} {:?}", error.causes()),
                None => println!("{:?}", VideoSdkWebError::from_name("VIDEO_NO_CAMERA")),
            }
        }
    "#;
    let folder = package("one-product", "", &[("main.rs", main)]);
    let build = cargo(&folder, &["build", "--quiet", "--offline"]);
    assert!(build.status.success(), "{}", stderr(&build));
    let name = format!("debug/one-product{}", std::env::consts::EXE_SUFFIX);
    let binary = std::fs::read(target().join(name)).unwrap();
    let binary = String::from_utf8_lossy(&binary);
    let holds = |text: &str| binary.contains(text);
    let is_used = |error: &ZoomError| error.product() == Product::VideoSdkWeb;
    let (used, others): (Vec<_>, Vec<_>) = ZoomError::all().partition(is_used);
    for error in &used {
        assert!(holds(error.summary()), "{error}");
    }
    // Some products tell the same failure in the same words.
    let alike = |summary: &str| used.iter().any(|error| error.summary() == summary);
    for error in others.iter().filter(|error| !alike(error.summary())) {
        assert!(!holds(error.summary()), "{}: {error}", error.product());
    }
}

/// A library without std that ends in a static library, so that the linker's view counts: were std
/// pulled in, its panic handler would meet this one (E0152).
const NO_STD: &str = r#"
    #![no_std]

    #[panic_handler]
    fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
        loop {}
    }

    #[unsafe(no_mangle)]
    pub extern "C" fn kind_of(code: i32) -> i32 {
        match zoom_errors::video_sdk_web::VideoSdkWebError::from_code(code) {
            Some(error) => error.kind() as i32,
            None => -1,
        }
    }
"#;

const STATIC_LIBRARY: &str = "[lib]\ncrate-type = [\"staticlib\"]\n";

#[test]
fn a_program_without_std_can_use_it() {
    let folder = package("bare", STATIC_LIBRARY, &[("lib.rs", NO_STD)]);
    let build = cargo(&folder, &["build", "--offline"]);
    assert!(build.status.success(), "{}", stderr(&build));
}

#[test]
fn the_proof_without_std_notices_std() {
    let with_std = format!("{NO_STD}\nextern crate std;\n");
    let folder = package("bare-not", STATIC_LIBRARY, &[("lib.rs", &with_std)]);
    let build = cargo(&folder, &["build", "--offline"]);
    assert!(!build.status.success());
    assert!(stderr(&build).contains("E0152"), "{}", stderr(&build));
}
