//! Which standard streams were closed when the program began, as after `program >&-`.
//!
//! Rust puts `/dev/null` in the place of a closed stream before `main`, so that no file opened later takes its number.
//! What is written there is lost without an error. By then a closed stream looks like one that the caller discards:
//! Python and Node, too, open `/dev/null` for reading and writing then. So this looks before Rust does, when the
//! program is loaded.
//!
//! On Windows nothing is seen: no stream counts as closed there.

#[cfg(unix)]
mod loaded {
    use std::os::fd::BorrowedFd;
    use std::sync::atomic::{AtomicBool, Ordering};

    use rustix::io::fcntl_getfd;
    use rustix::stdio;

    pub static INPUT: AtomicBool = AtomicBool::new(false);
    pub static OUTPUT: AtomicBool = AtomicBool::new(false);

    // INVARIANT: runs before Rust's own start, so it may call the system and nothing of the standard library that needs
    // it.
    ctor::declarative::ctor! {
        #[ctor(unsafe)]
        fn look() {
            INPUT.store(is_closed(stdio::stdin()), Ordering::Relaxed);
            OUTPUT.store(is_closed(stdio::stdout()), Ordering::Relaxed);
        }
    }

    fn is_closed(stream: BorrowedFd<'_>) -> bool {
        fcntl_getfd(stream).is_err()
    }

    pub fn was(closed: &AtomicBool) -> bool {
        closed.load(Ordering::Relaxed)
    }
}

/// Whether standard input was closed.
pub fn input_was_closed() -> bool {
    #[cfg(unix)]
    return loaded::was(&loaded::INPUT);
    #[cfg(not(unix))]
    false
}

/// Whether standard output was closed.
pub fn output_was_closed() -> bool {
    #[cfg(unix)]
    return loaded::was(&loaded::OUTPUT);
    #[cfg(not(unix))]
    false
}
