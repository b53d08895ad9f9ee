//! What a message tells under an error.

use crate::documented::{HEAD, Said};
use crate::entry::part;
use crate::{Entry, Operation, Response, text};

impl Entry {
    /// The finer cause that a number under this code stands for.
    #[must_use]
    pub fn reason_for_code(&self, code: i32) -> Option<&'static Entry> {
        self.reasons()
            .iter()
            .find(|reason| reason.code() == Some(code))
    }

    /// The finer cause that a server's message tells: by the documented message that fits it best,
    /// or by a fragment that it holds in whatever case. Where several fit equally well and tell
    /// different causes, none.
    #[must_use]
    pub fn reason_for_message(&self, message: &str) -> Option<&'static Entry> {
        self.told(Some(message), None, None).reason
    }

    fn reason_for_fragment(&self, message: &str) -> Option<&'static Entry> {
        self.reasons().iter().find(|reason| {
            let fragment = reason.message();
            fragment.is_some_and(|fragment| text::contains_ignoring_case(message, fragment))
        })
    }

    /// What is documented of a response under this error, and what its message tells. Best is what
    /// the operation documents, then what is documented under the status, then what has most
    /// characters given.
    pub(crate) fn told(
        &self,
        message: Option<&str>,
        status: Option<u16>,
        operation: Option<&'static Operation>,
    ) -> Told {
        let place = operation
            .filter(|one| one.product() == self.product())
            .map(|one| one.place);
        let mut told = Told::default();
        let mut best = Best::default();
        // Without a status or an operation only the message can tell anything.
        let known = match (status, operation) {
            (None, None) => &[],
            _ => self.responses(),
        };
        for response in known {
            let is_status = status == Some(response.status());
            if place.is_some_and(|place| response.is_on(place)) {
                told.on = true;
                told.status |= is_status;
                if message.is_some_and(|message| response.fits(message)) {
                    best.consider(response, is_status);
                }
            } else if operation.is_none() {
                told.status |= is_status;
            }
        }
        // Where the operation documents none of these words, another one of the product may.
        if let Some(message) = message.filter(|_| !best.fits && !self.responses().is_empty()) {
            self.each_fitting(message, |response| {
                best.consider(response, status == Some(response.status()));
            });
        }
        told.reason = best.reason.or_else(|| self.reason_for_fragment(message?));
        told.fits = best.fits || told.reason.is_some();
        told
    }

    /// The documented response that a message fits, the one with most characters given; among those
    /// of the status, if there is any.
    #[must_use]
    pub fn response_for(&self, message: &str, status: Option<u16>) -> Option<&'static Response> {
        let mut best = None;
        self.each_fitting(message, |response| {
            let rank = (status == Some(response.status()), response.literal());
            if best.is_none_or(|(highest, _)| rank >= highest) {
                best = Some((rank, response));
            }
        });
        best.map(|(_, response)| response)
    }

    /// Goes through the documented responses that a message fits.
    fn each_fitting(&self, message: &str, mut take: impl FnMut(&'static Response)) {
        let said = Said::new(message);
        let (first, responses) = (self.first_response(), self.responses());
        let heads = part(self.space.heads, HEAD * first, HEAD * responses.len());
        let mut consider = |at: usize| {
            let fitting = responses.get(at).filter(|one| said.fits(one.parts));
            fitting.into_iter().for_each(&mut take);
        };
        for (at, head) in heads.chunks_exact(HEAD).enumerate() {
            if said.may_fit(head) {
                consider(at);
            }
        }
    }
}

/// What is documented of a response under an error.
#[derive(Clone, Copy, Default)]
pub(crate) struct Told {
    /// Whether the operation documents the error.
    pub(crate) on: bool,
    /// Whether it is documented under the status: by the operation, if that is known.
    pub(crate) status: bool,
    /// Whether it is documented to say so.
    pub(crate) fits: bool,
    pub(crate) reason: Option<&'static Entry>,
}

/// The documented response that fits a message best, so far.
#[derive(Default)]
struct Best {
    fits: bool,
    rank: (bool, usize),
    /// Nothing where several fit equally well and tell different causes.
    reason: Option<&'static Entry>,
}

impl Best {
    /// Takes a response that fits, if it fits best.
    fn consider(&mut self, response: &Response, is_status: bool) {
        let rank = (is_status, response.literal());
        if !self.fits || rank > self.rank {
            *self = Best {
                fits: true,
                rank,
                reason: response.reason(),
            };
        } else if rank == self.rank && response.reason() != self.reason {
            self.reason = None;
        }
    }
}
