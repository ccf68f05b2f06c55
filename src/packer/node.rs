//! A node for each shape.

use super::{Packer, short};
use crate::schema::pack::{NAME_BITS, NO_CODE, NO_POSITION, REQUIRED};
use crate::schema::{
    Bound, Choice, File, Group, Limit, List, Number, Rule, Severity, Shape, Source, Tag, Tagged,
    Text, TextRule, Unless, Verdicts,
};

/// The bytes of a node, as they are written.
struct Node(Vec<u8>);

impl Node {
    fn new(tag: Tag) -> Self {
        Node(vec![tag as u8])
    }

    fn byte(&mut self, number: usize) {
        self.0.push(u8::try_from(number).expect("8 bits"));
    }

    fn flag(&mut self, is: bool) {
        self.byte(usize::from(is));
    }

    fn short(&mut self, number: usize) {
        self.0.extend(short(number).to_le_bytes());
    }

    fn long(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    fn limit(&mut self, limit: Option<Limit>) {
        self.short(
            limit.map_or(0, |limit| {
                (limit.value as usize) << 2 | 2 | usize::from(warns(limit.source))
            }),
        );
    }
}

fn warns(source: Source) -> bool {
    source.severity() == Severity::Warning
}

/// A group of keys, and where it stands.
type Placed = (&'static Group, String);

/// The groups of a list, and where each stands.
fn placed(groups: &'static [&'static Group], place: &str) -> Vec<Placed> {
    let at = |(index, group): (usize, &&'static Group)| (*group, format!("{place}[{index}]"));
    groups.iter().enumerate().map(at).collect()
}

impl Packer {
    pub(super) fn shape(&mut self, shape: &Shape, place: &str) -> usize {
        let node = match *shape {
            Shape::Any => Node::new(Tag::Any),
            Shape::Boolean => Node::new(Tag::Boolean),
            Shape::Time => Node::new(Tag::Time),
            Shape::Text(text) => self.text(text, &format!("text({place})")),
            Shape::Number(number) => self.number(number),
            Shape::Choice(choice) => self.choice(choice, &format!("choice({place})")),
            Shape::List(list) => self.list(Tag::List, list, &format!("list({place})")),
            Shape::OneOrMany(list) => self.list(Tag::OneOrMany, list, &format!("list({place})")),
            Shape::Object(object) => {
                let groups = placed(object.groups, &format!("object({place}).groups"));
                let mut node = Node::new(Tag::Object);
                node.0.extend(self.object(object.open, None, &groups).0);
                node
            }
            Shape::Tagged(tagged) => self.tagged(tagged, &format!("tagged({place})")),
            Shape::Map(map) => {
                let place = format!("map({place})");
                let mut node = Node::new(Tag::Map);
                node.short(self.shape(&map.value, &format!("&{place}.value")));
                node.flag(map.key.is_some());
                if let Some(rule) = map.key {
                    self.text_rule(&mut node, rule, &format!("some({place}.key)"));
                }
                node
            }
            Shape::Nullable(inner) => self.around(Tag::Nullable, inner, place),
            Shape::Encoded(inner) => self.around(Tag::Encoded, inner, place),
            Shape::Either(shapes) => {
                let mut node = Node::new(Tag::Either);
                node.byte(shapes.len());
                for (index, shape) in shapes.iter().enumerate() {
                    node.short(self.shape(shape, &format!("&either({place})[{index}]")));
                }
                node
            }
            Shape::Unless(unless) => self.unless(unless, place),
            Shape::File(file) => self.file(file),
        };
        self.tags |= node.0.first().map_or(0, |tag| 1 << tag);
        self.add(node.0)
    }

    fn around(&mut self, tag: Tag, inner: &Shape, place: &str) -> Node {
        let mut node = Node::new(tag);
        node.short(self.shape(inner, &format!("inner({place})")));
        node
    }

    fn text(&mut self, text: &Text, place: &str) -> Node {
        let mut node = Node::new(Tag::Text);
        node.flag(text.empty_is_absent);
        node.limit(text.min);
        node.limit(text.max);
        self.text_rules(&mut node, text.rules, place);
        self.verdicts(&mut node, text.verdicts, &[], place);
        node
    }

    fn number(&mut self, number: &Number) -> Node {
        let mut node = Node::new(Tag::Number);
        let bounds = [number.min, number.max];
        let mut flags = usize::from(number.integer);
        for (index, bound) in bounds.iter().enumerate() {
            flags |= usize::from(bound.is_some()) << (1 + index);
            flags |= usize::from(bound.is_some_and(|bound| warns(bound.source))) << (3 + index);
        }
        node.byte(flags);
        for bound in bounds {
            node.long(bound.map_or(0, |Bound { value, .. }| value).cast_unsigned());
        }
        node
    }

    fn choice(&mut self, choice: &Choice, place: &str) -> Node {
        let mut node = Node::new(Tag::Choice);
        node.flag(choice.ignore_case);
        node.short(self.code(choice.unlisted, choice.closed).into());
        node.short(choice.values.len());
        for value in choice.values {
            node.short(self.name(value.value) << 1 | usize::from(warns(value.source)));
        }
        self.text_rules(&mut node, choice.rules, place);
        node
    }

    fn list(&mut self, tag: Tag, list: &List, place: &str) -> Node {
        let mut node = Node::new(tag);
        node.short(self.shape(&list.item, &format!("&{place}.item")));
        node.limit(list.min);
        node.limit(list.max);
        self.rules(&mut node, list.rules, place);
        node
    }

    fn tagged(&mut self, tagged: &'static Tagged, place: &str) -> Node {
        let common = placed(tagged.common, &format!("{place}.common"));
        let position = tagged.common.iter().map(|group| group.fields.len()).sum();
        let tag = Some((common.len(), tagged.tag));
        let mut node = Node::new(Tag::Tagged);
        node.byte(position);
        node.short(self.name(tagged.tag));
        // With an unknown tag only the common keys are known and any other passes.
        let unknown = self.object(true, tag, &common);
        node.short(self.add(unknown.0));
        node.byte(tagged.variants.len());
        for (index, variant) in tagged.variants.iter().enumerate() {
            let place = format!("{place}.variants[{index}].object.groups");
            let groups = [common.clone(), placed(variant.object.groups, &place)].concat();
            node.short(self.name(variant.value));
            let object = self.object(variant.object.open, tag, &groups);
            node.short(self.add(object.0));
        }
        node
    }

    /// An object with the keys of these groups, without its tag. `tag`: the key that decides, and
    /// before which group it stands; the walk checks it by itself.
    fn object(&mut self, open: bool, tag: Option<(usize, &str)>, groups: &[Placed]) -> Node {
        let mut keys = Vec::new();
        for index in 0..=groups.len() {
            if let Some((_, name)) = tag.filter(|(before, _)| *before == index) {
                keys.push((name, true, self.shape(&Shape::Any, ""), 0));
            }
            let Some((group, place)) = groups.get(index) else { break };
            for (index, field) in group.fields.iter().enumerate() {
                let node = self.shape(&field.shape, &format!("&{place}.fields[{index}].shape"));
                keys.push((field.name, field.required, node, field.place as usize));
            }
        }
        assert!(keys.len() <= 64, "an object has up to 64 keys");
        let mut node = Node(Vec::new());
        node.flag(open);
        node.byte(keys.len());
        for (name, required, shape, place) in &keys {
            let name = self.name(name);
            assert!(name < 1 << NAME_BITS && *shape < REQUIRED as usize, "a pack of this size");
            node.short(name | place << NAME_BITS);
            node.short(shape | if *required { REQUIRED as usize } else { 0 });
        }
        let names: Vec<&str> = keys.iter().map(|(name, ..)| *name).collect();
        self.forms(&mut node, groups, &names);
        let with_rules: Vec<_> = groups
            .iter()
            .filter(|(group, _)| !group.rules.is_empty() || group.verdicts.is_some())
            .collect();
        node.byte(with_rules.len());
        for (group, place) in with_rules {
            self.rules(&mut node, group.rules, place);
            self.verdicts(&mut node, group.verdicts, &names, place);
        }
        node
    }

    /// The ways to fill an object.
    fn forms(&mut self, node: &mut Node, groups: &[Placed], names: &[&str]) {
        let bits = |keys: &[&str]| {
            let position = |key| names.iter().position(|name| name == key);
            keys.iter().filter_map(position).fold(0, |bits, at| bits | 1 << at)
        };
        let forms: Vec<_> = groups.iter().filter_map(|(group, _)| group.forms).collect();
        node.byte(forms.len());
        for forms in forms {
            let missing = forms.missing.map(|code| u32::from(self.code(code, forms.source)));
            node.short(missing.unwrap_or(NO_CODE) as usize);
            node.short(self.code(forms.both, forms.source).into());
            node.short(bits(forms.beside));
            node.byte(forms.ways.len());
            for way in forms.ways {
                node.short(bits(way));
            }
        }
    }

    fn unless(&mut self, unless: &Unless, place: &str) -> Node {
        let mut node = Node::new(Tag::Unless);
        node.short(self.shape(&unless.shape, &format!("&unless({place}).shape")));
        node.short(self.name(unless.key));
        node.short(self.name(unless.value));
        node.byte(unless.coded.len());
        for start in unless.coded {
            node.short(self.name(start));
        }
        node
    }

    fn file(&mut self, file: &File) -> Node {
        let mut node = Node::new(Tag::File);
        node.byte(file.kinds.len());
        for kind in file.kinds {
            node.short(self.name(kind.name));
            node.long(kind.max_bytes);
            node.byte(kind.types.len());
            node.byte(kind.extensions.len());
            for name in kind.types.iter().chain(kind.extensions) {
                node.short(self.name(name));
            }
        }
        node
    }

    fn text_rule(&mut self, node: &mut Node, rule: &TextRule, place: &str) {
        node.short(self.code(rule.code, rule.source).into());
        node.0.push(self.holds.add(rule.holds, |f| f as usize, &format!("{place}.holds")));
    }

    fn text_rules(&mut self, node: &mut Node, rules: &[&TextRule], place: &str) {
        node.byte(rules.len());
        for (index, rule) in rules.iter().enumerate() {
            self.text_rule(node, rule, &format!("{place}.rules[{index}]"));
        }
    }

    fn rules(&mut self, node: &mut Node, rules: &[&Rule], place: &str) {
        node.byte(rules.len());
        for (index, rule) in rules.iter().enumerate() {
            let place = format!("{place}.rules[{index}].check");
            node.short(self.code(rule.code, rule.source).into());
            node.0.push(self.checks.add(rule.check, |f| f as usize, &place));
        }
    }

    fn verdicts(
        &mut self,
        node: &mut Node,
        verdicts: Option<&Verdicts>,
        names: &[&str],
        place: &str,
    ) {
        node.flag(verdicts.is_some());
        let Some(verdicts) = verdicts else { return };
        let position = names.iter().position(|name| *name == verdicts.key);
        match verdicts.key {
            "" => node.byte(NO_POSITION as usize),
            _ => node.byte(position.unwrap_or_default()),
        }
        node.short(self.name(verdicts.key));
        let place = format!("some({place}.verdicts).look");
        node.0.push(self.looks.add(verdicts.look, |f| f as usize, &place));
        node.byte(verdicts.rules.len());
        for verdict in verdicts.rules {
            node.short(self.code(verdict.code, verdict.source).into());
        }
    }
}
