//! WhatsApp messages inside the 24-hour window: text and media.

use super::fallback::FALLBACK;
use super::interactive::BUTTON_MESSAGE;
use super::interactive_list::LIST_MESSAGE;
use super::media::{AUDIO_URL, DOCUMENT_URL, IMAGE_URL, STICKER_URL, VIDEO_URL};
use super::recipient::USER_OR_PHONE;
use super::send_template::TEMPLATE_GROUP;
use super::unfilled::FILLED;
use crate::schema::Source::{Advised, Documented, Seen, Vendor};
use crate::schema::{
    Code, Field, GROUP, Group, List, Params, Rule, Shape, TEXT, Tagged, Text, View, doc, limit,
    variant,
};

/// A message, or several in one request.
pub const INPUT: Shape = Shape::OneOrMany(&List {
    item: Shape::Tagged(&MESSAGE),
    min: limit(1, Vendor),
    max: None,
    rules: &[],
});

/// Audio or video without a name.
pub static MISSING_FILE_NAME: Code = Code {
    id: "media.missing_file_name",
    message: "Audio and video have been seen to fail without a fileName.",
};

/// Data of your own that comes back in the webhooks.
pub const CALLBACK_DATA: Field = optional!(
    "callbackData",
    Shape::Text(&Text { max: limit(512, Documented), example: doc("order-1"), ..TEXT }),
    "Data of your own: Interakt sends it back in the webhooks of this message.",
);

/// The campaign that the message counts for.
pub const CAMPAIGN_ID: Field = optional!(
    "campaignId",
    Shape::Text(&Text { example: doc("4fdff884-c388-4c1e-aea6-1890222dbc2e"), ..TEXT }),
    "The campaign that the message counts for: `data.campaignId` of the answer of `createCampaign`.",
);

/// Keys of every message, by WhatsApp and by RCS.
pub static COMMON: Group = Group { fields: &[CAMPAIGN_ID, CALLBACK_DATA, FALLBACK], ..GROUP };

/// A WhatsApp message, told by its `type`.
pub static MESSAGE: Tagged = Tagged {
    name: doc("Message"),
    doc: doc("A WhatsApp message to one customer."),
    tag: "type",
    tag_doc: doc("The kind of message."),
    common: &[&USER_OR_PHONE, &COMMON],
    variants: &[
        variant(
            "Text",
            "TextMessage",
            &[&TEXT_DATA],
            "A text. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "Audio",
            "AudioMessage",
            &[&AUDIO_DATA],
            "A sound. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "Image",
            "ImageMessage",
            &[&IMAGE_DATA],
            "A picture. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "Document",
            "DocumentMessage",
            &[&DOCUMENT_DATA],
            "A document. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "Video",
            "VideoMessage",
            &[&VIDEO_DATA],
            "A film. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "Sticker",
            "StickerMessage",
            &[&STICKER_DATA],
            "A sticker. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "InteractiveButton",
            "ButtonMessage",
            &[&BUTTON_DATA],
            "A text with up to three buttons to answer with. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "InteractiveList",
            "ListMessage",
            &[&LIST_DATA],
            "A text with a list to choose from. Only within 24 hours after the customer last wrote.",
        ),
        variant(
            "Template",
            "TemplateMessage",
            &[&TEMPLATE_GROUP],
            "A message from an approved template. At any time.",
        ),
    ],
};

/// The text of a message.
pub const BODY: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    max: limit(4096, Vendor),
    rules: FILLED,
    example: doc("Your order is on its way."),
    ..TEXT
});

static TEXT_DATA: Group = Group {
    fields: &[required!(
        "data",
        Shape::Object(&object!(&[&Group {
            fields: &[required!("message", BODY, "The text.")],
            ..GROUP
        }])),
        "The content."
    )],
    ..GROUP
};

const CAPTION: Field = optional!(
    "message",
    Shape::Text(&Text {
        max: limit(1024, Vendor),
        rules: FILLED,
        example: doc("Your new shoes"),
        ..TEXT
    }),
    "The caption.",
);
const FILE_NAME: Field = optional!(
    "fileName",
    Shape::Text(&Text { min: limit(1, Advised), example: doc("shoes.jpg"), ..TEXT }),
    "The name that the customer sees.",
);

/// `fileName` is optional by the documentation, but wanted in practice.
static WANTS_FILE_NAME: Rule = Rule {
    code: &MISSING_FILE_NAME,
    source: Seen,
    check: |view: View, found| {
        if view.get("fileName").is_none() {
            found.at("fileName", Params::default());
        }
    },
    doc: doc("`fileName` is given."),
};

macro_rules! media {
    ($($name:ident: $url:expr, $what:literal, [$($field:expr),*], [$($rule:expr),*];)*) => {$(
        static $name: Group = Group {
            fields: &[required!("data", Shape::Object(&object!(&[&Group {
                fields: &[$($field,)* required!("mediaUrl", $url, $what)],
                rules: &[$($rule),*],
                ..GROUP
            }])), "The content.")],
            ..GROUP
        };
    )*};
}

media! {
    AUDIO_DATA: AUDIO_URL, "Where WhatsApp fetches the sound. At most 16 MB.", [CAPTION, FILE_NAME], [&WANTS_FILE_NAME];
    IMAGE_DATA: IMAGE_URL, "Where WhatsApp fetches the picture. At most 5 MB.", [CAPTION, FILE_NAME], [];
    DOCUMENT_DATA: DOCUMENT_URL, "Where WhatsApp fetches the document. At most 100 MB.", [CAPTION, FILE_NAME], [];
    VIDEO_DATA: VIDEO_URL, "Where WhatsApp fetches the film. At most 16 MB.", [CAPTION, FILE_NAME], [&WANTS_FILE_NAME];
    STICKER_DATA: STICKER_URL, "Where WhatsApp fetches the sticker: webp, at most 100 KB, animated 500 KB.", [], [];
}

static BUTTON_DATA: Group = Group {
    fields: &[required!(
        "data",
        Shape::Object(&object!(&[&Group {
            fields: &[required!(
                "message",
                Shape::Object(&BUTTON_MESSAGE),
                "The message and its buttons."
            )],
            ..GROUP
        }])),
        "The content."
    )],
    ..GROUP
};

static LIST_DATA: Group = Group {
    fields: &[required!(
        "data",
        Shape::Object(&object!(&[&Group {
            fields: &[required!(
                "message",
                Shape::Object(&LIST_MESSAGE),
                "The message and its list."
            )],
            ..GROUP
        }])),
        "The content."
    )],
    ..GROUP
};
