//! The two containers that tables are made of: static where the build script wrote them, owned where a
//! policy was compiled at run time.
//!
//! The `Debug` form of each is the Rust expression that makes it, given the macros `held` and `words`, so the `Debug`
//! form of a whole table is its source.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

#[cfg(not(all(target_arch = "wasm32", not(feature = "words"))))]
mod inner {
    //! Static or owned.

    use std::borrow::Cow;

    pub type Items<T> = Cow<'static, [T]>;
    pub type Letters = Cow<'static, str>;

    pub fn slice<T: Clone>(items: &Items<T>) -> &[T] {
        items
    }

    pub fn str(letters: &Letters) -> &str {
        letters
    }

    macro_rules! held {
        ($held:expr) => {
            std::borrow::Cow::Borrowed($held)
        };
    }

    macro_rules! words {
        ($words:expr) => {
            $words
        };
    }

    pub(crate) use {held, words};

    impl<T: Clone> FromIterator<T> for super::List<T> {
        fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
            Self(Cow::Owned(items.into_iter().collect()))
        }
    }

    impl<T: Clone> super::List<T> {
        /// The items, to be changed.
        pub fn items_mut(&mut self) -> &mut [T] {
            self.0.to_mut()
        }
    }

    impl<T: Clone> From<Vec<T>> for super::List<T> {
        fn from(items: Vec<T>) -> Self {
            Self(Cow::Owned(items))
        }
    }

    impl<T: Clone> Default for super::List<T> {
        fn default() -> Self {
            Self(Cow::Borrowed(&[]))
        }
    }

    impl Default for super::Text {
        fn default() -> Self {
            Self(Cow::Borrowed(""))
        }
    }

    impl From<String> for super::Text {
        fn from(text: String) -> Self {
            Self(Cow::Owned(text))
        }
    }
}

#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
mod inner {
    //! Static only: the page's core makes no text and no list of its own.

    pub type Items<T> = &'static [T];
    pub type Letters = &'static str;

    pub const fn slice<T>(items: &Items<T>) -> &[T] {
        items
    }

    pub const fn str(letters: &Letters) -> &str {
        letters
    }

    macro_rules! held {
        ($held:expr) => {
            $held
        };
    }

    macro_rules! words {
        ($words:expr) => {
            $crate::policy::table::Absent(std::marker::PhantomData)
        };
    }

    pub(crate) use {held, words};
}

/// Wraps a static slice or string for a list or a text.
pub(crate) use inner::held;
/// The words of an entry, which the page's core does not have.
pub(crate) use inner::words;

/// A list in a table.
#[derive(Clone, PartialEq, Eq)]
pub struct List<T: Clone + 'static>(pub(crate) inner::Items<T>);

/// A text in a table.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(pub(crate) inner::Letters);

/// The words of an entry: `W` itself, everywhere but in the page's core.
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub type Words<W> = W;

/// The words of an entry, which the page's core does not have.
#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
pub type Words<W> = Absent<W>;

/// A text of a result, to be filled in from the policy's words.
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub type InWords<T> = Option<T>;

/// A text of a result, which the page's core never fills in.
#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
pub type InWords<T> = Absent<T>;

/// The place of words that are absent. It takes no memory and no code.
#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent<T>(pub(crate) std::marker::PhantomData<T>);

#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
impl<T> Absent<T> {
    /// Always true, as for an [`Option`] that is empty.
    pub const fn is_none(&self) -> bool {
        true
    }
}

#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
impl<T> Default for Absent<T> {
    fn default() -> Self {
        Self(std::marker::PhantomData)
    }
}

#[cfg(all(target_arch = "wasm32", not(feature = "words")))]
impl<T> Serialize for Absent<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<T: Clone> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        inner::slice(&self.0)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        inner::str(&self.0)
    }
}

impl<'a, T: Clone> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(inner::held!(text))
    }
}

impl<T: Clone + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List(held!(&{:?}))", self.deref())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text(held!({:?}))", self.deref())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<T: Clone + Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}
