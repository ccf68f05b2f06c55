//! What a webhook's body says.

use std::borrow::Cow;

use crate::api::webhook::{RCS, Status, WHATSAPP, rcs_status, whatsapp_status};
use crate::schema::{Plain, Shape, View, decode, is_known};

/// What a webhook tells.
#[derive(Debug)]
pub struct Event<'a> {
    /// The body, decoded when its kind is known and untouched when not.
    pub json: Cow<'a, str>,
    /// Whether the kind is known, with all that it must have.
    pub known: bool,
    /// `whatsapp` or `rcs`.
    pub channel: Option<&'static str>,
    /// The id of the message that it is about.
    pub message_id: Option<String>,
    /// The `callbackData` of the request that sent the message.
    pub callback_data: Option<String>,
    /// How far the message has come, by this event alone.
    pub status: Option<Status>,
    /// The same for the same event sent again, and different for any other.
    pub dedupe_key: String,
}

/// Reads a webhook's body; `None` when it is no JSON object.
///
/// ```
/// use interakt_wasm::client::read_event;
/// let body = r#"{"type":"message_api_read","timestamp":"2022-06-03T05:43:33","data":{"message":{"id":"7"}}}"#;
/// let event = read_event(body).unwrap();
/// assert_eq!(event.dedupe_key, "message_api_read:7");
/// assert!(event.json.contains(r#""2022-06-03T05:43:33Z""#));
/// ```
pub fn read_event(body: &str) -> Option<Event<'_>> {
    let payload = View::parse(body).filter(|payload| payload.is_object())?;
    let mut event = Event {
        json: Cow::Borrowed(payload.json()),
        known: false,
        channel: None,
        message_id: None,
        callback_data: None,
        status: None,
        dedupe_key: String::new(),
    };
    let mut key = Vec::new();
    let whatsapp = payload.text(WHATSAPP.tag);
    let rcs = payload.text(RCS.tag);
    let shape = match (&whatsapp, &rcs) {
        (Some(_), _) => Shape::Tagged(&WHATSAPP),
        (None, _) => Shape::Tagged(&RCS),
    };
    event.known = is_known(&shape, payload);
    if let Some(kind) = whatsapp {
        event.channel = Some("whatsapp");
        if event.known {
            event.status = whatsapp_status(&kind);
            of_whatsapp(payload, &mut event, &mut key);
        }
        key.insert(0, kind);
    } else if let Some(kind) = rcs {
        event.channel = Some("rcs");
        if event.known {
            of_rcs(payload, &mut event, &mut key);
        }
        key.insert(0, kind);
    }
    // Where no ids tell events apart, all of the body does.
    if key.len() < 2 {
        key.push(Cow::Owned(hash(payload.json())));
    }
    event.dedupe_key = key.join(":");
    if event.known {
        event.json = decode(&shape, payload.json());
    }
    Some(event)
}

fn of_whatsapp<'a>(payload: View<'a>, event: &mut Event, key: &mut Vec<Cow<'a, str>>) {
    let data = payload.get("data").unwrap_or_default();
    let message = data.get("message").unwrap_or_default();
    let meta_data = message.get("meta_data").unwrap_or_default();
    let sent_with = meta_data.get("source_data").and_then(|source| source.text("callback_data"));
    let click = data.get("event").or_else(|| payload.get("event")).unwrap_or_default();
    event.callback_data = owned(sent_with.or_else(|| click.text("callbackData")));
    if let Some(id) = message.text("id") {
        event.message_id = Some(id.clone().into_owned());
        key.push(id);
        if event.status == Some(Status::Clicked) {
            // A message may be tapped again and again.
            let at = |click: View<'a>| click.text("click_timestamp");
            key.extend(at(click).or_else(|| at(meta_data)));
        }
    } else if let Some(workflow) = data.text("workflow_id") {
        let steps = data.get("data").unwrap_or_default().items();
        let answer = steps.last().and_then(|step| step.get("answer"));
        if let Some(id) = answer.and_then(|answer| answer.text("id")) {
            key.extend([workflow, id]);
        }
    }
}

fn of_rcs<'a>(payload: View<'a>, event: &mut Event, key: &mut Vec<Cow<'a, str>>) {
    let entity = payload.get("entity").unwrap_or_default();
    if let Some(event_type) = entity.text("eventType") {
        event.status = rcs_status(&event_type);
        key.push(event_type);
    }
    let id = entity.text("messageId");
    event.message_id = owned(id.clone());
    key.extend(id);
}

fn owned(text: Option<Cow<str>>) -> Option<String> {
    text.map(Cow::into_owned)
}

/// A digest (64 bits, FNV-1a) as hexadecimal digits.
fn hash(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let digit = |shift: u32| char::from_digit((hash >> shift) as u32 & 15, 16).unwrap_or_default();
    (0..16).rev().map(|place| digit(place * 4)).collect()
}

impl Event<'_> {
    /// As JavaScript gets it: the body still as text.
    pub fn plain(&self) -> Plain<'_> {
        Plain::object([
            ("json", (&*self.json).into()),
            ("known", Plain::Boolean(self.known)),
            ("channel", self.channel.into()),
            ("messageId", self.message_id.as_deref().into()),
            ("callbackData", self.callback_data.as_deref().into()),
            ("status", self.status.map(Status::as_str).into()),
            ("dedupeKey", (&*self.dedupe_key).into()),
        ])
    }
}
