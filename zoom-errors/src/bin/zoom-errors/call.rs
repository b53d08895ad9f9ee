//! A call as people give it: `GET /meetings/857`, an address, a line of a log.

use zoom_errors::{Operation, Product, Response, ZoomError};

/// How many similar calls are worth reading.
const NEAREST: usize = 3;
/// Paths less alike than this are no misspellings of each other.
const ALIKE: f64 = 0.6;
/// A text longer than this is no misspelt path, and comparing it would take long.
const LONGEST: usize = 200;

/// What somebody calls, as far as the reference knows it.
#[derive(Clone)]
pub(crate) struct Call {
    /// As it was given.
    pub(crate) text: String,
    /// Several where no method was given.
    pub(crate) operations: Vec<&'static Operation>,
    pub(crate) product: Product,
}

impl Call {
    /// Takes a method and a path or an address, in whatever words they stand; the method may be
    /// missing.
    ///
    /// Says what was meant where it is neither an operation nor below the paths of one product.
    pub(crate) fn parse(text: &str) -> Result<Call, String> {
        let (method, address) = parts(text);
        let operations: Vec<_> = match method {
            Some(method) => Operation::find(method, address).into_iter().collect(),
            None => Operation::at(address).collect(),
        };
        let product = match operations.first() {
            Some(first) => Some(first.product()),
            None => Operation::product_of(method.unwrap_or("GET"), address),
        };
        match product {
            Some(product) => Ok(Call {
                text: text.trim().to_owned(),
                operations,
                product,
            }),
            None => Err(unknown(method, address)),
        }
    }

    /// Whether one of the operations is documented to answer with an error.
    pub(crate) fn documents(&self, error: ZoomError) -> bool {
        self.failures()
            .any(|response| response.error() == Some(error))
    }

    /// What the operations are documented to answer.
    pub(crate) fn failures(&self) -> impl Iterator<Item = &'static Response> {
        self.operations
            .iter()
            .flat_map(|operation| operation.failures())
    }

    /// Whether an error may come in an answer to it: it is one of its product, or of every product.
    pub(crate) fn may_answer(&self, error: ZoomError) -> bool {
        let shared = [Product::RestApi, Product::Oauth, Product::HttpStatus];
        error.product() == self.product || shared.contains(&error.product())
    }

    /// What is to be said where the operation is not known: its product, and the nearest calls.
    pub(crate) fn remark(&self) -> Option<String> {
        if !self.operations.is_empty() {
            return None;
        }
        let (method, address) = parts(&self.text);
        let nearest = did_you_mean(method, address, Some(self.product));
        Some(format!(
            "{} is no operation of the reference; its path is one of {}{nearest}",
            self.text,
            self.product.title(),
        ))
    }
}

/// The method, if there is one, and the address.
fn parts(text: &str) -> (Option<&str>, &str) {
    let marks = |c: char| matches!(c, '"' | '\'' | '`' | ',' | '<' | '>');
    let words = text.split_whitespace().map(|word| word.trim_matches(marks));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_method = |word: &&&str| {
        Operation::all().any(|operation| operation.method().eq_ignore_ascii_case(word))
    };
    let method = words.iter().find(is_method).copied();
    let find = |is: fn(&str) -> bool| words.iter().copied().find(|word| is(word));
    let address = find(|word| word.contains("://") || word.starts_with('/'))
        .or_else(|| find(|word| word.contains('/')))
        .or_else(|| words.iter().copied().find(|word| Some(*word) != method));
    (method, address.unwrap_or_default())
}

fn unknown(method: Option<&str>, address: &str) -> String {
    if address.is_empty() {
        return "give a method and a path, such as \"GET /meetings/857\"".to_owned();
    }
    let nearest = did_you_mean(method, address, None);
    format!("no operation of the reference has this path{nearest}")
}

/// The sentence that names the nearest calls.
fn did_you_mean(method: Option<&str>, address: &str, product: Option<Product>) -> String {
    let calls = nearest(method, address, product);
    let calls: Vec<&str> = calls.into_iter().map(Operation::call).collect();
    match calls.as_slice() {
        [] => String::new(),
        calls => format!("; did you mean {}?", calls.join(", or ")),
    }
}

/// Calls with the most similar paths; of one path, that with the method first.
fn nearest(
    method: Option<&str>,
    address: &str,
    product: Option<Product>,
) -> Vec<&'static Operation> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = match path.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => path,
    };
    let path = path.trim_matches('/');
    let path = path.strip_prefix("v2/").unwrap_or(path);
    if path.len() > LONGEST {
        return Vec::new();
    }
    let segments: Vec<&str> = path.split('/').collect();
    let score = |operation: &'static Operation| {
        let known: Vec<&str> = operation.path().trim_matches('/').split('/').collect();
        // Whatever stands where an id belongs is one.
        let filled = known
            .iter()
            .enumerate()
            .map(|(at, name)| match segments.get(at) {
                Some(given) if name.starts_with('{') => given,
                _ => name,
            });
        let filled = filled.copied().collect::<Vec<_>>().join("/");
        let same = method.is_some_and(|method| operation.method().eq_ignore_ascii_case(method));
        (strsim::normalized_damerau_levenshtein(path, &filled), same)
    };
    let mut scored: Vec<_> = Operation::all()
        .filter(|operation| product.is_none_or(|product| product == operation.product()))
        .map(|operation| (score(operation), operation))
        .filter(|((likeness, _), _)| *likeness >= ALIKE)
        .collect();
    scored.sort_by(|((a, same_a), _), ((b, same_b), _)| b.total_cmp(a).then(same_b.cmp(same_a)));
    scored.truncate(NEAREST);
    scored.into_iter().map(|(_, operation)| operation).collect()
}
