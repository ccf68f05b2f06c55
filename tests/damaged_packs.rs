//! A pack that was damaged gives wrong answers at the worst: it never panics and always comes to an
//! end.

#![cfg(not(target_arch = "wasm32"))]

use interakt_wasm::packs::{Shipped, answer, channel, input};
use interakt_wasm::schema::{
    Checker, Document, Limits, Pack, Packed, decode, has_lists, is_known, keys_in,
};
use proptest::prelude::*;

const TEXTS: [&str; 8] = [
    "null",
    "\"text\"",
    "[1,[2,[3,[{}]]]]",
    r#"{"fullPhoneNumber":"919876543210","type":"Template","template":{"name":"a","languageCode":"en","bodyValues":["a"],"buttonValues":{"0":["b"]}},"fallback":[{"channel":"sms"}]}"#,
    r#"{"type":"CAROUSEL","message":{"richCardDetails":{"carousel":{"contents":[{"cardMedia":{}}]}}}}"#,
    r#"{"results":{"templates":[{"buttons":"\"{}\"","body_text":"[\"Gavin\"]","carousel_cards":"[{}]"}]}}"#,
    r#"{"type":"message_received","timestamp":"2022-06-03T05:43:33","data":{"message":{"id":"7","message":"{\"type\":\"button_reply\"}"}}}"#,
    r#"{"file":{"size":0,"type":"image/png","name":"a.png"},"filters":[{},{}],"card_index":1.5}"#,
];

/// Everything that reads a pack.
fn read(pack: &'static Pack, root: usize) {
    for text in TEXTS {
        let mut checker = Checker::default();
        checker.check(pack, root, text, Limits::default());
        decode(pack, root, text);
        let document = Document::parse(text).expect("JSON");
        is_known(pack, root, document.root());
        has_lists(pack, root, document.root());
        assert!(keys_in(pack, root).count() < 256);
    }
}

fn damaged(change: impl FnOnce(&mut Vec<u8>)) -> &'static Pack {
    let shipped = Shipped.pack();
    let mut bytes = shipped.bytes.to_vec();
    change(&mut bytes);
    Box::leak(Box::new(Pack { bytes: bytes.leak(), ..*shipped }))
}

fn roots() -> impl Strategy<Value = usize> {
    prop_oneof![0usize..30, Just(input(6)), Just(answer(9)), Just(channel(0)), Just(usize::MAX)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bytes_that_were_changed(at in any::<[u16; 6]>(), to in any::<[u8; 6]>(), root in roots()) {
        read(damaged(|bytes| {
            let length = bytes.len();
            for (at, to) in at.into_iter().zip(to) {
                bytes[usize::from(at) % length] = to;
            }
        }), root);
    }

    #[test]
    fn bytes_that_are_missing(keep in 0usize..9000, root in roots()) {
        read(damaged(|bytes| bytes.truncate(keep)), root);
    }

    #[test]
    fn bytes_of_anything(bytes in proptest::collection::vec(any::<u8>(), 0..600), at in any::<u16>()) {
        let shipped = Shipped.pack();
        let roots: &'static [u16] = vec![at % 600].leak();
        let (bytes, text) = (bytes.leak(), "\u{3}abc\u{7f}");
        read(Box::leak(Box::new(Pack { bytes, text, roots, ..*shipped })), 0);
    }

    #[test]
    fn a_node_that_leads_back_to_itself(tag in 0u8..16, rest in any::<[u8; 12]>()) {
        let mut bytes = vec![tag, 0, 0];
        bytes.extend(rest);
        let shipped = Shipped.pack();
        read(Box::leak(Box::new(Pack { bytes: bytes.leak(), roots: &[0], ..*shipped })), 0);
    }
}
