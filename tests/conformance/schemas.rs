//! The committed JSON Schemas, applied by an independent validator.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bilan_professionnel::wire::Operation;
use jsonschema::Validator;
use serde_json::Value;

use super::Answered;

/// The schemas of every request and result, and of errors.
pub(crate) struct Schemas {
    documents: BTreeMap<String, (Value, Validator)>,
}

impl Schemas {
    /// Reads `core/schemas/`.
    pub(crate) fn load() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/schemas");
        let operations = Operation::ALL.map(Operation::code);
        let names = operations.iter().flat_map(|code| [format!("{code}.request"), format!("{code}.result")]);
        let load = |name: String| {
            let text = fs::read_to_string(folder.join(format!("{name}.json")));
            let schema: Value =
                serde_json::from_str(&text.unwrap_or_else(|error| panic!("{name}.json: {error}"))).unwrap();
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
            let options = jsonschema::options().should_validate_formats(true);
            let validator = options.build(&schema).unwrap_or_else(|error| panic!("{name}.json: {error}"));
            (name, (schema, validator))
        };
        Self { documents: names.chain(["error".to_owned()]).map(load).collect() }
    }

    /// Every schema with its name, `plan.request` for one.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.documents.iter().map(|(name, (schema, _))| (name.as_str(), schema))
    }

    /// What the schemas say against an answer and its request.
    ///
    /// The request of a result is valid; one refused for an unknown member or a wrong type is not. So is a catalogue,
    /// whose schema is that of the result of the operation `catalogue`.
    pub(crate) fn faults(&self, answered: &Answered) -> Vec<String> {
        let asked = answered.vector.asked().filter(|(operation, _)| Operation::from_code(operation).is_some());
        let catalogue = answered.vector.changed().filter(|_| !answered.succeeded());
        let catalogue = catalogue.map(|document| serde_json::from_slice(&document).expect("a document"));
        let refused = |operation: &str, request: &Value| match &catalogue {
            Some(document) => self.against("catalogue.result", document),
            None => self.against(&format!("{operation}.request"), request),
        };
        match asked {
            Some((operation, request)) if answered.succeeded() => {
                let mut faults = refused(&operation, &request);
                faults.extend(self.against(&format!("{operation}.result"), &answered.answer));
                faults
            }
            asked => {
                let mut faults = self.against("error", &answered.answer);
                let by_type = matches!(answered.answer["error"]["code"].as_str(), Some("unknownField" | "wrongType"));
                let accepted = asked.filter(|(operation, request)| refused(operation, request).is_empty());
                faults.extend(
                    accepted
                        .filter(|_| by_type)
                        .map(|_| "the schema accepts this request, or its catalogue".to_owned()),
                );
                faults
            }
        }
    }

    fn against(&self, name: &str, document: &Value) -> Vec<String> {
        let (_, validator) = &self.documents[name];
        let errors = validator.iter_errors(document);
        errors.map(|error| format!("schema {name}, at « {} »: {error}", error.instance_path())).collect()
    }
}
