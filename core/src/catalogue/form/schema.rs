//! The JSON Schema of a catalogue document, from the table of forms and the words on each member.

use serde_json::{Map, Value, json};

use super::text::{ADDRESS_PATTERN, CODE_PATTERN, TEXT_PATTERN};
use super::words::WORDS;
use super::{Form, Kind, Member, OFFER, Rule};
use crate::funding::Situation;
use crate::limits::MAX_TEXT;
use crate::values::Hours;

/// A day from 1583-01-01 to 9999-12-31; that it exists is what `format` adds.
const DATE_PATTERN: &str =
    "^(158[3-9]|159[0-9]|1[6-9][0-9]{2}|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// An amount below a thousand million euros.
const AMOUNT_PATTERN: &str = r"^0*[0-9]{1,9}\.[0-9]{2}$";

/// Gives the schema that [`Catalogue::document_schema`](crate::Catalogue::document_schema) describes.
pub(in crate::catalogue) fn schema() -> schemars::Schema {
    let mut definitions = Map::new();
    let mut root = object(&OFFER, &mut definitions);
    if let Value::Object(root) = &mut root {
        root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        root.insert("title".into(), json!("Catalogue d’un centre de gestion"));
        root.insert("$defs".into(), definitions.into());
    }
    schemars::Schema::try_from(root).unwrap_or_default()
}

fn object(form: &'static Form, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for member in form.members {
        properties.insert(member.name.into(), described(form, member, definitions));
    }
    let required: Vec<&str> = form.members.iter().filter(|member| member.required).map(|member| member.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        set(&mut schema, "required", json!(required));
    }
    if form.rule == Rule::One {
        let choices = form.members.iter().map(|chosen| {
            let alone = form.members.iter().map(|member| {
                let allowed = if member.name == chosen.name {
                    json!({ "not": { "type": "null" } })
                } else {
                    json!({ "type": "null" })
                };
                (member.name.to_owned(), allowed)
            });
            json!({ "required": [chosen.name], "properties": alone.collect::<Map<_, _>>() })
        });
        set(&mut schema, "oneOf", choices.collect());
    }
    add_words(&mut schema, form.name, "");
    schema
}

fn described(form: &Form, member: &'static Member, definitions: &mut Map<String, Value>) -> Value {
    let mut schema = of(&member.kind, definitions);
    if !member.required {
        schema = or_null(schema);
    }
    add_words(&mut schema, form.name, member.name);
    schema
}

fn of(kind: &'static Kind, definitions: &mut Map<String, Value>) -> Value {
    match *kind {
        Kind::Text(max) => json!({ "type": "string", "minLength": 1, "maxLength": max, "pattern": TEXT_PATTERN }),
        Kind::Code => json!({ "type": "string", "pattern": CODE_PATTERN }),
        Kind::Reference => json!({ "type": "string" }),
        Kind::Situation => json!({ "type": "string", "enum": Situation::ALL.map(Situation::code) }),
        Kind::Choice(codes) => json!({ "type": "string", "enum": codes }),
        Kind::Address => {
            json!({ "type": "string", "format": "uri", "maxLength": MAX_TEXT, "pattern": ADDRESS_PATTERN })
        }
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Count(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Hours(min, max) => {
            json!({ "type": "number", "minimum": min, "maximum": max, "multipleOf": Hours::QUARTER })
        }
        Kind::Granularity => json!({ "type": "number", "enum": [Hours::QUARTER, Hours::HALF, Hours::ONE] }),
        Kind::Date => json!({ "type": "string", "format": "date", "pattern": DATE_PATTERN }),
        Kind::Amount => json!({ "type": "string", "pattern": AMOUNT_PATTERN }),
        Kind::Rate => json!({ "type": "number", "minimum": 0, "maximum": 100, "multipleOf": 0.01 }),
        Kind::List(of, min, max) => list(of, min, max, definitions),
        Kind::Distinct(of, min, max) => {
            let mut list = list(of, min, max, definitions);
            set(&mut list, "uniqueItems", json!(true));
            list
        }
        Kind::Object(form) => reference(form, definitions),
        Kind::Either(codes, form) => {
            json!({ "anyOf": [{ "type": "string", "enum": codes }, reference(form, definitions)] })
        }
    }
}

fn list(of: &'static Kind, min: usize, max: usize, definitions: &mut Map<String, Value>) -> Value {
    let mut list = json!({ "type": "array", "items": self::of(of, definitions), "maxItems": max });
    if min > 0 {
        set(&mut list, "minItems", json!(min));
    }
    list
}

fn reference(form: &'static Form, definitions: &mut Map<String, Value>) -> Value {
    if !definitions.contains_key(form.name) {
        // The place is taken first: a form that holds itself would never end.
        definitions.insert(form.name.into(), Value::Null);
        let schema = object(form, definitions);
        definitions.insert(form.name.into(), schema);
    }
    json!({ "$ref": format!("#/$defs/{}", form.name) })
}

/// The same, or `null`, which means that the member is absent.
fn or_null(mut schema: Value) -> Value {
    let Some(kind) = schema.get("type").cloned() else {
        return match schema.get("anyOf").cloned() {
            Some(Value::Array(mut choices)) => {
                choices.push(json!({ "type": "null" }));
                json!({ "anyOf": choices })
            }
            _ => json!({ "anyOf": [schema, { "type": "null" }] }),
        };
    };
    set(&mut schema, "type", json!([kind, "null"]));
    if let Some(Value::Array(codes)) = schema.get_mut("enum") {
        codes.push(Value::Null);
    }
    schema
}

fn add_words(schema: &mut Value, form: &str, member: &str) {
    let Some(words) = WORDS.iter().find(|words| words.form == form && words.member == member) else { return };
    set(schema, "description", json!(words.description));
    if let Ok(example) = serde_json::from_str::<Value>(words.example) {
        set(schema, "examples", json!([example]));
    }
}

fn set(schema: &mut Value, key: &str, value: Value) {
    if let Value::Object(members) = schema {
        members.insert(key.into(), value);
    }
}

#[cfg(test)]
mod tests;
