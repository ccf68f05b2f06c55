//! Objects in TypeScript: their keys, and the unions that their forms make.

use super::body::Body;
use super::layout::{Property, Type, block, comment, literal, pascal};
use super::{Types, What};
use crate::schema::{Choice, Field, Forms, Group, Severity, Shape, TEXT, Tagged, Text, Variant};
use crate::write::named::Named;
use crate::write::prose::{Line, lines, of_group, verdicts};
use crate::write::ways::{Way, emptiable, ways};

type Tag = Option<(&'static Tagged, &'static Variant)>;

impl Types {
    pub(super) fn body_of_variant(
        &mut self,
        tagged: &'static Tagged,
        variant: &'static Variant,
    ) -> Body {
        let object = &variant.object;
        self.body(&[tagged.common, object.groups], Some((tagged, variant)), object.open)
    }

    /// The object with the keys of these groups, and any others when it is open.
    /// The key that decides comes first.
    pub(super) fn body(
        &mut self,
        groups: &[&'static [&'static Group]],
        tag: Tag,
        open: bool,
    ) -> Body {
        let mut forms = Vec::new();
        let mut properties: Vec<Property> = tag.map(tag_property).into_iter().collect();
        for group in groups.iter().copied().flatten() {
            let in_forms =
                |field: &&Field| forms_of(group).is_some_and(|forms| covers(forms, field.name));
            for field in group.fields.iter().filter(|field| !in_forms(field)) {
                properties.push(self.property(group, field, !field.required));
            }
            match forms_of(group) {
                Some(named) if !named.name.text().is_empty() => {
                    self.wait(named.name.text(), What::Group(group));
                    forms.push(Type::one(named.name.text()));
                }
                Some(_) => forms.push(self.ways(group)),
                None => {}
            }
        }
        if open && !self.answers {
            properties.push(Property::any_other());
        }
        Body::Object { forms, properties }
    }

    /// The union of a group's ways.
    pub(super) fn ways(&mut self, group: &Group) -> Type {
        let forms = forms_of(group);
        let ways = forms.into_iter().flat_map(ways);
        Type(ways.map(|way| self.way(group, &way)).collect())
    }

    /// The union of a group's ways, each under a name, which is shorter in what the compiler says.
    pub(super) fn named_ways(&mut self, name: &str, group: &Group) -> Vec<(String, Type)> {
        let forms = forms_of(group);
        let ways = forms.into_iter().flat_map(ways);
        let named = |way: Way| {
            let keys = way.needed.iter().map(|key| pascal(key)).collect::<Vec<_>>().join("And");
            (format!("{name}By{keys}"), Type::one(self.way(group, &way)))
        };
        ways.map(named).collect()
    }

    fn way(&mut self, group: &Group, way: &Way) -> String {
        let covered =
            |field: &&Field| forms_of(group).is_some_and(|forms| covers(forms, field.name));
        let fields = group.fields.iter().filter(covered);
        let properties: Vec<Property> =
            fields.map(|field| self.way_property(group, field, way)).collect();
        block(&properties)
    }

    fn way_property(&mut self, group: &Group, field: &Field, way: &Way) -> Property {
        if !way.banned.contains(&field.name) {
            return self.property(group, field, !way.needed.contains(&field.name));
        }
        let others: Vec<String> = way.needed.iter().map(|key| format!("`{key}`")).collect();
        let others = others.join(" and ");
        let begun = way.needed.iter().any(|key| !is_beside(group, key));
        let text = match (begun, others.as_str()) {
            (true, _) => format!("Not beside {others}."),
            (false, "") => "Left out here.".to_owned(),
            (false, _) => format!("Left out where {others} is all that there is."),
        };
        let mut holds = Type::one("undefined");
        // Where it is a text elsewhere, whoever reads the union sees no more than that text.
        if begun && self.type_of(&field.shape, field.name) == Type::one("string") {
            holds = Type::one(self.cure(&way.needed)).or(holds);
        }
        if emptiable(&field.shape).is_some() {
            holds = Type::one(literal("")).or(holds);
        }
        Property { comment: comment(&[text]), name: field.name, optional: true, holds }
    }

    /// The union of the variants.
    pub(super) fn variants(&mut self, tagged: &'static Tagged) -> Type {
        let members = tagged.variants.iter().map(|variant| match variant.object.name.text() {
            "" => self.body_of_variant(tagged, variant).expression().factor(),
            name => {
                self.want(Named::Variant(tagged, variant));
                name.to_owned()
            }
        });
        Type(members.collect())
    }

    /// A key that a caller may leave out may be `undefined` as well: JSON drops it.
    fn property(&mut self, group: &Group, field: &Field, optional: bool) -> Property {
        let mut holds = self.type_of(&field.shape, field.name);
        if optional && !self.answers {
            holds = holds.or(Type::one("undefined"));
        }
        let comment = comment(&self.about_field(group, field));
        Property { comment, name: field.name, optional, holds }
    }

    fn about_field(&self, group: &Group, field: &Field) -> Vec<String> {
        let mut paragraphs = vec![field.doc.text().to_owned()];
        if !self.answers {
            let between = group.verdicts.filter(|verdicts| verdicts.key == field.name);
            let verdicts = verdicts(&field.shape).into_iter().chain(between);
            let verdicts = verdicts.map(|verdicts| verdicts.doc.text().to_owned());
            let rules: Vec<_> = self.rules(&field.shape).into_iter().chain(verdicts).collect();
            paragraphs.push(rules.join(" "));
        }
        paragraphs.push(values(&field.shape));
        paragraphs.extend(example(&field.shape, field.doc.text()));
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }

    /// The rules of a value and of its items, but for what its type says already.
    fn rules(&self, shape: &Shape) -> Vec<String> {
        let said = |line: &Line| match choice(shape) {
            Some(choice) => !(self.is_closed(choice) && std::ptr::eq(line.code, choice.unlisted)),
            None => true,
        };
        let own = lines(shape).into_iter().filter(said).map(|line| line.with_severity());
        match shape {
            Shape::List(list) => {
                let each = self.rules(&list.item).join(" ");
                let each = (!each.is_empty()).then(|| format!("Each: {each}"));
                own.chain(each).collect()
            }
            _ => own.collect(),
        }
    }

    pub(super) fn about(&self, named: Named) -> Vec<String> {
        let mut paragraphs = vec![named.doc().text().to_owned()];
        let common = match named {
            Named::Variant(tagged, _) => tagged.common,
            _ => &[],
        };
        if !matches!(named, Named::Tagged(_)) && !self.answers {
            let groups = common.iter().chain(named.groups());
            let groups = groups
                .filter(|group| forms_of(group).is_none_or(|forms| forms.name.text().is_empty()));
            paragraphs.push(bullets(groups.flat_map(|group| of_group(group))));
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }

    pub(super) fn about_group(&self, group: &Group) -> Vec<String> {
        let keys: Vec<String> =
            group.fields.iter().map(|field| format!("`{}`", field.name)).collect();
        vec![format!("The keys {}.", keys.join(", ")), bullets(of_group(group).into_iter())]
    }
}

/// Forms that a request cannot break without being refused; others are no type's business.
fn forms_of(group: &Group) -> Option<&'static Forms> {
    group.forms.filter(|forms| forms.source.severity() == Severity::Error)
}

fn covers(forms: &Forms, key: &str) -> bool {
    forms.ways.iter().any(|way| way.contains(&key))
}

fn is_beside(group: &Group, key: &str) -> bool {
    forms_of(group).is_some_and(|forms| forms.beside.contains(&key))
}

fn tag_property((tagged, variant): (&Tagged, &Variant)) -> Property {
    Property {
        comment: comment(&[tagged.tag_doc.text().to_owned()]),
        name: tagged.tag,
        optional: false,
        holds: Type::one(literal(variant.value)),
    }
}

fn bullets(lines: impl Iterator<Item = Line>) -> String {
    lines.map(|line| format!("- {}", line.with_severity())).collect::<Vec<_>>().join("\n")
}

/// What the values of a choice mean, where that is said.
fn values(shape: &Shape) -> String {
    let values = choice(shape).map_or(&[][..], |choice| choice.values);
    let said = values.iter().filter(|value| !value.doc.text().is_empty());
    said.map(|value| format!("- `{}`: {}", value.value, value.doc.text()))
        .collect::<Vec<_>>()
        .join("\n")
}

fn choice(shape: &Shape) -> Option<&'static Choice> {
    match shape {
        Shape::Choice(choice) => Some(choice),
        Shape::Nullable(inner) | Shape::Encoded(inner) => choice(inner),
        _ => None,
    }
}

/// An example, unless the text has it already.
fn example(shape: &Shape, text: &str) -> Option<String> {
    let Text { example, .. } = match shape {
        Shape::Text(text) => text,
        Shape::Nullable(inner) => return example(inner, text),
        _ => return None,
    };
    let example = example.text();
    let tells = example != TEXT.example.text() && !text.contains(example);
    tells.then(|| format!("@example {}", literal(example)))
}
