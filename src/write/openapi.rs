//! The OpenAPI 3.1 document.

use super::json_schema::Schemas;
use super::json_text::pretty;
use crate::api::{BASE_URL, Body, Operation};
use crate::schema::{Field, Place, Shape};

const ABOUT: &str =
    "Generated from the descriptions of the `interakt-wasm` package. Not Interakt's own document.";

const KEY: &str = "`Basic ` and the key as Interakt's dashboard shows it. That key is base64 already: it is not encoded again, so this is not HTTP Basic authentication.";

/// Answers that any operation may give.
const RESPONSES: &str = r##"{"RateLimited":{"description":"Too many requests.","headers":{"Retry-After":{"description":"Seconds to wait.","schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Failure"}}}},"Failure":{"description":"The request failed. The body may be an HTML page.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Failure"}}}}}"##;

/// What a failed request answers. Some failures come under a status of success, with `result` false.
const FAILURE: &str =
    r#"{"type":"object","properties":{"result":{"const":false},"message":{"type":"string"}}}"#;

/// The text of `openapi.json`.
pub fn openapi(operations: &[&Operation]) -> String {
    let mut document = Document { schemas: Schemas::new("#/components/schemas/") };
    document.write(operations);
    pretty(&document.schemas.json.finish())
}

struct Document {
    schemas: Schemas,
}

impl Document {
    fn write(&mut self, operations: &[&Operation]) {
        self.object(|document| {
            document.entry("openapi", "3.1.0");
            document.key("info").object(|document| {
                document.entry("title", "Interakt");
                document.entry("version", env!("CARGO_PKG_VERSION"));
                document.entry("description", ABOUT);
            });
            document.key("servers").array(|document| {
                document.object(|document| document.entry("url", BASE_URL));
            });
            document.key("security").raw(r#"[{"apiKey":[]}]"#);
            document.key("paths").object(|document| document.paths(operations));
            document.key("components").object(Document::components);
        });
    }

    fn paths(&mut self, operations: &[&Operation]) {
        for (index, first) in operations.iter().enumerate() {
            if operations[..index].iter().any(|earlier| earlier.path == first.path) {
                continue;
            }
            self.key(first.path).object(|document| {
                for operation in operations.iter().filter(|other| other.path == first.path) {
                    let method = operation.method.as_str().to_ascii_lowercase();
                    document.key(&method).object(|document| document.operation(operation));
                }
            });
        }
    }

    fn operation(&mut self, operation: &Operation) {
        self.entry("operationId", operation.name);
        self.entry("summary", operation.summary.text());
        if !operation.doc.text().is_empty() {
            self.entry("description", operation.doc.text());
        }
        let is_outside = |field: &&Field| matches!(field.place, Place::Path | Place::Query);
        let outside: Vec<&Field> = fields(&operation.input).filter(is_outside).collect();
        if !outside.is_empty() || !operation.query.is_empty() {
            self.key("parameters").array(|document| {
                outside.iter().for_each(|field| document.parameter(field));
                operation
                    .query
                    .split('&')
                    .filter(|pair| !pair.is_empty())
                    .for_each(|pair| document.constant(pair));
            });
        }
        if operation.body != Body::None {
            self.key("requestBody").object(|document| {
                document.key("required").raw("true");
                document.key("content").object(|document| document.body(operation));
            });
        }
        self.key("responses").object(|document| document.responses(operation));
    }

    fn parameter(&mut self, field: &Field) {
        let place = if field.place == Place::Path { "path" } else { "query" };
        self.object(|document| {
            document.entry("name", field.name);
            document.entry("in", place);
            document.entry("description", field.doc.text());
            document.key("required").raw(if field.required { "true" } else { "false" });
            document.key("schema").schemas.schema(&field.shape);
        });
    }

    /// A pair of the query that every request carries.
    fn constant(&mut self, pair: &str) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        self.object(|document| {
            document.entry("name", name);
            document.entry("in", "query");
            document.key("required").raw("true");
            document.key("schema").object(|document| document.entry("const", value));
        });
    }

    fn body(&mut self, operation: &Operation) {
        match operation.body {
            Body::None => {}
            Body::Input => {
                self.content("application/json", |document| {
                    document.schemas.schema(&operation.input)
                });
            }
            Body::Fields => self.content("application/json", |document| {
                let inside = fields(&operation.input).filter(|field| field.place == Place::Body);
                document.schemas.fields(inside.collect());
            }),
            Body::File(name) => self.content("multipart/form-data", |document| {
                document.object(|document| {
                    document.entry("type", "object");
                    document.key("properties").object(|document| {
                        document
                            .key(name)
                            .raw(r#"{"contentMediaType":"application/octet-stream"}"#);
                    });
                    document.schemas.json.entries("required", &[name]);
                });
            }),
        }
    }

    fn responses(&mut self, operation: &Operation) {
        self.key("2XX").object(|document| {
            document.entry("description", "Accepted, unless `result` is false.");
            document.key("content").object(|document| {
                document.content("application/json", |document| {
                    document.schemas.answers = true;
                    document.schemas.schema(&operation.answer);
                    document.schemas.answers = false;
                });
            });
        });
        self.key("429").raw(r##"{"$ref":"#/components/responses/RateLimited"}"##);
        self.key("default").raw(r##"{"$ref":"#/components/responses/Failure"}"##);
    }

    fn components(&mut self) {
        self.key("securitySchemes").object(|document| {
            document.key("apiKey").object(|document| {
                document.entry("type", "apiKey");
                document.entry("in", "header");
                document.entry("name", "Authorization");
                document.entry("description", KEY);
            });
        });
        self.key("responses").raw(RESPONSES);
        self.key("schemas").object(|document| {
            document.key("Failure").raw(FAILURE);
            document.schemas.definitions();
        });
    }

    fn content(&mut self, media_type: &str, schema: impl FnOnce(&mut Self)) {
        self.key(media_type).object(|document| schema(document.key("schema")));
    }

    fn object(&mut self, inside: impl FnOnce(&mut Self)) {
        self.schemas.json.open('{');
        inside(self);
        self.schemas.json.close('}');
    }

    fn array(&mut self, inside: impl FnOnce(&mut Self)) {
        self.schemas.json.open('[');
        inside(self);
        self.schemas.json.close(']');
    }

    fn key(&mut self, key: &str) -> &mut Self {
        self.schemas.json.key(key);
        self
    }

    fn entry(&mut self, key: &str, text: &str) {
        self.schemas.json.entry(key, text);
    }

    fn raw(&mut self, json: &str) {
        self.schemas.json.raw(json);
    }
}

/// The fields of an input, when it is one object.
fn fields(input: &Shape) -> impl Iterator<Item = &'static Field> {
    let groups: &[_] = match input {
        Shape::Object(object) => object.groups,
        _ => &[],
    };
    groups.iter().flat_map(|group| group.fields)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::api::OPERATIONS;
    use crate::write::sample;

    fn document(operations: &[&Operation]) -> Value {
        serde_json::from_str(&openapi(operations)).expect("JSON")
    }

    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(entries) => {
                if let Some(Value::String(target)) = entries.get("$ref") {
                    found.push(target.clone());
                }
                entries.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_operation_is_there_under_its_path_and_method() {
        let document = document(&OPERATIONS);
        for operation in OPERATIONS {
            let method = operation.method.as_str().to_lowercase();
            let found = &document["paths"][operation.path][method];
            assert_eq!(found["operationId"], operation.name);
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document(&OPERATIONS);
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 50, "only {} references", found.len());
        for target in found {
            let pointer = target.strip_prefix('#').expect("within the document");
            assert!(document.pointer(pointer).is_some(), "{target}");
        }
    }

    #[test]
    fn every_named_schema_is_a_schema() {
        let document = document(&OPERATIONS);
        let schemas = document["components"]["schemas"].as_object().expect("schemas");
        assert!(schemas.len() > 50, "only {} schemas", schemas.len());
        for (name, schema) in schemas {
            jsonschema::meta::validate(schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }

    #[test]
    fn every_part_of_a_path_in_braces_is_a_required_parameter() {
        let document = document(&OPERATIONS);
        for operation in OPERATIONS {
            let method = operation.method.as_str().to_lowercase();
            let parameters = &document["paths"][operation.path][method]["parameters"];
            for name in operation.path.split('{').skip(1).filter_map(|rest| rest.split('}').next())
            {
                let is_it =
                    |p: &&Value| p["name"] == name && p["in"] == "path" && p["required"] == true;
                let parameters = parameters.as_array().expect(operation.name);
                assert_eq!(
                    parameters.iter().filter(is_it).count(),
                    1,
                    "{}: {name}",
                    operation.name
                );
            }
        }
    }

    #[test]
    fn each_key_stands_where_the_request_carries_it() {
        let document = document(&sample::OPERATIONS);
        let list = &document["paths"]["/things/{shelf}"]["post"];
        let places: Vec<_> =
            list["parameters"].as_array().unwrap().iter().map(|p| (&p["in"], &p["name"])).collect();
        assert_eq!(
            format!("{places:?}"),
            r#"[(String("path"), String("shelf")), (String("query"), String("offset")), (String("query"), String("kind"))]"#
        );
        let body = &list["requestBody"]["content"]["application/json"]["schema"]["properties"];
        assert_eq!(body.as_object().unwrap().keys().collect::<Vec<_>>(), ["filter"]);
    }

    #[test]
    fn the_key_that_decides_leads_to_the_kind() {
        let thing = &document(&sample::OPERATIONS)["components"]["schemas"]["Thing"];
        assert_eq!(thing["discriminator"]["propertyName"], "type");
        assert_eq!(thing["discriminator"]["mapping"]["Note"], "#/components/schemas/Note");
    }

    #[test]
    fn a_file_is_a_part_of_a_form() {
        let document = document(&OPERATIONS);
        let upload = OPERATIONS.iter().find(|operation| operation.name == "uploadMedia").unwrap();
        let content = &document["paths"][upload.path]["post"]["requestBody"]["content"];
        let Body::File(name) = upload.body else { panic!("no file") };
        let part = &content["multipart/form-data"]["schema"]["properties"][name];
        assert_eq!(part["contentMediaType"], "application/octet-stream");
    }
}
