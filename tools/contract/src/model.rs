//! The documents of the contract as types, read from their JSON Schemas: records, enumerations, choices.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use bilan_professionnel::contract::Contract;
use serde_json::{Map, Value};

use crate::names::{catalogue_code, host_name};
use crate::text::{pascal, sentence};

/// All types of all documents, each once, in the order in which documents name them.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) contract: Contract,
    pub(crate) types: Vec<Type>,
}

/// A type with a name.
#[derive(Clone, Debug)]
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) shape: Shape,
    /// The code of the first operation whose documents name it; `error` for those of the error document.
    pub(crate) home: String,
    /// Whether requests name it, and whether results do.
    pub(crate) in_requests: bool,
    pub(crate) in_results: bool,
    /// Whether any document other than a catalogue names it.
    pub(crate) beyond_catalogue: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// An object with these members.
    Record(Vec<Member>),
    /// One of these codes.
    Words(Vec<Word>),
    /// A code, or an object whose only key is that of a form.
    Forms(Vec<Form>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    pub(crate) doc: String,
    /// The bounds, as the schema says them.
    pub(crate) bounds: Bounds,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) min: Option<String>,
    pub(crate) max: Option<String>,
    pub(crate) multiple: Option<String>,
    pub(crate) max_items: Option<String>,
    pub(crate) only: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    pub(crate) code: String,
    pub(crate) doc: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Form {
    pub(crate) key: String,
    pub(crate) doc: String,
    /// What stands under the key; nothing for a bare code.
    pub(crate) holds: Option<Kind>,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A text; perhaps a code of a list of the catalogue.
    Text(Option<&'static str>),
    Flag,
    /// A whole number.
    Count,
    /// Any other number.
    Number,
    /// A day.
    Date,
    /// An amount of money, a text with two decimals.
    Amount,
    /// A digest, `sha256:` and hexadecimal digits.
    Digest,
    /// A type of the model; with the list that its `code` is of, where the type is shared by several lists.
    Named(String, Option<&'static str>),
    List(Box<Kind>),
    /// An object by codes of that list of the catalogue; values may be null.
    Map(Option<&'static str>, Box<Kind>),
    /// One of several records.
    Either(Vec<Kind>),
}

/// A type that many lists of a catalogue share: a code and its label.
pub(crate) const LABELLED: &str = "Labelled";

impl Model {
    pub(crate) fn read(contract: Contract) -> Result<Self> {
        let mut model = Self { contract, types: Vec::new() };
        let documents: Vec<(String, String, bool, Value)> = model
            .contract
            .operations
            .iter()
            .flat_map(|operation| {
                [("Request", false, &operation.request), ("Result", true, &operation.result)].map(
                    |(side, written, schema)| {
                        (
                            operation.code.to_owned(),
                            format!("{}{side}", pascal(operation.code)),
                            written,
                            schema.clone(),
                        )
                    },
                )
            })
            .collect();
        for (home, name, written, schema) in documents {
            model.add_document(&home, &name, written, &schema).with_context(|| format!("in the schema of {name}"))?;
        }
        let error =
            model.contract.schemas.iter().find(|(file, _)| file == "error.json").map(|(_, schema)| schema.clone());
        model.add_document("error", "ErrorDocument", true, &error.context("no schema of the error document")?)?;
        Ok(model)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Type> {
        self.types.iter().find(|known| known.name == name)
    }

    /// The members of a record; none for another type.
    pub(crate) fn members(&self, name: &str) -> &[Member] {
        match self.get(name).map(|known| &known.shape) {
            Some(Shape::Record(members)) => members,
            _ => &[],
        }
    }

    pub(crate) fn words(&self, name: &str) -> Option<&[Word]> {
        match self.get(name).map(|known| &known.shape) {
            Some(Shape::Words(words)) => Some(words),
            _ => None,
        }
    }

    /// Whether a record has a member for each of some facts and no other member.
    pub(crate) fn is_by_fact(&self, name: &str) -> bool {
        let members = self.members(name);
        let is_fact = |member: &Member| self.contract.facts.iter().any(|fact| fact.code == member.name);
        !members.is_empty() && members.iter().all(is_fact)
    }

    fn add_document(&mut self, home: &str, name: &str, written: bool, schema: &Value) -> Result<()> {
        let definitions = schema.get("$defs").and_then(Value::as_object).cloned().unwrap_or_default();
        let place = Place { home, written, definitions: &definitions };
        self.add(&place, name, schema)?;
        for (rust, definition) in &definitions {
            if !is_scalar(definition) {
                self.add(&place, host_name(rust), definition)?;
            }
        }
        Ok(())
    }

    fn add(&mut self, place: &Place<'_>, name: &str, schema: &Value) -> Result<()> {
        let shape = place.shape(name, schema).with_context(|| format!("in {name}"))?;
        let beyond_catalogue = place.home != "catalogue";
        if let Some(known) = self.types.iter_mut().find(|known| known.name == name) {
            known.in_requests |= !place.written;
            known.in_results |= place.written;
            known.beyond_catalogue |= beyond_catalogue;
            match (&mut known.shape, shape) {
                (Shape::Record(members), Shape::Record(others)) => {
                    merge(members, &others).with_context(|| name.to_owned())?;
                }
                (known, other) if *known == other => {}
                _ => bail!("two types are called {name}: rename one, by `schemars(rename)` or in names.rs"),
            }
            return Ok(());
        }
        let doc = schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.types.push(Type {
            name: name.to_owned(),
            doc,
            shape,
            home: place.home.to_owned(),
            in_requests: !place.written,
            in_results: place.written,
            beyond_catalogue,
        });
        Ok(())
    }
}

/// The same record, read and written: a member is required where both require it.
fn merge(members: &mut [Member], others: &[Member]) -> Result<()> {
    if !members.iter().map(|member| &member.name).eq(others.iter().map(|member| &member.name)) {
        bail!("two types of that name have other members: rename one, by `schemars(rename)` or in names.rs");
    }
    for (member, other) in members.iter_mut().zip(others) {
        if member.kind != other.kind {
            bail!("two types of that name have another {}: rename one", member.name);
        }
        member.required &= other.required;
        member.nullable |= other.nullable;
    }
    Ok(())
}

/// Where a schema stands.
struct Place<'a> {
    home: &'a str,
    written: bool,
    definitions: &'a Map<String, Value>,
}

impl Place<'_> {
    fn shape(&self, name: &str, schema: &Value) -> Result<Shape> {
        if let Some(codes) = words(schema) {
            return Ok(Shape::Words(codes));
        }
        if let Some(forms) = schema.get("oneOf").and_then(Value::as_array) {
            return forms.iter().map(|form| self.form(form)).collect::<Result<_>>().map(Shape::Forms);
        }
        if schema.get("type").and_then(Value::as_str) == Some("object") {
            let required: Vec<&str> = list(schema, "required").filter_map(Value::as_str).collect();
            let properties = schema.get("properties").and_then(Value::as_object);
            let members = properties.into_iter().flatten().filter(|(key, _)| *key != "$schema").map(|(key, value)| {
                let (kind, nullable) = self.kind(value, name, key).with_context(|| key.clone())?;
                let doc = value.get("description").and_then(Value::as_str).unwrap_or_default();
                Ok(Member {
                    name: key.clone(),
                    kind,
                    nullable,
                    required: required.contains(&key.as_str()),
                    doc: sentence(doc),
                    bounds: self.bounds(value),
                })
            });
            return members.collect::<Result<_>>().map(Shape::Record);
        }
        bail!("a schema of a form that the generator does not know: {schema}");
    }

    fn form(&self, form: &Value) -> Result<Form> {
        let doc = sentence(form.get("description").and_then(Value::as_str).unwrap_or_default());
        if let Some(code) = form.get("const").and_then(Value::as_str) {
            return Ok(Form { key: code.to_owned(), doc, holds: None });
        }
        let (key, held) = form
            .get("properties")
            .and_then(Value::as_object)
            .filter(|properties| properties.len() == 1)
            .and_then(|properties| properties.iter().next())
            .with_context(|| format!("a form that is neither a code nor an object of one key: {form}"))?;
        Ok(Form { key: key.clone(), doc, holds: Some(self.kind(held, "", key)?.0) })
    }

    /// The type of a value, and whether it may be null. `record` and `member` say where it stands.
    fn kind(&self, schema: &Value, record: &str, member: &str) -> Result<(Kind, bool)> {
        let code = catalogue_code(record, member);
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let rust = target.rsplit('/').next().unwrap_or_default();
            let definition = self.definitions.get(rust).with_context(|| format!("no definition of {rust}"))?;
            if is_scalar(definition) {
                return self.kind(definition, record, member);
            }
            let name = host_name(rust).to_owned();
            let list = code.filter(|_| name == LABELLED);
            return Ok((Kind::Named(name, list), false));
        }
        if let Some(some) = schema.get("anyOf").and_then(Value::as_array) {
            let nullable = some.iter().any(is_null);
            let kinds: Vec<Kind> = some
                .iter()
                .filter(|one| !is_null(one))
                .map(|one| Ok(self.kind(one, record, member)?.0))
                .collect::<Result<_>>()?;
            return Ok(match <[Kind; 1]>::try_from(kinds) {
                Ok([kind]) => (kind, nullable),
                Err(kinds) => (Kind::Either(kinds), nullable),
            });
        }
        let types: Vec<&str> = match schema.get("type") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => bail!("a schema without a type: {schema}"),
        };
        let nullable = types.contains(&"null");
        let text = |key: &str| schema.get(key).and_then(Value::as_str).unwrap_or_default();
        let kind = match types.into_iter().find(|name| *name != "null") {
            Some("boolean") => Kind::Flag,
            Some("integer") => Kind::Count,
            Some("number") => Kind::Number,
            Some("string") if text("format") == "date" => Kind::Date,
            Some("string") if text("pattern").contains("sha256") => Kind::Digest,
            Some("string") if text("pattern").contains(r"\.[0-9]{2}") => Kind::Amount,
            Some("string") => Kind::Text(code),
            Some("array") => {
                let items = schema.get("items").context("a list of anything")?;
                Kind::List(Box::new(self.kind(items, record, member)?.0))
            }
            Some("object") => {
                let values = schema.get("additionalProperties").context("an object without members or values")?;
                Kind::Map(code, Box::new(self.kind(values, record, "")?.0))
            }
            _ => bail!("a type that the generator does not know: {schema}"),
        };
        Ok((kind, nullable))
    }

    /// The bounds of a value: its own, or those of the type that it refers to.
    fn bounds(&self, schema: &Value) -> Bounds {
        let mut bounds = Bounds::default();
        let mut seen = vec![schema];
        let mut place = 0;
        while let Some(one) = seen.get(place).copied() {
            place += 1;
            let number = |key: &str| one.get(key).filter(|value| value.is_number()).map(ToString::to_string);
            bounds.min = bounds.min.or_else(|| number("minimum"));
            bounds.max = bounds.max.or_else(|| number("maximum"));
            bounds.multiple = bounds.multiple.or_else(|| number("multipleOf"));
            bounds.max_items = bounds.max_items.or_else(|| number("maxItems")).or_else(|| number("maxProperties"));
            if bounds.only.is_empty() {
                bounds.only = list(one, "enum").filter(|value| value.is_number()).map(ToString::to_string).collect();
            }
            seen.extend(list(one, "anyOf"));
            let target = one.get("$ref").and_then(Value::as_str).and_then(|target| target.rsplit('/').next());
            seen.extend(target.and_then(|name| self.definitions.get(name)).filter(|definition| is_scalar(definition)));
        }
        bounds
    }
}

/// The codes of an enumeration; nothing for another schema. A schema may list some codes apart, documented or not.
fn words(schema: &Value) -> Option<Vec<Word>> {
    let word = |one: &Value| {
        let doc = sentence(one.get("description").and_then(Value::as_str).unwrap_or_default());
        one.get("const").and_then(Value::as_str).map(|code| vec![Word { code: code.to_owned(), doc }])
    };
    if let Some(several) = schema.get("oneOf").and_then(Value::as_array) {
        let all: Option<Vec<Vec<Word>>> = several.iter().map(|one| words(one).or_else(|| word(one))).collect();
        return all.map(|all| all.concat());
    }
    let codes: Option<Vec<Word>> = schema
        .get("enum")?
        .as_array()?
        .iter()
        .map(|code| code.as_str().map(|code| Word { code: code.to_owned(), doc: String::new() }))
        .collect();
    codes
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
}

/// A number, a text or a list: a type that needs no name of its own.
fn is_scalar(schema: &Value) -> bool {
    words(schema).is_none()
        && matches!(schema.get("type").and_then(Value::as_str), Some("string" | "number" | "integer" | "array"))
}

fn list<'a>(schema: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    schema.get(key).and_then(Value::as_array).into_iter().flatten()
}

impl Model {
    /// The codes of a catalogue document, by the list that they are of; each once, in the order of the document.
    pub(crate) fn catalogue_codes(&self, document: &Value) -> BTreeMap<&'static str, Vec<String>> {
        let mut found = BTreeMap::new();
        self.collect(&Kind::Named("CatalogueResult".to_owned(), None), document, None, &mut found);
        found
    }

    fn collect(
        &self,
        kind: &Kind,
        value: &Value,
        list: Option<&'static str>,
        found: &mut BTreeMap<&'static str, Vec<String>>,
    ) {
        match (kind, value) {
            (Kind::Text(code), Value::String(text)) => {
                if let Some(code) = code.or(list) {
                    let known = found.entry(code).or_default();
                    if !known.contains(text) {
                        known.push(text.clone());
                    }
                }
            }
            (Kind::List(item), Value::Array(values)) => {
                values.iter().for_each(|value| self.collect(item, value, list, found));
            }
            (Kind::Named(name, list), Value::Object(values)) => {
                for member in self.members(name) {
                    if let Some(value) = values.get(&member.name) {
                        let list = list.filter(|_| member.name == "code");
                        self.collect(&member.kind, value, list, found);
                    }
                }
            }
            _ => {}
        }
    }
}
