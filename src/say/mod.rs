//! What several outputs put into words, each in one way: conditions, lists, times, and texts with places for values.

#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub(crate) mod conditions;
pub mod lists;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub(crate) mod places;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub(crate) mod timing;
