//! What rate-limit labels allow: each label, plan and product once, and of products with operations.

use zoom_errors_codegen::{InputFile, Loaded, Rule, load};

const CATALOG: &str = include_str!("../../catalogs/rest/quality_management.yaml");
const OPERATIONS: &str = include_str!("../../catalogs/operations/quality_management.yaml");
const SHARED: &str = include_str!("../../catalogs/rest_api.yaml");

/// The rules that a list of rate limits breaks, beside a product with operations.
fn broken(rates: &str) -> Vec<Rule> {
    let rates = format!("rates:\n{rates}");
    let Loaded { outcome, .. } = load(vec![
        InputFile::new("catalogs/rest_api.yaml", SHARED),
        InputFile::new("catalogs/rest/quality_management.yaml", CATALOG),
        InputFile::new("catalogs/operations/quality_management.yaml", OPERATIONS),
        InputFile::new("catalogs/operations/rate_limits.yaml", rates),
    ]);
    let problems = outcome.err().unwrap_or_default();
    problems.iter().map(|problem| problem.rule).collect()
}

#[test]
fn a_limit_for_each_label_plan_and_product() {
    let heavy = "  - {label: heavy, plan: pro, calls: 10, per: second, pooled: 30000}\n";
    let light = "  - {label: light, plan: pro, calls: 30, per: second}\n";
    let own = "  - {product: quality_management, label: light, plan: pro, calls: 5, per: minute, daily: 9}\n";
    assert_eq!(broken(&format!("{heavy}{light}{own}")), []);
    assert_eq!(
        broken(&format!("{heavy}{light}{heavy}")),
        [Rule::DuplicateId]
    );
    assert_eq!(broken(&format!("{own}{own}")), [Rule::DuplicateId]);
}

#[test]
fn wrong_values() {
    let rate = |product: &str, label: &str, calls: &str| {
        format!("  - {{{product}label: {label}, plan: pro, calls: {calls}, per: second}}\n")
    };
    assert_eq!(
        broken(&rate("product: rest_api, ", "light", "1")),
        [Rule::ProductId]
    );
    assert_eq!(broken(&rate("", "cheap", "1")), [Rule::UnknownWord]);
    assert_eq!(broken(&rate("", "light", "0")), [Rule::WrongType]);
    assert_eq!(
        broken("  - {label: light, plan: pro}\n"),
        [Rule::MissingKey, Rule::MissingKey]
    );
}
