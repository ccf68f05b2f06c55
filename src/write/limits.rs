//! How long texts may be, for counters in forms: a table that only who counts downloads.

use super::named::Named;
use super::walk::named;
use crate::schema::{Group, Shape};

/// The text that is sent as SMS: the name of its object, and its key.
const SMS: (&str, &str) = ("SmsContent", "message");

const HEAD: &str = "\
/**
 * How long texts may be: a line for each input, its kinds, and whatever has a name in them. `key=512`
 * is a limit, `key=512s` that of a text that is sent as SMS, `key>Name` goes on in another line.
 *
 * Generated from the Rust description by `cargo run --bin describe`. Do not edit.
 */
";

/// The text of `limits_table.js`. `inputs` have the names of what checks them.
pub fn limits(inputs: &[(&str, &Shape)]) -> String {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for (name, input) in inputs {
        let mut entries = Vec::new();
        below("", input, false, &mut entries);
        lines.push(((*name).to_owned(), entries));
        let input = if let Shape::OneOrMany(list) = input { &list.item } else { input };
        if let Shape::Tagged(tagged) = input {
            for variant in tagged.variants {
                let kind = Named::Variant(tagged, variant).name();
                lines.push((format!("{name}.{}", variant.value), vec![format!(">{kind}")]));
            }
        }
    }
    for each in named(inputs.iter().map(|(_, input)| *input)) {
        let mut entries = Vec::new();
        of_groups("", each.groups(), each.name(), &mut entries);
        match each {
            Named::Object(_) => {}
            Named::Tagged(tagged) => entries.extend(
                tagged.variants.iter().map(|kind| format!(">{}", kind.object.name.text())),
            ),
            Named::Variant(tagged, _) => of_groups("", tagged.common, "", &mut entries),
        }
        lines.push((each.name().to_owned(), entries));
    }
    without_empty(&mut lines);
    let lines: Vec<String> =
        lines.iter().map(|(name, entries)| format!("{name} {}", entries.join(" "))).collect();
    format!("{HEAD}export const LIMITS = `{}`;\n", lines.join("\n"))
}

/// Takes out the lines that lead to no limit, and what leads to them.
fn without_empty(lines: &mut Vec<(String, Vec<String>)>) {
    loop {
        let count: usize = lines.iter().map(|(_, entries)| 1 + entries.len()).sum();
        lines.retain(|(_, entries)| !entries.is_empty());
        let names: Vec<String> = lines.iter().map(|(name, _)| name.clone()).collect();
        for (_, entries) in lines.iter_mut() {
            entries.retain(|entry| {
                entry.split_once('>').is_none_or(|(_, to)| names.iter().any(|name| name == to))
            });
        }
        if lines.iter().map(|(_, entries)| 1 + entries.len()).sum::<usize>() == count {
            return;
        }
    }
}

fn of_groups(path: &str, groups: &[&Group], name: &str, out: &mut Vec<String>) {
    for field in groups.iter().flat_map(|group| group.fields) {
        let path = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        below(&path, &field.shape, (name, field.name) == SMS, out);
    }
}

fn below(path: &str, shape: &Shape, sms: bool, out: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => {
            if let Some(limit) = text.max {
                out.push(format!("{path}={}{}", limit.value, if sms { "s" } else { "" }));
            }
        }
        Shape::Object(object) if object.name.text().is_empty() => {
            of_groups(path, object.groups, "", out);
        }
        Shape::Object(object) => out.push(format!("{path}>{}", object.name.text())),
        Shape::Tagged(tagged) => out.push(format!("{path}>{}", tagged.name.text())),
        Shape::List(list) => below(&format!("{path}[]"), &list.item, false, out),
        Shape::OneOrMany(list) => below(path, &list.item, false, out),
        Shape::Map(map) => below(&format!("{path}.*"), &map.value, false, out),
        Shape::Nullable(inner) => below(path, inner, sms, out),
        Shape::Either(shapes) => shapes.iter().for_each(|each| below(path, each, sms, out)),
        Shape::Number(_) | Shape::Boolean | Shape::Choice(_) | Shape::File(_) | Shape::Any => {}
        // Of answers and webhooks alone.
        Shape::Encoded(_) | Shape::Unless(_) | Shape::Time => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::OPERATIONS;

    fn written() -> String {
        let inputs: Vec<_> = OPERATIONS.iter().map(|each| (each.name, &each.input)).collect();
        limits(&inputs)
    }

    #[test]
    fn a_kind_of_message_has_the_limits_of_its_texts() {
        let written = written();
        for line in [
            "sendMessage >Message",
            "sendMessage.Text >TextMessage",
            "TextMessage data.message=4096 callbackData=512 fallback[]>Fallback",
        ] {
            assert!(written.contains(&format!("\n{line}\n")), "{line}\n{written}");
        }
    }

    #[test]
    fn one_text_is_sent_as_sms() {
        let sms = |word: &&str| word.ends_with("0s");
        let written = written();
        let found: Vec<_> = written.split_whitespace().filter(sms).collect();
        assert_eq!(found, ["message=2000s"]);
    }

    #[test]
    fn what_leads_to_no_limit_is_left_out() {
        assert!(!written().contains("trackUser"));
    }
}
