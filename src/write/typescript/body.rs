//! What stands behind the name of a type.

use super::layout::{Property, Type, block};

/// What a name stands for, or an object in place.
pub enum Body {
    /// Any type.
    Alias(Type),
    /// An object: its keys, and for each set of forms a union.
    Object { forms: Vec<Type>, properties: Vec<Property> },
}

impl Body {
    /// As a declaration.
    pub fn declaration(&self, name: &str) -> String {
        match self {
            Body::Object { forms, properties } if forms.is_empty() => {
                format!("export interface {name} {}", block(properties))
            }
            _ => self.expression().after(&format!("export type {name} =")),
        }
    }

    /// As a type in place.
    pub fn expression(&self) -> Type {
        match self {
            Body::Alias(alias) => alias.clone(),
            Body::Object { forms, properties } => match (forms.as_slice(), properties.as_slice()) {
                ([only], []) => only.clone(),
                _ => {
                    let own =
                        (!properties.is_empty() || forms.is_empty()).then(|| block(properties));
                    let factors: Vec<String> = forms.iter().map(Type::factor).chain(own).collect();
                    Type::one(factors.join(" & "))
                }
            },
        }
    }
}
