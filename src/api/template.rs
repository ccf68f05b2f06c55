//! Creating WhatsApp templates, and the file for their header.

use super::answer::{DONE, UPLOADED};
use super::answer_template::{NEW_TEMPLATE, TEMPLATES};
use super::card::{CAROUSEL_CARDS, CAROUSEL_RULES};
use super::customer::OFFSET;
use super::format::ANY_TEXT;
use super::interactive::CLOSED;
use super::media::{DOCUMENT, IMAGE, VIDEO};
use super::operation::{Body, Endpoint, Method, Operation, pages};
use super::template_button::{BUTTON_TYPE, BUTTONS, TEMPLATE_BUTTON_RULES};
use super::template_keys::{BODY_TEXT, EXAMPLES, HEADER_FILE_NAME, HEADER_FILE_URL, HEADER_HANDLE};
use super::template_rules::TEMPLATE_RULES;
use crate::schema::Source::{Advised, Analogy, Documented, Seen, Vendor};
use crate::schema::{
    Choice, Code, File, FileKind, GROUP, Group, Object, Shape, TEXT, Text, TextRule, doc, limit,
    value,
};

/// A language code where a name is wanted.
pub static LANGUAGE_IS_CODE: Code = Code {
    id: "template.language_is_code",
    message: "Here Interakt needs the language's name, such as English, not its code.[ Did you mean \"{suggestion}\"?]",
};

/// `createTemplate`.
pub static CREATE: Operation = Operation {
    endpoint: &Endpoint {
        name: "createTemplate",
        method: Method::Post,
        path: "/v1/public/track/templates/",
        query: "",
        body: Body::Input,
        repeatable: false,
        pages: None,
    },
    input: Shape::Object(&TEMPLATE),
    answer: Shape::Object(&open!(&[&DONE, &NEW_TEMPLATE])),
    summary: doc("Create a WhatsApp template."),
    doc: doc("Meta has to approve it before it can be sent."),
};

/// `uploadMedia`.
pub static UPLOAD: Operation = Operation {
    endpoint: &Endpoint {
        name: "uploadMedia",
        method: Method::Post,
        path: "/v1/public/track/files/upload_to_fb/",
        query: "fileCategory=message_template_media",
        body: Body::File("uploadFile"),
        repeatable: false,
        pages: None,
    },
    input: Shape::Object(&FILE),
    answer: Shape::Object(&open!(&[&DONE, &UPLOADED])),
    summary: doc("Upload a file for the header of a template."),
    doc: doc(
        "The answer has what `createTemplate` needs as `header_handle`, `header_handle_file_url` and `header_handle_file_name`.",
    ),
};

/// `listTemplates`.
pub static LIST: Operation = Operation {
    endpoint: &Endpoint {
        name: "listTemplates",
        method: Method::Get,
        path: "/v1/public/track/organization/templates",
        query: "",
        body: Body::None,
        repeatable: true,
        pages: pages("iterateTemplates", &["results", "templates"], &["has_next"]),
    },
    input: Shape::Object(&TEMPLATE_FILTERS),
    answer: Shape::Object(&TEMPLATES),
    summary: doc("List templates, page by page."),
    doc: doc("JSON that Interakt hides in strings is decoded."),
};

static TEMPLATE_FILTERS: Object = Object {
    name: doc("TemplateFilters"),
    doc: doc("Which templates, and which page of them."),
    groups: &[&Group {
        fields: &[
            OFFSET,
            in_query!("template_name", ANY_TEXT, "Only templates of this name."),
            in_query!(
                "autosubmitted_for",
                ANY_TEXT,
                "Only templates that Interakt submitted for this; \"all\": any."
            ),
            in_query!(
                "approval_status",
                Shape::Choice(&Choice {
                    values: &[
                        value("APPROVED", "Can be sent."),
                        value("WAITING", "Meta has not decided.").from(Vendor),
                        value("REJECTED", "Meta refused it.").from(Vendor)
                    ],
                    closed: Seen,
                    ..CLOSED
                }),
                "Only templates of this status.",
            ),
            in_query!(
                "variable_present",
                Shape::Choice(&Choice {
                    values: &[value("Yes", "With variables."), value("No", "Without.")],
                    ..CLOSED
                }),
                "Only templates with or without variables.",
            ),
            in_query!("language", ANY_TEXT, "Only templates in this language; \"all\": any."),
        ],
        ..GROUP
    }],
    open: false,
};

static TEMPLATE: Object = Object {
    name: doc("NewTemplate"),
    doc: doc("A template to be approved by Meta."),
    groups: &[
        &Group {
            fields: &[
                required!(
                    "display_name",
                    Shape::Text(&Text {
                        min: limit(1, Vendor),
                        max: limit(512, Vendor),
                        example: doc("Order shipped"),
                        ..TEXT
                    }),
                    "The name in Interakt's list. The code name is made from it.",
                ),
                required!(
                    "language",
                    LANGUAGE_NAME,
                    "The name of the language, such as \"English\" (not its code)."
                ),
                required!("category", Shape::Choice(&CATEGORY), "What the template is for."),
                optional!(
                    "header_format",
                    Shape::Nullable(&HEADER_FORMAT),
                    "What stands above the text; `null` or absent: nothing."
                ),
                optional!(
                    "header",
                    Shape::Nullable(&HEADER),
                    "The text above, with at most one variable {{1}}; with `header_format` \"TEXT\"."
                ),
                optional!("header_text", EXAMPLES, "One example for the variable of `header`."),
                HEADER_HANDLE,
                HEADER_FILE_URL,
                HEADER_FILE_NAME,
                required!(
                    "body",
                    Shape::Text(&Text {
                        min: limit(1, Vendor),
                        max: limit(1024, Vendor),
                        example: doc("Hi {{1}}, your order is on its way."),
                        ..TEXT
                    }),
                    "The text, with the variables {{1}}, {{2}}…",
                ),
                BODY_TEXT,
                optional!(
                    "footer",
                    Shape::Nullable(&FOOTER),
                    "Small text below, without variables."
                ),
                BUTTON_TYPE,
                BUTTONS,
                optional!(
                    "button_text",
                    Shape::Text(&Text {
                        min: limit(1, Documented),
                        example: doc("https://example.com/orders/42"),
                        ..TEXT
                    }),
                    "An example for the variable at the end of a URL button.",
                ),
                CAROUSEL_CARDS,
            ],
            rules: TEMPLATE_RULES,
            ..GROUP
        },
        &Group { rules: TEMPLATE_BUTTON_RULES, ..GROUP },
        &Group { rules: CAROUSEL_RULES, ..GROUP },
    ],
    open: false,
};

const LANGUAGE_NAME: Shape = Shape::Text(&Text {
    min: limit(1, Documented),
    rules: &[&TextRule {
        code: &LANGUAGE_IS_CODE,
        source: Documented,
        holds: |text, _| {
            let language = text.split(['_', '-']).next().unwrap_or(text);
            !(matches!(language.len(), 2 | 3) && language.bytes().all(|b| b.is_ascii_lowercase()))
        },
        pattern: doc("^(?![a-z]{2,3}([_\\-]|$))"),
        doc: doc("A name, not a code such as `en` or `en_US`."),
    }],
    example: doc("English"),
    ..TEXT
});

const CATEGORY: Choice = Choice {
    values: &[
        value("Utility", "About something that the customer did, such as an order."),
        value("Marketing", "Anything that sells."),
        value("Authentication", "One-time codes."),
    ],
    ignore_case: true,
    ..CLOSED
};

const HEADER_FORMAT: Shape = Shape::Choice(&Choice {
    values: &[
        value("TEXT", "A line of text: `header`."),
        value("IMAGE", "A picture: `header_handle`."),
        value("VIDEO", "A film: `header_handle`.").from(Vendor),
        value("DOCUMENT", "A document: `header_handle`.").from(Vendor),
        value("LOCATION", "A place on a map.").from(Seen),
        value("GIF", "A moving picture.").from(Seen),
    ],
    ..CLOSED
});

const HEADER: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    max: limit(60, Vendor),
    example: doc("Order {{1}}"),
    ..TEXT
});
const FOOTER: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    max: limit(60, Vendor),
    example: doc("Thank you!"),
    ..TEXT
});

static FILE: Object = Object {
    name: doc(""),
    doc: doc("A file for the header of a template."),
    groups: &[&Group {
        fields: &[
            required!(
                "file",
                Shape::File(&File { kinds: &TEMPLATE_MEDIA }),
                "A Blob or File, or its bytes. Pictures (jpeg, png) have at most 5 MB, videos (mp4, 3gpp) 16 MB, documents 100 MB.",
            ),
            optional!(
                "fileName",
                Shape::Text(&Text {
                    min: limit(1, Analogy),
                    max: limit(255, Advised),
                    example: doc("shoes.jpg"),
                    ..TEXT
                }),
                "The name of the file; that of the File when left out.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};

/// What can be uploaded for the header of a template.
pub static TEMPLATE_MEDIA: [&FileKind; 3] = [&IMAGE, &VIDEO, &DOCUMENT];
