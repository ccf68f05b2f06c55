//! A damaged description: wrong answers at worst, and an end.
//!
//! The first byte says how many bytes are changed, and is followed by as many triples of a place (16
//! bits) and a byte. Then comes the root, and the text.

use interakt_wasm::packs::Shipped;
use interakt_wasm::schema::{
    Checker, Document, Limits, Pack, Packed, decode, has_lists, is_known, keys_in,
};

use super::{is_json, text};

pub fn work(data: &[u8]) {
    let Some((&changes, data)) = data.split_first() else { return };
    let Some((places, rest)) = data.split_at_checked(usize::from(changes % 16) * 3) else { return };
    let Some((&root, rest)) = rest.split_first() else { return };
    let shipped = Shipped.pack();
    let mut bytes = shipped.bytes.to_vec();
    for place in places.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([place[0], place[1]])) % bytes.len();
        bytes[at] = place[2];
    }
    // The text is what a text of JSON says, too: `decode` looks for such.
    read(&bytes, usize::from(root), text(rest));
}

pub fn run(data: &[u8]) {
    work(data);
}

fn read(bytes: &[u8], root: usize, json: &str) {
    // SAFETY: nothing that is made of it outlives this function, which borrows it.
    #[allow(unsafe_code, reason = "a pack is of bytes for ever, and millions of them are read")]
    let bytes: &'static [u8] = unsafe { &*std::ptr::from_ref(bytes) };
    let pack = Pack { bytes, ..*Shipped.pack() };
    // SAFETY: as above.
    #[allow(unsafe_code, reason = "as above")]
    let pack: &'static Pack = unsafe { &*std::ptr::from_ref(&pack) };
    Checker::default().check(pack, root, json, Limits::default());
    let decoded = decode(pack, root, json);
    assert_eq!(is_json(&decoded), is_json(json), "what is decoded is JSON as before");
    if let Some(document) = Document::parse(json) {
        is_known(pack, root, document.root());
        has_lists(pack, root, document.root());
    }
    assert!(keys_in(pack, root).count() < 256);
}
