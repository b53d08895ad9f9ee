//! A page as a model, and its catalog.

/// A page of error codes.
#[derive(Clone)]
pub(crate) struct Lamp {
    pub(crate) ranges: Vec<(&'static str, &'static str)>,
    pub(crate) sections: Vec<Section>,
    /// The columns of tables, in their order.
    pub(crate) columns: Vec<Column>,
    /// What stands before the code of an item: nothing, or what tells another notation.
    pub(crate) example: &'static str,
    pub(crate) headings: Headings,
}

/// How headings are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Headings {
    Plain,
    Colon,
    LowerCase,
}

#[derive(Clone)]
pub(crate) struct Section {
    pub(crate) title: &'static str,
    /// Whether its codes stand in a table, not in a list.
    pub(crate) table: bool,
    pub(crate) rows: Vec<Row>,
}

#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
    pub(crate) solution: &'static str,
    pub(crate) reasons: Vec<&'static str>,
    pub(crate) struck: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Code,
    Name,
    Text,
    Solution,
}

impl Column {
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Code => "Code",
            Self::Name => "Name",
            Self::Text => "Description",
            Self::Solution => "Solution",
        }
    }

    pub(crate) fn of(self, row: &Row) -> &'static str {
        match self {
            Self::Code => row.code,
            Self::Name => row.name,
            Self::Text => row.text,
            Self::Solution => row.solution,
        }
    }
}

impl Lamp {
    pub(crate) fn title(&self, section: &Section) -> String {
        match self.headings {
            Headings::Plain => section.title.to_owned(),
            Headings::Colon => format!("{}:", section.title),
            Headings::LowerCase => section.title.to_lowercase(),
        }
    }
}

pub(crate) fn row(code: &'static str, name: &'static str, text: &'static str) -> Row {
    Row {
        code,
        name,
        text,
        solution: "Call `lamp.look` and don't wait",
        reasons: Vec::new(),
        struck: false,
    }
}

impl Default for Lamp {
    fn default() -> Self {
        let mut torn = row("5002", "CABLE_TORN", "Occurs when the cable is torn.");
        torn.reasons = vec!["1 - Loose socket", "2 - Broken wire"];
        Self {
            ranges: vec![("3000-3999", "Bulbs"), ("5000-5999", "Cables")],
            sections: vec![
                Section {
                    title: "Bulb errors",
                    table: true,
                    rows: vec![
                        row(
                            "3001",
                            "BULB_DARK",
                            "No light is seen although the switch of the lamp has been on for more than a minute",
                        ),
                        row("3002", "BULB_HOT", "The bulb was on for long"),
                        row("3003", "BULB_LOST", "There is no bulb"),
                        row("3004", "BULB_OLD", "The bulb has burned for a year"),
                    ],
                },
                Section {
                    title: "Cable errors",
                    table: false,
                    rows: vec![
                        row(
                            "5001",
                            "CABLE_CUT",
                            "Occurs in `lamp.turnOn` when the current cannot be found by anybody who looks for it at all.",
                        ),
                        torn,
                        row("5003", "CABLE_WET", "Occurs when it rains."),
                        row("5004", "CABLE_SHORT", "Occurs when the wall is far."),
                    ],
                },
            ],
            columns: vec![Column::Code, Column::Name, Column::Text, Column::Solution],
            example: "{\n  \"code\": 300,\n  \"message\": \"Lamp failed.\"\n}",
            headings: Headings::Plain,
        }
    }
}

pub(crate) const CATALOG: &str = "\
product: {id: lamp, title: Lamp, enum: LampError}
sources:
  - {id: page, title: Lamp errors}
ranges:
  - {id: bulbs, title: Bulbs, codes: 3000..=3999}
  - {id: cables, title: Cables, codes: 5000..=5999}
categories:
  - {id: bulb, title: Bulb errors}
  - {id: cable, title: Cable errors}
  - {id: example, title: Example}
errors:
  - {code: 3001, name: BULB_DARK, category: bulb}
  - {code: 3002, name: BULB_HOT, category: bulb}
  - {code: 3003, name: BULB_LOST, category: bulb}
  - {code: 3004, name: BULB_OLD, category: bulb}
  - {code: 5001, name: CABLE_CUT, category: cable}
  - code: 5002
    name: CABLE_TORN
    category: cable
    reasons:
      - {code: 1, name: LOOSE}
      - {code: 2, name: BROKEN}
  - {code: 5003, name: CABLE_WET, category: cable}
  - {code: 5004, name: CABLE_SHORT, category: cable}
  - code: 300
    name: FAILED
    category: example
    reasons:
      - {message: lamp failed, name: LAMP}
";
