//! The pages that the tests open.

use std::path::{Path, PathBuf};

use zoom_errors_codegen::model::{self, Guidance, Key, Product};
use zoom_errors_codegen::render::export;
use zoom_errors_codegen::{InputFile, Model, load};

use crate::page::{Outcome, Place};

/// How many codes the large page has, and how many of them each product has.
const LARGE: usize = 10_000;
const EACH: usize = 500;

/// Texts that do harm, or look otherwise, where they are taken for markup.
pub(crate) const HOSTILE: [&str; 5] = [
    "<img src=x onerror=\"console.error('ran')\">",
    "</script><script>console.error('ran')</script>",
    "\"><b onclick='console.error(1)'>bold</b>",
    "&lt;i&gt; &amp; <!-- gone --> ]]>",
    "<style>body{display:none}</style><a href='https://example.com'>",
];

/// Pages on disk, and what they were made from.
pub(crate) struct Fixtures {
    folder: tempfile::TempDir,
    /// The catalogs of the repository.
    pub(crate) model: Model,
}

impl Fixtures {
    /// Renders all pages.
    pub(crate) fn new() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let model = catalogs()?;
        let page = |name: &str, model: &Model| -> Outcome {
            let html = export::html(model, env!("CARGO_PKG_VERSION"))?;
            Ok(std::fs::write(folder.path().join(name), html)?)
        };
        page("real.html", &model)?;
        page("hostile.html", &hostile(model.clone()))?;
        page("large.html", &large(&model))?;
        Ok(Self { folder, model })
    }

    /// The page of the catalogs of the repository.
    pub(crate) fn real(&self) -> Outcome<Place> {
        Ok(self.page("real.html"))
    }

    /// A page whose texts are [`HOSTILE`].
    pub(crate) fn hostile(&self) -> Outcome<Place> {
        Ok(self.page("hostile.html"))
    }

    /// A page with 10,000 codes.
    pub(crate) fn large(&self) -> Outcome<Place> {
        Ok(self.page("large.html"))
    }

    /// A page that loads nothing but itself.
    fn page(&self, name: &str) -> Place {
        let file = self.folder.path().join(name);
        Place {
            home: file.clone(),
            file,
        }
    }

    /// Everything that the page lists, in its order.
    pub(crate) fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for product in &self.model.products {
            let entry = |mark: String, name, guidance| Entry {
                address: format!("{}/{mark}", product.id),
                mark,
                name,
                product: &product.id,
                guidance,
                raised_by: &[],
            };
            entries.extend(product.errors.iter().map(|error| Entry {
                raised_by: &error.raised_by,
                ..entry(error.number().to_string(), &error.name, &error.guidance)
            }));
            let words = product.strings.iter().flat_map(|strings| &strings.entries);
            entries.extend(words.map(|error| {
                let word = error.word().unwrap_or_default();
                entry(word.to_owned(), "", &error.guidance)
            }));
        }
        entries
    }
}

/// A code or a word, as the catalog has it.
pub(crate) struct Entry<'a> {
    /// Its address in the page.
    pub(crate) address: String,
    /// The number or the word.
    pub(crate) mark: String,
    /// The constant; nothing for a word.
    pub(crate) name: &'a str,
    pub(crate) product: &'a str,
    pub(crate) guidance: &'a Guidance,
    pub(crate) raised_by: &'a [String],
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn catalogs() -> Outcome<Model> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("catalogs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "yaml") {
                let name = path.strip_prefix(root())?.to_string_lossy();
                files.push(InputFile::new(name, std::fs::read(&path)?));
            }
        }
    }
    let outcome = load(files).outcome;
    outcome.map_err(|problems| format!("{} problems in the catalogs", problems.len()).into())
}

/// Puts a hostile text wherever a text may stand. The checks would refuse such a catalog.
fn hostile(mut model: Model) -> Model {
    for product in &mut model.products {
        product.title = HOSTILE[0].to_owned();
        for class in product.categories.iter_mut().chain(&mut product.ranges) {
            class.title = HOSTILE[1].to_owned();
        }
        for source in &mut product.sources {
            source.title = HOSTILE[4].to_owned();
        }
        for (at, error) in product.errors.iter_mut().enumerate() {
            let text = HOSTILE[at % HOSTILE.len()];
            error.summary = format!("{text} and `{text}`");
            error.erratum = Some(text.to_owned());
            for part in error.causes.iter_mut().chain(&mut error.raised_by) {
                *part = text.to_owned();
            }
            for part in [&mut error.name, &mut error.variant]
                .into_iter()
                .chain(&mut error.aliases)
            {
                *part = text.to_owned();
            }
            for reason in &mut error.reasons {
                reason.summary = text.to_owned();
                reason.name = text.to_owned();
                reason.headers = vec![text.to_owned()];
            }
            harm(&mut error.guidance, text);
        }
        if let Some(strings) = &mut product.strings {
            strings.title = HOSTILE[2].to_owned();
            for (at, error) in strings.entries.iter_mut().enumerate() {
                let text = HOSTILE[at % HOSTILE.len()];
                error.summary = format!("{text} and `{text}`");
                error.erratum = Some(text.to_owned());
                error.key = Key::Word(format!("{at}{text}"));
                error.name = text.to_owned();
                harm(&mut error.guidance, text);
            }
        }
    }
    model
}

fn harm(guidance: &mut Guidance, text: &str) {
    if let Some(advice) = &mut guidance.advice {
        advice.steps.fill(text.to_owned());
    }
}

/// As many codes as all of Zoom might have, with texts as long as the real ones.
fn large(model: &Model) -> Model {
    let Some(pattern) = model
        .products
        .iter()
        .max_by_key(|product| product.errors.len())
    else {
        return model.clone();
    };
    let products = (0..LARGE / EACH).map(|number| {
        let mut product = pattern.clone();
        product.id = format!("product_{number}");
        product.title = format!("Product {number}");
        let errors = pattern.errors.iter().cycle().take(EACH).enumerate();
        product.errors = errors.map(|(at, error)| copy(error, number, at)).collect();
        product.strings = None;
        product
    });
    Model {
        products: products.collect::<Vec<Product>>(),
        ..model.clone()
    }
}

fn copy(error: &model::Entry, product: usize, at: usize) -> model::Entry {
    let code = 100_000 + product * EACH + at;
    model::Entry {
        key: Key::Code(i32::try_from(code).unwrap_or_default()),
        name: format!("{}_{code}", error.name),
        related: Vec::new(),
        same_as: None,
        ..error.clone()
    }
}
