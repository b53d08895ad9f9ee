//! Which errors a response may report: gathered by its code, narrowed by what is known of it.

use alloc::vec::Vec;

use super::candidate::{Candidate, Candidates, Evidence};
use crate::payload::{Form, RestBody, is_rest};
use crate::rest_api::RestApiError;
use crate::{Entry, Guided, Operation, Product, Response, ZoomError};

/// The status under which any refusal is the rate limit.
pub(super) const RATE_LIMIT: u16 = 429;

/// What is known of a response and its request.
pub(super) struct Known<'a> {
    pub(super) status: u16,
    pub(super) body: &'a RestBody,
    pub(super) operation: Option<&'static Operation>,
    pub(super) product: Option<Product>,
}

/// What the response reports.
pub(super) struct Picked {
    /// All that remain, best first.
    pub(super) candidates: Candidates,
    /// The error, where it is unique.
    pub(super) cause: Option<ZoomError>,
    pub(super) reason: Option<&'static Entry>,
}

impl Known<'_> {
    pub(super) fn pick(&self) -> Picked {
        let candidates = self.gather();
        let shared = self.body.code().and_then(|code| self.shared(code));
        let (cause, mut reason) = unique(&candidates, shared);
        if reason.is_none() {
            reason = self.shared_reason(cause, shared, candidates.first());
        }
        Picked {
            candidates,
            cause,
            reason,
        }
    }

    /// What every product means by a number may be told more closely than the product tells it.
    fn shared_reason(
        &self,
        cause: Option<ZoomError>,
        shared: Option<ZoomError>,
        first: Option<&Candidate>,
    ) -> Option<&'static Entry> {
        let (cause, shared, said) = (cause?, shared?, self.body.message()?);
        let is_told =
            |first: &Candidate| first.error == cause && first.has(Evidence::Message.bit());
        let same = cause.kind() == shared.kind() && !first.is_some_and(is_told);
        same.then(|| shared.entry().reason_for_message(said))?
    }

    /// The product that the request or the form of the body tells.
    fn product(&self) -> Option<Product> {
        match self.body.form() {
            Form::Token | Form::Authorization => Some(Product::Oauth),
            Form::Scim => Some(Product::Scim2),
            Form::JsonRpc => Some(Product::ZoomMcp),
            _ => self.product,
        }
    }

    /// What a number means in every product.
    fn shared(&self, code: i32) -> Option<ZoomError> {
        let limit = RestApiError::RateLimited.code();
        if code == limit && self.status != RATE_LIMIT {
            return None;
        }
        RestApiError::from_code(code).map(ZoomError::from)
    }

    /// All that remain, the best supported first.
    fn gather(&self) -> Candidates {
        let product = self.product();
        let code = self.body.code();
        let own = product.and_then(|product| match (code, self.body.word()) {
            (Some(code), _) => ZoomError::from_code(product, code),
            (None, Some(word)) => ZoomError::from_word(product, word.trim()),
            (None, None) => None,
        });
        let own = own
            .map(|error| self.candidate(error, true))
            .filter(|own| self.may_be(own));
        if self.status == RATE_LIMIT {
            let limit = self.candidate(RestApiError::RateLimited.into(), false);
            let documented = own.filter(|own| own.has(Evidence::Status.bit()));
            return Candidates::One(documented.unwrap_or(limit));
        }
        if let Some(own) = own {
            return Candidates::One(own);
        }
        let mut candidates = match (code, self.body.word()) {
            (Some(code), _) => self.by_code(code, product),
            (None, Some(word)) => ZoomError::named(word.trim())
                .filter(|error| error.word().is_some() && speaks_http(*error))
                .map(|error| self.candidate(error, false))
                .collect(),
            (None, None) => self.by_message(),
        };
        narrow(&mut candidates);
        candidates.sort_by_key(|candidate| core::cmp::Reverse(candidate.evidence.count_ones()));
        candidates.into()
    }

    /// Whether a number can be meant at all: 0 is mostly no code, and 429 is the rate limit under that
    /// status only; elsewhere it is an oversized batch, which the message tells.
    fn may_be(&self, candidate: &Candidate) -> bool {
        let limit = ZoomError::from(RestApiError::RateLimited);
        if self.body.code() == Some(0) {
            return candidate.has(Evidence::Status.bit());
        }
        self.status == RATE_LIMIT
            || candidate.error != limit && candidate.has(Evidence::Message.bit())
            || candidate.error.canonical() != limit
    }

    /// Of a number that the product of the request does not list, or of an unknown one.
    fn by_code(&self, code: i32, product: Option<Product>) -> Vec<Candidate> {
        let shared = self.shared(code);
        let of_all = shared.or(ZoomError::from_code(Product::Oauth, code));
        if let (Some(_), Some(error)) = (product, of_all) {
            return [self.candidate(error, false)].into();
        }
        let all = ZoomError::candidates(code).filter(|error| speaks_http(*error));
        let all = all
            .map(|error| self.candidate(error, false))
            .filter(|one| self.may_be(one));
        let mut candidates: Vec<Candidate> = all.collect();
        // The API knows the codes of tokens that it has in common with the token endpoint.
        if shared.is_some() {
            candidates.retain(|candidate| candidate.error.product() != Product::Oauth);
        }
        // Another product's code is meant only if the server says what that product does.
        if product.is_some() {
            candidates.retain(|candidate| candidate.has(Evidence::Message.bit()));
        }
        candidates
    }

    /// Of a body without a code: what the operation documents in these words.
    fn by_message(&self) -> Vec<Candidate> {
        let (Some(operation), Some(said)) = (self.operation, self.body.message()) else {
            return Vec::new();
        };
        let mut candidates: Vec<Candidate> = Vec::new();
        let fitting = operation
            .failures()
            .filter(|response| response.status() == self.status && response.fits(said));
        for error in fitting.filter_map(Response::error) {
            if candidates.iter().all(|candidate| candidate.error != error) {
                candidates.push(self.candidate(error, true));
            }
        }
        candidates
    }

    /// Holds an error against the response.
    fn candidate(&self, error: ZoomError, of_request: bool) -> Candidate {
        let told = error
            .entry()
            .told(self.body.message(), Some(self.status), self.operation);
        let marks = [
            (of_request, Evidence::Product),
            (told.on, Evidence::Operation),
            (told.status, Evidence::Status),
            (told.fits, Evidence::Message),
        ];
        let evidence = marks.into_iter().filter(|(holds, _)| *holds);
        Candidate {
            error,
            reason: told.reason,
            evidence: evidence.fold(0, |bits, (_, evidence)| bits | evidence.bit()),
        }
    }
}

/// Whether an error is one of those that come in HTTP responses.
fn speaks_http(error: ZoomError) -> bool {
    error.product() == Product::Oauth || is_rest(error.product())
}

/// Leaves those for which most speaks: status and message, or the message, or the status.
///
/// A message goes before a status: it is documented word for word, and the status of a code is
/// often documented for some of its messages only.
fn narrow(candidates: &mut Vec<Candidate>) {
    let (status, message) = (Evidence::Status.bit(), Evidence::Message.bit());
    for bits in [status | message, message, status] {
        if candidates.iter().any(|candidate| candidate.has(bits)) {
            candidates.retain(|candidate| candidate.has(bits));
            return;
        }
    }
}

/// The error that all candidates agree on, and its finer cause.
fn unique(
    candidates: &[Candidate],
    shared: Option<ZoomError>,
) -> (Option<ZoomError>, Option<&'static Entry>) {
    let [first, others @ ..] = candidates else {
        return (None, None);
    };
    let of_all = || [Product::RestApi, Product::Oauth].contains(&first.error.canonical().product());
    // That one product alone lists the number is no evidence that it is meant.
    if first.evidence == 0 && !of_all() {
        return (None, None);
    }
    if others.is_empty() {
        return (Some(first.error), first.reason);
    }
    let canonical = first.error.canonical();
    if others
        .iter()
        .all(|other| other.error.canonical() == canonical)
    {
        let own = candidates
            .iter()
            .find(|candidate| candidate.error == canonical);
        return (Some(canonical), own.and_then(|own| own.reason));
    }
    // The number has one meaning in every product, and each of these says more about it.
    let agrees = |shared: &ZoomError| {
        candidates
            .iter()
            .all(|one| one.kind() == Some(shared.kind()))
    };
    (shared.filter(agrees), None)
}
