//! Sets of operations of one product.

use crate::Response;
use crate::generated::calls::OPERATIONS;

/// A set of places of operations, as bits.
pub(crate) struct Places {
    words: [u64; Places::MOST / 64],
    next: usize,
}

/// No product has more operations than fit.
const _: () = {
    let mut product = 0;
    while product < OPERATIONS.len() {
        assert!(OPERATIONS[product].len() <= Places::MOST);
        product += 1;
    }
};

impl Places {
    const MOST: usize = 1024;

    pub(crate) fn of(responses: &[Response], calls: &'static [u16]) -> Places {
        let mut words = [0; Places::MOST / 64];
        for place in responses.iter().flat_map(|response| response.on(calls)) {
            if let Some(word) = words.get_mut(usize::from(*place) / 64) {
                *word |= 1 << (place % 64);
            }
        }
        Places { words, next: 0 }
    }
}

impl Iterator for Places {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while let Some(word) = self.words.get_mut(self.next) {
            if *word != 0 {
                let bit = word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some(self.next * 64 + bit);
            }
            self.next += 1;
        }
        None
    }
}
