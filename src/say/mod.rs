//! What is put into words in many places, each in one way.

#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub(crate) mod conditions;
pub mod lists;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub(crate) mod places;
#[cfg(all(feature = "words", not(target_arch = "wasm32")))]
pub(crate) mod timing;
