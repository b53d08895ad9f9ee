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
        let is_on = |response: &Response| place.is_some_and(|place| response.is_on(place));
        let mut told = Told::default();
        let mut best = Best::default();
        let said = message.filter(|_| !self.responses().is_empty());
        if let Some(said) = said.map(Said::new) {
            let documented = |response: &Response| {
                if is_on(response) {
                    let is_status = status == Some(response.status());
                    told.on = true;
                    told.status |= is_status;
                    best.consider(response, &said, is_status);
                }
            };
            if place.is_some() {
                self.each_beginning(&said, documented);
            }
            // Where the operation documents none of these words, another one of the product may.
            if !best.fits {
                self.each_beginning(&said, |response| {
                    best.consider(response, &said, status == Some(response.status()));
                });
            }
        }
        // Without a status or an operation only the message can tell anything.
        let others = match (status, operation) {
            (None, None) => &[],
            _ if told.on && told.status => &[],
            _ => self.responses(),
        };
        for response in others {
            let is_status = status == Some(response.status());
            if operation.is_none() {
                told.status |= is_status;
            } else if (!told.on || is_status && !told.status) && is_on(response) {
                told.on = true;
                told.status |= is_status;
            }
        }
        told.reason = best.reason.or_else(|| self.reason_for_fragment(message?));
        told.fits = best.fits || told.reason.is_some();
        told
    }

    /// The documented response that a message fits, the one with most characters given; among those
    /// of the status, if there is any.
    #[must_use]
    pub fn response_for(&self, message: &str, status: Option<u16>) -> Option<&'static Response> {
        let said = Said::new(message);
        let mut best = None;
        self.each_beginning(&said, |response| {
            let rank = (status == Some(response.status()), response.literal());
            if best.is_none_or(|(highest, _)| rank >= highest) && said.fits(response.parts) {
                best = Some((rank, response));
            }
        });
        best.map(|(_, response)| response)
    }

    /// Goes through the documented responses whose messages begin as a text does.
    fn each_beginning(&self, said: &Said<'_>, mut take: impl FnMut(&'static Response)) {
        let responses = self.responses();
        let [first, count] = [self.first_response(), responses.len()].map(|number| HEAD * number);
        let heads = part(self.space.heads, first, count).chunks_exact(HEAD);
        for (response, head) in responses.iter().zip(heads) {
            if said.may_fit(head) {
                take(response);
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
    rank: (bool, u16),
    /// Nothing where several fit equally well and tell different causes.
    reason: Option<&'static Entry>,
}

impl Best {
    /// Takes a response, if it fits best.
    fn consider(&mut self, response: &Response, said: &Said<'_>, is_status: bool) {
        let rank = (is_status, response.literal());
        if self.fits && rank < self.rank || !said.fits(response.parts) {
            return;
        }
        if !self.fits || rank > self.rank {
            *self = Best {
                fits: true,
                rank,
                reason: response.reason(),
            };
        } else if response.reason() != self.reason {
            self.reason = None;
        }
    }
}
