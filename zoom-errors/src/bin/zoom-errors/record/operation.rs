//! A call, for programs.

use serde::Serialize;
use zoom_errors::{Operation, Product, Rate};

/// A call, what it needs and how often it may be made.
#[derive(Serialize)]
pub(crate) struct OperationRecord {
    call: String,
    /// Whether the reference has it.
    known: bool,
    product: &'static str,
    product_title: &'static str,
    operation_id: Option<&'static str>,
    scopes: Vec<&'static str>,
    granular_scopes: Vec<&'static str>,
    rate_limit: Option<&'static str>,
    rates: Vec<RateRecord>,
    daily_limit: Option<&'static str>,
}

impl OperationRecord {
    pub(crate) fn new(operation: &'static Operation) -> Self {
        Self {
            known: true,
            operation_id: operation.id(),
            scopes: operation.scopes().collect(),
            granular_scopes: operation.granular_scopes().collect(),
            rate_limit: operation.limit().map(|limit| limit.id()),
            rates: operation.rates().map(RateRecord::new).collect(),
            daily_limit: operation.daily_limit(),
            ..Self::unknown(operation.call(), operation.product())
        }
    }

    /// Of a call of which only the product is known.
    pub(crate) fn unknown(call: &str, product: Product) -> Self {
        Self {
            call: call.to_owned(),
            known: false,
            product: product.id(),
            product_title: product.title(),
            operation_id: None,
            scopes: Vec::new(),
            granular_scopes: Vec::new(),
            rate_limit: None,
            rates: Vec::new(),
            daily_limit: None,
        }
    }
}

/// What the label of a call allows on a plan.
#[derive(Serialize)]
struct RateRecord {
    plan: &'static str,
    calls: u32,
    per: &'static str,
    daily: Option<u32>,
    /// Whether heavy and resource-intensive calls share those of a day.
    pooled: bool,
}

impl RateRecord {
    fn new(rate: &'static Rate) -> Self {
        Self {
            plan: rate.plan().id(),
            calls: rate.calls(),
            per: rate.period().id(),
            daily: rate.daily(),
            pooled: rate.is_pooled(),
        }
    }
}
