//! What webhooks are told, for people.

use super::rules::{cell, how_sure};
use crate::api::webhook::{CHANNELS, Channel, Facts, Part, Place, RCS, SIGNATURE_HEADER, Status};
use crate::schema::{Choice, Group, Shape, Variant};

const HEAD: &str = "\
# What webhooks are told

The kinds of events that `webhooks.parse` knows, by `type` (WhatsApp) or `entityType` (RCS). Made
from the descriptions in `src/api/webhook/` by `cargo run --bin describe`. Any other kind, and a
known one without what it must have, comes through untouched with `known: false`; unknown keys
pass. How sure a kind is: see [the rules](rules.md).

`dedupeKey` is the kind and, with `:` between, what the tables name. Where nothing stands for the
last of it, a digest of the whole payload follows the kind. A digest is the same however the JSON is
written: order of keys, white space and escapes do not count. Where times have no fractions, a second
tap on the same button within the same second counts as the first one, come again.
";

const FORMS: &str = "
## Forms

What a customer fills into a form of WhatsApp Flows is told twice, about one message: by
`message_api_flow_response` and by `message_received`, in any order. Each has its own `dedupeKey`,
and both have the same `submissionKey`: `submission:` and the message's id. It is null everywhere
else. What tells a form:

";

const DECODED: &str = "
## What is decoded

Strings that hold JSON, encoded once or twice, become the value, when it is of the described type,
and so do those within it; what comes as a value is looked through in the same way. What a customer
wrote (`message_content_type` is `Text`, or a caption) stays text, however much it looks like JSON.
Python's `None` in place of such JSON becomes `null`. Times get a `T` and their zone, UTC where
none is written, as `+00:00` where it is written `+0000`.

| key | |
|---|---|
";

/// The text of `webhooks.md`.
pub fn webhooks() -> String {
    let mut out = HEAD.to_owned();
    out.push_str(&signature());
    for channel in CHANNELS {
        kinds(channel, &mut out);
    }
    event_types(&mut out);
    out.push_str(FORMS);
    for (place, word) in CHANNELS.iter().flat_map(|channel| channel.submissions) {
        out.push_str(&format!("- {} is `{word}`\n", paths(place)));
    }
    statuses(&mut out);
    out.push_str(DECODED);
    let mut rows = Vec::new();
    for channel in CHANNELS {
        let payload = channel.payload;
        of_groups("", payload.common, &mut rows);
        for variant in payload.variants {
            of_groups("", variant.object.groups, &mut rows);
        }
    }
    out.push_str(&rows.concat());
    out
}

fn signature() -> String {
    format!(
        "
## The signature

WhatsApp's webhooks carry the header `{SIGNATURE_HEADER}`: `sha256=` and 64 lower-case hexadecimal
digits, the HMAC-SHA256 of the raw body with the dashboard's secret key (seen). No time is signed:
keep each event's `dedupeKey`. Those of RCS carry none.
"
    )
}

fn kinds(channel: &Channel, out: &mut String) {
    let title = if channel.name == RCS.name { "RCS" } else { "WhatsApp" };
    out.push_str(&format!(
        "\n## {title}\n\n| `{}` | what it tells | `status` | what `dedupeKey` is made of | how sure |\n|---|---|---|---|---|\n",
        channel.payload.tag
    ));
    for (kind, source) in channel.payload.variants.iter().zip(channel.sources) {
        let facts = channel.facts(kind.value);
        let status = match choices(kind).is_empty() {
            true => word(facts.status),
            false => "see below".to_owned(),
        };
        out.push_str(&format!(
            "| `{}` | {} | {status} | {} | {} |\n",
            kind.value,
            cell(kind.object.doc.text()),
            key(channel, facts, kind),
            how_sure(*source),
        ));
    }
}

fn event_types(out: &mut String) {
    out.push_str(
        "\n| `entityType` | `eventType` | what it tells | `status` |\n|---|---|---|---|\n",
    );
    for kind in RCS.payload.variants {
        for value in choices(kind).iter().flat_map(|choice| choice.values) {
            out.push_str(&format!(
                "| `{}` | `{}` | {} | {} |\n",
                kind.value,
                value.value,
                cell(value.doc.text()),
                word(RCS.facts(value.value).status)
            ));
        }
    }
}

fn statuses(out: &mut String) {
    out.push_str(
        "
## How far a message has come

`webhooks.statusOf` gives the furthest of these that its events tell. What was delivered is
delivered, whatever is said to have failed before or after: so `failed` stands below.

",
    );
    for (status, text) in Status::ALL {
        out.push_str(&format!("1. `{}`: {text}\n", status.as_str()));
    }
}

fn word(status: Status) -> String {
    match status {
        Status::None => String::new(),
        _ => format!("`{}`", status.as_str()),
    }
}

/// What makes a key, after the kind itself.
fn key(channel: &Channel, facts: &Facts, kind: &Variant) -> String {
    if facts.key.is_empty() {
        return "a digest of the payload".to_owned();
    }
    // What only some kinds have is not named for the others.
    let named = |part: &Part| match part {
        Part::Text(place) if *place == channel.event && choices(kind).is_empty() => None,
        Part::Text(place) => Some(paths(place)),
        Part::Moment { time, values } => {
            let all: Vec<_> = values.iter().map(|place| paths(place)).collect();
            let digest = format!("a digest of {}", all.join(" and "));
            Some(format!("{digest} where the time has no fraction, {}", paths(time)))
        }
    };
    let parts: Vec<_> = facts.key.iter().filter_map(named).collect();
    parts.join(", ")
}

fn paths(place: Place) -> String {
    place.split(' ').map(|path| format!("`{path}`")).collect::<Vec<_>>().join(" or ")
}

/// The choices of what has happened, of kinds that have one.
fn choices(kind: &Variant) -> Vec<&'static Choice> {
    let fields = kind.object.groups.iter().flat_map(|group| group.fields);
    let entities = fields.filter_map(|field| match field.shape {
        Shape::Object(object) => Some(object.groups.iter().flat_map(|group| group.fields)),
        _ => None,
    });
    let event = RCS.event.split('.').next_back();
    let types = entities.flatten().filter(|field| Some(field.name) == event);
    types
        .filter_map(|field| match field.shape {
            Shape::Choice(choice) => Some(choice),
            _ => None,
        })
        .collect()
}

fn of_groups(path: &str, groups: &[&Group], rows: &mut Vec<String>) {
    for field in groups.iter().flat_map(|group| group.fields) {
        let path =
            if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        of_shape(&path, &field.shape, rows);
    }
}

fn of_shape(path: &str, shape: &Shape, rows: &mut Vec<String>) {
    match shape {
        Shape::Time => add(path, "a time", rows),
        Shape::Encoded(inner) => {
            add(path, "JSON in a string", rows);
            of_shape(path, inner, rows);
        }
        Shape::Unless(unless) => {
            let kinds: Vec<_> = unless.coded.iter().map(|start| format!("`{start}…`")).collect();
            let when = format!(
                "JSON in a string, where `{}` is {} or is not there",
                unless.key,
                kinds.join(" or ")
            );
            add(path, &when, rows);
        }
        Shape::Nullable(inner) => of_shape(path, inner, rows),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| of_shape(path, shape, rows)),
        Shape::List(list) | Shape::OneOrMany(list) => {
            of_shape(&format!("{path}[]"), &list.item, rows);
        }
        Shape::Object(object) => of_groups(path, object.groups, rows),
        Shape::Tagged(tagged) => {
            for variant in tagged.variants {
                of_groups(path, variant.object.groups, rows);
            }
        }
        _ => {}
    }
}

/// Once for each key, whatever the kinds that have it.
fn add(path: &str, what: &str, rows: &mut Vec<String>) {
    let row = format!("| `{path}` | {what} |\n");
    if !rows.contains(&row) {
        rows.push(row);
    }
}
