//! Rich cards of RCS: alone, or in a carousel.

use super::interactive::CLOSED;
use super::media::CONTENT_INFO;
use super::rcs_suggestion::{SUGGESTION, SUGGESTIONS};
use super::unfilled::FILLED;
use crate::schema::Source::{Documented, Vendor};
use crate::schema::{
    Choice, Code, GROUP, Group, List, Object, Params, Rule, Shape, TEXT, Text, doc, limit, value,
};

/// A card without content.
pub static EMPTY_CARD: Code = Code {
    id: "rcs.empty_card",
    message: "A card needs at least one of cardTitle, cardDescription and cardMedia.",
};
/// Media that do not fit into a small card.
pub static TALL_IN_SMALL: Code = Code {
    id: "rcs.tall_in_small_width",
    message: "TALL media are refused in SMALL_WIDTH cards: use MEDIUM_WIDTH, or smaller media.",
};

static CARD: Object = Object {
    name: doc("RcsCardContent"),
    doc: doc("A card: title, description, media, and what can be tapped."),
    groups: &[&Group {
        fields: &[
            optional!(
                "cardTitle",
                Shape::Text(&Text {
                    min: limit(1, Vendor),
                    max: limit(200, Vendor),
                    rules: FILLED,
                    example: doc("Running shoes"),
                    ..TEXT
                }),
                "The title.",
            ),
            optional!(
                "cardDescription",
                Shape::Text(&Text {
                    min: limit(1, Vendor),
                    max: limit(2000, Vendor),
                    rules: FILLED,
                    example: doc("Light, for long distances."),
                    ..TEXT
                }),
                "The text below.",
            ),
            optional!("cardMedia", Shape::Object(&MEDIA), "A picture, a film or a PDF."),
            optional!(
                "suggestions",
                Shape::List(&List {
                    item: Shape::Object(&SUGGESTION),
                    min: None,
                    max: limit(4, Documented),
                    rules: &[],
                }),
                "What can be tapped on the card.",
            ),
        ],
        rules: &[&HAS_CONTENT],
        ..GROUP
    }],
    open: false,
};

static HAS_CONTENT: Rule = Rule {
    code: &EMPTY_CARD,
    source: Vendor,
    check: |card, found| {
        if ["cardTitle", "cardDescription", "cardMedia"].iter().all(|key| card.get(key).is_none()) {
            found.here(Params::default());
        }
    },
    doc: doc("At least one of `cardTitle`, `cardDescription` and `cardMedia`."),
};

static MEDIA: Object = Object {
    name: doc("RcsCardMedia"),
    doc: doc("The media of a card."),
    groups: &[&Group {
        fields: &[
            required!(
                "mediaHeight",
                Shape::Choice(&Choice {
                    values: &[
                        value("SHORT", "112 DP."),
                        value("MEDIUM", "168 DP."),
                        value("TALL", "264 DP; not in cards of SMALL_WIDTH."),
                    ],
                    ..CLOSED
                }),
                "How high they are shown.",
            ),
            required!("contentInfo", Shape::Object(&CONTENT_INFO), "The file."),
        ],
        ..GROUP
    }],
    open: false,
};

/// The keys of a message that shows cards, under `message.richCardDetails`.
macro_rules! rich_cards {
    ($key:literal, $details:expr, $doc:literal) => {
        Group {
            fields: &[required!(
                "message",
                Shape::Object(&object!(&[&Group {
                    fields: &[
                        required!(
                            "richCardDetails",
                            Shape::Object(&object!(&[&Group {
                                fields: &[required!($key, Shape::Object($details), $doc)],
                                ..GROUP
                            }])),
                            "What is shown.",
                        ),
                        optional!("suggestions", SUGGESTIONS, "What can be tapped below."),
                    ],
                    ..GROUP
                }])),
                "The content.",
            )],
            ..GROUP
        }
    };
}

/// Keys of a message with several cards.
pub(super) static CAROUSEL_MESSAGE: Group = rich_cards!("carousel", &CAROUSEL, "The cards.");

/// Keys of a message with one card.
pub(super) static STANDALONE_MESSAGE: Group = rich_cards!("standalone", &STANDALONE, "The card.");

static CAROUSEL: Object = Object {
    name: doc("RcsCarouselDetails"),
    doc: doc("Two to ten cards side by side."),
    groups: &[&Group {
        fields: &[
            required!(
                "cardWidth",
                Shape::Choice(&Choice {
                    values: &[
                        value("SMALL_WIDTH", "Narrow cards; not for TALL media."),
                        value("MEDIUM_WIDTH", "Wider cards.")
                    ],
                    ..CLOSED
                }),
                "How wide the cards are.",
            ),
            required!(
                "contents",
                Shape::List(&List {
                    item: Shape::Object(&CARD),
                    min: limit(2, Vendor),
                    max: limit(10, Vendor),
                    rules: &[]
                }),
                "The cards.",
            ),
        ],
        rules: &[&FITS_WIDTH],
        ..GROUP
    }],
    open: false,
};

static FITS_WIDTH: Rule = Rule {
    code: &TALL_IN_SMALL,
    source: Vendor,
    check: |carousel, found| {
        if carousel.text("cardWidth").as_deref() != Some("SMALL_WIDTH") {
            return;
        }
        let cards = carousel.get("contents").unwrap_or_default();
        for (index, card) in cards.items().enumerate() {
            let height = card.at(&["cardMedia", "mediaHeight"]).and_then(|height| height.as_text());
            if height.as_deref() == Some("TALL") {
                let path =
                    ["contents".into(), index.into(), "cardMedia".into(), "mediaHeight".into()];
                found.below(&path, Params::default());
            }
        }
    },
    doc: doc("No TALL media in cards of SMALL_WIDTH."),
};

static STANDALONE: Object = Object {
    name: doc("RcsStandaloneDetails"),
    doc: doc("One card."),
    groups: &[&Group {
        fields: &[
            required!(
                "cardOrientation",
                Shape::Choice(&Choice {
                    values: &[
                        value("VERTICAL", "Media above the text."),
                        value("HORIZONTAL", "Media beside the text.").from(Vendor)
                    ],
                    ..CLOSED
                }),
                "Where the media stand.",
            ),
            required!("content", Shape::Object(&CARD), "The card."),
        ],
        ..GROUP
    }],
    open: false,
};
