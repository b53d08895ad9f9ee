//! How the tables of a product are found: from a code to its slot, from a name to its place.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::text::{Text, bytes};
use super::tokens::{ident, number};
use crate::lookup::{Lookup, Scheme, open};
use crate::model::{Entry, Product};

/// The slots of all codes and of all names.
///
/// # Errors
/// If no hash is found, which has not been seen for any set of codes.
pub(super) fn write(product: &Product, out: &mut Text) -> Result<(), String> {
    let codes: Vec<i32> = product.errors.iter().map(Entry::number).collect();
    let lookup = Lookup::find(&codes)
        .ok_or_else(|| format!("no perfect hash was found for the codes of {}", product.id))?;
    let slots = lookup.slots;
    out.code(slot(&lookup));
    if let Scheme::Displace { displace, .. } = &lookup.scheme {
        out.dense(&[], "static DISPLACE", "u32", displace);
    }
    let mut places = vec![0; slots];
    for (place, error) in product.errors.iter().enumerate() {
        places[lookup.slot(error.number())] = place;
    }
    out.dense(
        &[
            "The place in `CODES` and `ENTRIES` for each slot. An empty slot has the place of the lowest",
            "code, whose own slot is another.",
        ],
        "static PLACE_BY_SLOT",
        smallest(product.errors.len()),
        places,
    );
    names(&product.names, ("static NAMES", "static NAMED"), &[], out);
    if is_direct(product) {
        out.code(by_slot(product, slots));
    }
    Ok(())
}

/// With more codes than this, the variants have no table by slot: for each variant in a table the
/// compiler goes through all of them.
const DIRECT: usize = 1_000;

fn is_direct(product: &Product) -> bool {
    product.errors.len() <= DIRECT
}

fn by_slot(product: &Product, slots: usize) -> TokenStream {
    let name = ident(&product.enum_name);
    quote! {
        /// The code for each slot; by place, since no discriminant may be read here.
        static BY_SLOT: [#name; #slots] = {
            let mut table = [CODES[0]; #slots];
            let mut slot = 0;
            while slot < #slots {
                table[slot] = CODES[PLACE_BY_SLOT[slot] as usize];
                slot += 1;
            }
            table
        };
    }
}

/// The body of `from_code`: one load and one comparison, or one load more for very many codes.
pub(super) fn by_code(product: &Product) -> TokenStream {
    if is_direct(product) {
        return quote! {
            let slot = slot(code);
            if slot < BY_SLOT.len() && BY_SLOT[slot] as i32 == code {
                Some(BY_SLOT[slot])
            } else {
                None
            }
        };
    }
    quote! {
        let slot = slot(code);
        if slot >= PLACE_BY_SLOT.len() {
            return None;
        }
        let place = PLACE_BY_SLOT[slot] as usize;
        if CODES[place] as i32 == code { Some(CODES[place]) } else { None }
    }
}

/// The smallest integer type that counts up to a number.
fn smallest(count: usize) -> &'static str {
    match count {
        0..=0x100 => "u8",
        0x101..=0x1_0000 => "u16",
        _ => "u32",
    }
}

/// The function from a code to its slot.
fn slot(lookup: &Lookup) -> TokenStream {
    match &lookup.scheme {
        Scheme::Dense { first } => {
            let first = number(*first);
            quote! {
                /// Dense: the distance from the lowest code.
                const fn slot(code: i32) -> usize {
                    code.wrapping_sub(#first) as u32 as usize
                }
            }
        }
        Scheme::Multiply { multiplier, shift } => {
            let (multiplier, shift) = (
                Literal::u32_unsuffixed(*multiplier),
                Literal::u32_unsuffixed(*shift),
            );
            quote! {
                /// A perfect hash: the generator has found a multiplier without a collision.
                const fn slot(code: i32) -> usize {
                    ((code as u32).wrapping_mul(#multiplier) >> #shift) as usize
                }
            }
        }
        Scheme::Displace {
            multiplier,
            bucket_shift,
            low_shift,
            ..
        } => {
            let multiplier = Literal::u64_unsuffixed(*multiplier);
            let [bucket_shift, low_shift] =
                [bucket_shift, low_shift].map(|shift| Literal::u32_unsuffixed(*shift));
            let mask = lookup.slots - 1;
            quote! {
                /// A perfect hash: each bucket of colliding codes is shifted to free slots.
                const fn slot(code: i32) -> usize {
                    let product = (code as u32 as u64).wrapping_mul(#multiplier);
                    let low = (product >> #low_shift) as usize;
                    low.wrapping_add(DISPLACE[(product >> #bucket_shift) as usize] as usize) & #mask
                }
            }
        }
    }
}

/// A table of names and the list that it finds in, by how they are declared.
pub(super) fn names(
    names: &[(String, usize)],
    (table, list): (&str, &str),
    docs: &[&str],
    out: &mut Text,
) {
    let slots = slot_bytes(names.iter().map(|(name, _)| open::name(name)));
    let list_name = list.rsplit(' ').next().unwrap_or_default();
    out.item(
        docs,
        &format!("{table}: crate::names::Names = crate::names::Names::new(&{list_name}, {slots});"),
    );
    out.list(
        &[],
        list,
        "(&str, u32)",
        names.iter().map(|named| format!("{named:?}")),
    );
}

/// The slots of a hash table, four bytes each: the compiler takes one literal in no time.
pub(super) fn slot_bytes(hashes: impl ExactSizeIterator<Item = u64>) -> String {
    let slots = open::slots(hashes);
    bytes(
        &slots
            .into_iter()
            .flat_map(u32::to_le_bytes)
            .collect::<Vec<u8>>(),
    )
}
