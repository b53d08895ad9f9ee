//! How many calls an account may make.

use core::fmt;

use crate::generated::calls::RATES;
use crate::{Limit, Operation, Period, Plan, Product};

/// What the rate-limit label of an operation allows on one plan. All apps of an account share it.
///
/// ```
/// use zoom_errors::{Operation, Plan};
///
/// let list = Operation::find("GET", "/users").unwrap();
/// let pro = list.rates().find(|rate| rate.plan() == Plan::Pro).unwrap();
/// assert_eq!(pro.to_string(), "20 calls a second");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    pub(crate) product: Option<Product>,
    pub(crate) label: Limit,
    pub(crate) plan: Plan,
    pub(crate) calls: u32,
    pub(crate) per: Period,
    pub(crate) daily: Option<u32>,
    pub(crate) pooled: bool,
}

impl Rate {
    /// The plan of the account.
    #[must_use]
    pub const fn plan(&self) -> Plan {
        self.plan
    }

    /// The label of the operations that it is of.
    #[must_use]
    pub const fn label(&self) -> Limit {
        self.label
    }

    /// How many calls are allowed in a [`period`](Rate::period).
    #[must_use]
    pub const fn calls(&self) -> u32 {
        self.calls
    }

    /// The period in which the calls are counted.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.per
    }

    /// How many calls are allowed in a day, where that is limited. The day begins at 00:00 UTC.
    #[must_use]
    pub const fn daily(&self) -> Option<u32> {
        self.daily
    }

    /// Whether heavy and resource-intensive operations share the calls of a day.
    #[must_use]
    pub const fn is_pooled(&self) -> bool {
        self.pooled
    }
}

impl Operation {
    /// What its label allows, plan by plan; nothing where the reference gives no label.
    pub fn rates(&self) -> impl Iterator<Item = &'static Rate> + use<> {
        let (product, label) = (self.product(), self.limit());
        let own = RATES.iter().any(|rate| rate.product == Some(product));
        let of = own.then_some(product);
        RATES
            .iter()
            .filter(move |rate| rate.product == of && Some(rate.label) == label)
    }
}

/// Writes `10 calls a second, 30000 a day`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = if self.calls == 1 { "call" } else { "calls" };
        write!(f, "{} {calls} a {}", self.calls, self.per)?;
        match self.daily {
            Some(daily) if self.pooled => {
                write!(
                    f,
                    ", {daily} a day with all heavy and resource-intensive calls"
                )
            }
            Some(daily) => write!(f, ", {daily} a day"),
            None => Ok(()),
        }
    }
}
