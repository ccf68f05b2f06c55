//! Documentation, which only the host reads.

/// Documentation text: kept on the host, left out of the wasm.
#[derive(Clone, Copy)]
pub struct Doc(#[cfg(not(target_arch = "wasm32"))] &'static str);

/// Wraps documentation text.
#[cfg(not(target_arch = "wasm32"))]
pub const fn doc(text: &'static str) -> Doc {
    Doc(text)
}

/// Wraps documentation text: dropped here, so that it costs no byte.
#[cfg(target_arch = "wasm32")]
pub const fn doc(_: &'static str) -> Doc {
    Doc()
}

impl Doc {
    /// The text.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn text(self) -> &'static str {
        self.0
    }

    /// The text, which is not there.
    #[cfg(target_arch = "wasm32")]
    pub const fn text(self) -> &'static str {
        ""
    }
}
