//! The rules by name. Each is explained under its id in `catalogs/README.md`.

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $id:literal,)*) => {
        /// A rule that a catalog can break.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$(Rule::$variant,)*];

            /// The stable id that people and tools see.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Rule::$variant => $id,)*
                }
            }
        }
    };
}

rules! {
    /// The file or folder cannot be read.
    Unreadable = "unreadable",
    /// The bytes are not UTF-8, or hold characters that do not show.
    Encoding = "encoding",
    /// The text is no YAML of the plain kind that catalogs use.
    Syntax = "syntax",
    /// Larger or deeper than any catalog needs to be.
    TooLarge = "too-large",
    /// A key stands twice in one mapping.
    DuplicateKey = "duplicate-key",
    /// A key that must be there is not.
    MissingKey = "missing-key",
    /// A key that does not exist.
    UnknownKey = "unknown-key",
    /// A value of the wrong form.
    WrongType = "wrong-type",
    /// A list without an item.
    EmptyList = "empty-list",
    /// A word that is not in the closed list.
    UnknownWord = "unknown-word",
    /// A product id that differs from the file's name, or cannot name a module.
    ProductId = "product-id",
    /// An id that is declared twice.
    DuplicateId = "duplicate-id",
    /// A code that stands twice.
    DuplicateCode = "duplicate-code",
    /// A name or alias that stands for two codes.
    DuplicateName = "duplicate-name",
    /// Two entries that give the same Rust variant, or two types of one name.
    DuplicateVariant = "duplicate-variant",
    /// A name that Rust or the generated code does not allow.
    ReservedName = "reserved-name",
    /// A word with letters that only look like Latin ones, or two names that read alike.
    LookAlike = "look-alike",
    /// A category that is not declared.
    UnknownCategory = "unknown-category",
    /// A category that no entry uses and that claims no numbers.
    UnusedCategory = "unused-category",
    /// A source that is not declared.
    UnknownSource = "unknown-source",
    /// A group that `products.yaml` does not have.
    UnknownGroup = "unknown-group",
    /// A title or group that `products.yaml` states otherwise.
    ProductListing = "product-listing",
    /// A `same_as` that leads nowhere or to another `same_as`.
    SameAs = "same-as",
    /// A link to a code that does not exist, or a link stated twice.
    Related = "related",
    /// A range that is empty or overlaps another.
    Range = "range",
    /// Advice that is missing or incomplete.
    MissingAdvice = "missing-advice",
    /// Advice where there can be none.
    NeedlessAdvice = "needless-advice",
    /// A reason that nothing tells apart.
    Reason = "reason",
    /// A message fragment that an earlier one already catches.
    ShadowedMessage = "shadowed-message",
    /// A header that Zoom does not send.
    UnknownHeader = "unknown-header",
    /// A response that names a reason which its code does not have.
    UnknownReason = "unknown-reason",
    /// A response on an operation that the product does not have.
    UnknownOperation = "unknown-operation",
    /// Two messages that one text can be, with different reasons.
    AmbiguousMessage = "ambiguous-message",
    /// A text that is empty or waits for its author.
    Placeholder = "placeholder",
    /// A text with markup, control or invisible characters.
    Markup = "markup",
    /// Related failures that differ in kind, actor or retry.
    RelatedMismatch = "related-mismatch",
    /// A step that says no more than the summary.
    RestatesSummary = "restates-summary",
    /// A step that stands under several codes.
    SharedStep = "shared-step",
    /// A step too short to be specific.
    ThinStep = "thin-step",
    /// Steps that contradict `retry`.
    RetryMismatch = "retry-mismatch",
    /// An exception that excepts nothing.
    UnneededException = "unneeded-exception",
}

impl Rule {
    /// Whether breaking it leaves open what a catalog means, rather than how well it says it.
    pub(crate) const fn concerns_form(self) -> bool {
        matches!(
            self,
            Rule::Unreadable
                | Rule::Encoding
                | Rule::Syntax
                | Rule::TooLarge
                | Rule::DuplicateKey
                | Rule::MissingKey
                | Rule::WrongType
                | Rule::UnknownWord
                | Rule::ProductId
                | Rule::DuplicateId
                | Rule::DuplicateCode
                | Rule::DuplicateName
                | Rule::DuplicateVariant
                | Rule::ReservedName
                | Rule::UnknownCategory
                | Rule::UnknownSource
                | Rule::SameAs
                | Rule::Related
                | Rule::MissingAdvice
                | Rule::Reason
                | Rule::UnknownReason
                | Rule::UnknownOperation
        )
    }
}
