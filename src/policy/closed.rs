//! What the closed lists of words say, each text by its name.

use super::labels::{Label, Notice, PageText, Piece};
use super::table::Text;
use super::vocabulary::Word;
use super::words::Wording;

impl Wording {
    /// The text of a label, of a counted one its first form; empty in a policy without a page.
    pub fn label(&self, label: Label) -> &str {
        let forms = self.labels.get(usize::from(label.index()));
        forms.and_then(|entry| entry.words.texts.first()).map_or("", |text| text)
    }

    /// The sentences of a notice. A policy without a page may lack those that no result names.
    pub fn notice(&self, notice: Notice) -> &[Text] {
        let remark = self.notices.iter().find(|remark| &*remark.id == notice.id());
        debug_assert!(remark.is_some() || self.page.is_empty(), "the compiler requires every notice of a page");
        remark.map_or(&[], |remark| &remark.words.says)
    }

    /// A text that stands in the page before any script runs.
    pub fn page(&self, text: PageText) -> &str {
        self.page.get(usize::from(text.index())).map_or("", |entry| &entry.words)
    }

    /// A piece of a condition.
    pub fn piece(&self, piece: Piece) -> &str {
        self.pieces.get(usize::from(piece.index())).map_or("", |text| text)
    }
}
