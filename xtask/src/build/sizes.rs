//! Sizes as a reader's network sees them, against budgets.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Something that is shipped, and how large it may be.
pub struct Part<'a> {
    pub name: &'a str,
    pub bytes: Vec<u8>,
    pub budget: Budget,
}

/// Bytes after brotli: above `aim` is worth a warning, above `limit` fails.
#[derive(Clone, Copy)]
pub struct Budget {
    aim: usize,
    limit: usize,
}

/// A budget that fails a tenth above, so that nothing is dropped for a few bytes.
pub const fn tenth_above(aim: usize) -> Budget {
    Budget { aim, limit: aim + aim / 10 }
}

/// A budget with room to notice before it fails.
pub const fn soft(aim: usize, limit: usize) -> Budget {
    Budget { aim, limit }
}

/// The table of sizes, and whether everything is within its limit.
pub fn report(parts: &[Part<'_>]) -> (String, bool) {
    let mut text = format!("{:<20}{:>9}{:>9}{:>11}{:>9}\n", "bytes", "raw", "gzip -9", "brotli -11", "budget");
    let mut fits = true;
    for Part { name, bytes, budget } in parts {
        let brotli = brotli(bytes);
        fits &= brotli <= budget.limit;
        let _ = writeln!(
            text,
            "{name:<20}{:>9}{:>9}{brotli:>11}{:>9}{}",
            bytes.len(),
            gzip(bytes),
            budget.aim,
            verdict(brotli, *budget)
        );
    }
    (text, fits)
}

fn verdict(size: usize, budget: Budget) -> &'static str {
    match size {
        size if size > budget.limit => "  !!! TOO LARGE",
        size if size > budget.aim => "  !!! over budget",
        _ => "",
    }
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(0, |packed| packed.len())
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    let written = encoder.write_all(bytes);
    drop(encoder);
    written.map_or(0, |()| packed.len())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    /// Bytes that do not pack, 32 at a time.
    fn noise(chunks: u8) -> Vec<u8> {
        (0..chunks).flat_map(|chunk| Sha256::digest([chunk])).collect()
    }

    fn says(chunks: u8, budget: Budget) -> (String, bool) {
        report(&[Part { name: "part", bytes: noise(chunks), budget }])
    }

    #[test]
    fn within_budget_nothing_is_said() {
        let (text, fits) = says(3, tenth_above(1000));
        assert!(fits && !text.contains("!!!"), "{text}");
    }

    #[test]
    fn over_the_aim_is_a_warning_and_over_the_limit_a_failure() {
        let (warning, still_fits) = says(63, soft(1000, 5000));
        assert!(still_fits && warning.contains("over budget"), "{warning}");
        let (failure, fits) = says(188, soft(1000, 5000));
        assert!(!fits && failure.contains("TOO LARGE"), "{failure}");
    }

    #[test]
    fn repetition_packs_well_and_brotli_better_than_gzip() {
        let text = b"Do not look at the image. ".repeat(500);
        assert!(brotli(&text) < gzip(&text) && gzip(&text) < text.len() / 20);
    }
}
