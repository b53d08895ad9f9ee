//! Any bytes as a catalog, a second one and `products.yaml`: what is accepted renders Rust that
//! says what the catalog says, and every problem can be shown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xtask_pages::outline::Outline;
use zoom_errors_codegen::model::{Entry, Model, Product};
use zoom_errors_codegen::render::{self, Artifact, export};
use zoom_errors_codegen::{InputFile, Loaded, SourceFile, load, release, report};
use zoom_errors_fuzz::parts;

const FILES: [&str; 3] = [
    "catalogs/demo.yaml",
    "catalogs/other.yaml",
    "catalogs/products.yaml",
];

fuzz_target!(|data: &[u8]| {
    let files = FILES.iter().zip(parts(data));
    let files: Vec<_> = files
        .map(|(name, text)| InputFile::new(*name, text))
        .collect();
    let loaded = load(files.clone());
    let turned = load(files.into_iter().rev().collect());
    match (&loaded.outcome, &turned.outcome) {
        (Ok(model), Ok(turned)) => {
            let [files, of_turned] = [model, turned].map(|model| {
                let files = render::crate_files(model).collect::<Result<Vec<_>, _>>();
                files.expect("an accepted catalog renders")
            });
            assert_eq!(files, of_turned);
            rendered(model, &files);
        }
        (Err(_), Err(_)) => shown(&loaded),
        _ => panic!("the order of the files matters"),
    }
    for source in loaded.sources.iter() {
        outlined(source);
    }
});

fn rendered(model: &Model, files: &[Artifact]) {
    for product in &model.products {
        let module = product.module().replace("::", "/");
        let path = format!("{}/{module}.rs", render::GENERATED);
        let file = files
            .iter()
            .find(|file| file.path == path)
            .expect("each product has a file");
        says_what_the_catalog_says(&file.text, product);
    }
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        assert!(file.text.starts_with(&render::header()));
        syn::parse_file(&file.text).expect("what is written is Rust");
    }
    let json = export::json(model, "0.0.0");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("an array");
    assert!(rows.len() >= model.products.iter().map(|one| one.errors.len()).sum());
    export::html(model, "0.0.0").expect("a page");
    let _ = (
        export::csv(model, "0.0.0"),
        export::markdown(model, "0.0.0"),
    );
    render::products_table(model);
    assert!(
        release::compare(model, model).is_empty(),
        "a state differs from itself"
    );
}

/// The enums have the variants of the catalog and no other, each code with its number.
fn says_what_the_catalog_says(text: &str, product: &Product) {
    let file = syn::parse_file(text).expect("what is written is Rust");
    if product.has_codes() {
        has_variants(&file, &product.enum_name, &product.errors);
    }
    if let Some(strings) = &product.strings {
        has_variants(&file, &strings.enum_name, &strings.entries);
    }
}

fn has_variants(file: &syn::File, name: &str, entries: &[Entry]) {
    let found = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(found) if found.ident == name => Some(found),
        _ => None,
    });
    let variants = &found.expect("the enum is there").variants;
    assert_eq!(variants.len(), entries.len());
    for (variant, error) in variants.iter().zip(entries) {
        assert_eq!(variant.ident, error.variant);
        let number = variant.discriminant.as_ref();
        let number = number.map(|(_, number)| number_of(number).expect("it is a number"));
        assert_eq!(number, error.code().map(i64::from));
    }
}

fn number_of(written: &syn::Expr) -> Option<i64> {
    match written {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Int(number),
            ..
        }) => number.base10_parse().ok(),
        syn::Expr::Unary(minus) => number_of(&minus.expr).map(std::ops::Neg::neg),
        _ => None,
    }
}

fn shown(loaded: &Loaded) {
    let Err(problems) = &loaded.outcome else {
        return;
    };
    assert!(!problems.is_empty(), "refused without a word");
    for problem in problems {
        let related = problem.related.iter().map(|(span, _)| *span);
        for span in related.chain([problem.span]) {
            let text = loaded.sources.file(span.file).text();
            assert!(
                text.get(span.start..span.end).is_some(),
                "{problem:?} is nowhere"
            );
        }
    }
    for colored in [false, true] {
        let human = report::human(problems, &loaded.sources, colored);
        assert!(
            problems
                .iter()
                .all(|problem| human.contains(problem.rule.id()))
        );
    }
    let json = report::json(problems, &loaded.sources);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("an array");
    assert_eq!(rows.len(), problems.len());
}

/// The outline of a file, with problems or without, stays within its text.
fn outlined(source: &SourceFile) {
    let Ok(outline) = Outline::read(source, 0) else {
        return;
    };
    let entries = outline.entries.iter().map(|entry| entry.code.span);
    let classes = outline.ranges.iter().chain(&outline.categories);
    let classes = classes.flat_map(|class| [class.span, class.title.span]);
    for span in entries.chain(classes) {
        assert!(
            source.text().get(span.start..span.end).is_some(),
            "{span:?} is nowhere"
        );
    }
}
