//! What the command explains: codes, and words that stand in place of a code.

use zoom_errors::oauth::OauthTokenError;
use zoom_errors::payload::Decoded;
use zoom_errors::{
    Actor, Advice, Carrier, Class, Date, Kind, Origin, Product, ReasonInfo, Remediation, Retry,
    Source, ZoomError,
};

/// One thing that has a page. A word has no number, no section and no finer causes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    Code(ZoomError),
    /// An error of the token endpoint.
    Word(OauthTokenError),
}

/// The same accessor of a code and a word.
macro_rules! both {
    ($entry:ident.$accessor:ident) => {
        match $entry {
            Entry::Code(error) => error.$accessor(),
            Entry::Word(error) => error.$accessor(),
        }
    };
}

impl Entry {
    /// Every entry, product by product, the words of a product behind its codes.
    pub(crate) fn all() -> impl Iterator<Item = Entry> {
        Product::ALL.iter().copied().flat_map(Entry::of_product)
    }

    pub(crate) fn of_product(product: Product) -> impl Iterator<Item = Entry> {
        let codes = ZoomError::all().filter(move |error| error.product() == product);
        let words = OauthTokenError::ALL.iter().copied().map(Entry::Word);
        let words = words.filter(move |word| word.product() == product);
        codes.map(Entry::Code).chain(words)
    }

    /// What a payload reports, if that is listed.
    pub(crate) fn of(decoded: &Decoded) -> Option<Entry> {
        let word = || decoded.token_error.map(Entry::Word);
        decoded.error.map(Entry::Code).or_else(word)
    }

    /// The number on the wire.
    pub(crate) fn code(self) -> Option<i32> {
        self.error().map(ZoomError::code)
    }

    /// The word on the wire, where there is no number.
    pub(crate) fn value(self) -> Option<&'static str> {
        match self {
            Entry::Code(_) => None,
            Entry::Word(error) => Some(error.value()),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        both!(self.name)
    }

    /// What people call it: the constant, or the word.
    pub(crate) fn label(self) -> &'static str {
        self.value().unwrap_or(self.name())
    }

    /// The label, and the number where there is one.
    pub(crate) fn title(self) -> String {
        match self.code() {
            Some(code) => format!("{} ({code})", self.label()),
            None => self.label().to_owned(),
        }
    }

    /// Every name that it goes by.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let names = [Some(self.name()), self.value()];
        let names = names.into_iter().flatten();
        names.chain(self.aliases().iter().copied())
    }

    pub(crate) fn aliases(self) -> &'static [&'static str] {
        self.error().map_or(&[], ZoomError::aliases)
    }

    pub(crate) fn product(self) -> Product {
        match self {
            Entry::Code(error) => error.product(),
            Entry::Word(_) => Product::Oauth,
        }
    }

    /// The section of the page that lists it.
    pub(crate) fn class(self) -> Option<&'static Class> {
        self.error().map(ZoomError::class)
    }

    /// The section for people.
    pub(crate) fn section(self) -> &'static str {
        self.class().map_or("token endpoint", Class::title)
    }

    pub(crate) fn kind(self) -> Kind {
        both!(self.kind)
    }

    pub(crate) fn summary(self) -> &'static str {
        both!(self.summary)
    }

    pub(crate) fn causes(self) -> &'static [&'static str] {
        both!(self.causes)
    }

    pub(crate) fn actor(self) -> Actor {
        both!(self.actor)
    }

    pub(crate) fn retry(self) -> Retry {
        both!(self.retry)
    }

    pub(crate) fn advice(self) -> Option<Advice> {
        both!(self.advice)
    }

    pub(crate) fn remediation(self) -> Remediation {
        both!(self.remediation)
    }

    pub(crate) fn erratum(self) -> Option<&'static str> {
        both!(self.erratum)
    }

    pub(crate) fn source_page(self) -> &'static Source {
        both!(self.source_page)
    }

    pub(crate) fn raised_by(self) -> &'static [&'static str] {
        self.error().map_or(&[], ZoomError::raised_by)
    }

    pub(crate) fn reasons(self) -> &'static [ReasonInfo] {
        self.error().map_or(&[], ZoomError::reasons)
    }

    pub(crate) fn carrier(self) -> &'static [Carrier] {
        self.error().map_or(&[], ZoomError::carrier)
    }

    /// The code under which the same failure is described, if that is another one.
    pub(crate) fn same_as(self) -> Option<ZoomError> {
        let error = self.error()?;
        Some(error.canonical()).filter(|canonical| *canonical != error)
    }

    /// The same failure in other code spaces.
    pub(crate) fn related(self) -> &'static [ZoomError] {
        self.error().map_or(&[], ZoomError::related)
    }

    pub(crate) fn effective(self) -> Option<Date> {
        self.error()?.effective()
    }

    pub(crate) fn retired(self) -> Option<Date> {
        self.error()?.retired()
    }

    pub(crate) fn origin(self) -> Option<Origin> {
        self.error().map(ZoomError::origin)
    }

    fn error(self) -> Option<ZoomError> {
        match self {
            Entry::Code(error) => Some(error),
            Entry::Word(_) => None,
        }
    }
}
