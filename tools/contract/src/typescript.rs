//! The npm package: types of requests and results, unions of codes, tables of bits, one method an operation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use bilan_professionnel::contract::AnswerKind;
use serde_json::Value;

use crate::model::{Kind, LABELLED, Member, Model, Shape, Type};
use crate::names::catalogue_lists;
use crate::text::{MARKER, WIDTH, block_comment, pascal, sentence};
use crate::{File, file};

const FOLDER: &str = "bindings-wasm/npm/src";

/// Types that are no record of a schema, and where they are declared.
const OWN: [(&str, &str); 6] = [
    ("Day", "requests"),
    ("Amount", "requests"),
    ("Digest", "requests"),
    ("Open", "codes"),
    ("Codes", "codes"),
    ("Cdg29", "codes"),
];

pub(crate) fn files(model: &Model, offer: &Value) -> Vec<File> {
    let writer = Writer { model, generic: generic_types(model) };
    [
        ("codes", writer.codes(offer)),
        ("tables", writer.tables()),
        ("requests", writer.types("requests")),
        ("results", writer.types("results")),
        ("offer", writer.types("offer")),
        ("operations", writer.functions()),
        ("catalogue-operations", writer.methods()),
    ]
    .into_iter()
    .map(|(name, body)| file(format!("{FOLDER}/{name}.ts"), format!("// {MARKER}\n\n{body}")))
    .collect()
}

struct Writer<'m> {
    model: &'m Model,
    /// The types that hold codes of a catalogue.
    generic: BTreeSet<String>,
}

/// The types that hold codes of a catalogue, themselves or through others.
fn generic_types(model: &Model) -> BTreeSet<String> {
    let mut generic = BTreeSet::new();
    loop {
        let more: Vec<&str> = model
            .types
            .iter()
            .filter(|one| !generic.contains(&one.name) && one.name != LABELLED)
            .filter(|one| kinds(one).iter().any(|kind| holds_codes(kind, &generic)))
            .map(|one| one.name.as_str())
            .collect();
        if more.is_empty() {
            return generic;
        }
        generic.extend(more.into_iter().map(str::to_owned));
    }
}

fn kinds(one: &Type) -> Vec<&Kind> {
    match &one.shape {
        Shape::Record(members) => members.iter().map(|member| &member.kind).collect(),
        Shape::Forms(forms) => forms.iter().filter_map(|form| form.holds.as_ref()).collect(),
        Shape::Words(_) => Vec::new(),
    }
}

fn holds_codes(kind: &Kind, generic: &BTreeSet<String>) -> bool {
    match kind {
        Kind::Text(code) => code.is_some(),
        Kind::Named(name, list) => list.is_some() || generic.contains(name),
        Kind::List(item) => holds_codes(item, generic),
        Kind::Map(code, value) => code.is_some() || holds_codes(value, generic),
        Kind::Either(kinds) => kinds.iter().any(|kind| holds_codes(kind, generic)),
        _ => false,
    }
}

/// The union of some codes, on one line if it fits.
fn union(start: &str, codes: &[&str], end: &str) -> String {
    let quoted: Vec<String> = codes.iter().map(|code| format!("'{code}'")).collect();
    let line = format!("{start} {}{end}\n", quoted.join(" | "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let indent = start.chars().take_while(|letter| *letter == ' ').count();
    let lines: String = quoted.iter().map(|code| format!("\n{:indent$}  | {code}", "")).collect();
    format!("{start}{lines}{end}\n")
}

impl Writer<'_> {
    /// The name of a type: those of facts and situations are taken by the tables of bits.
    fn name<'a>(&self, name: &'a str) -> std::borrow::Cow<'a, str> {
        if matches!(name, "Fact" | "Situation") { format!("{name}Code").into() } else { name.into() }
    }

    fn parameters(&self, name: &str) -> &'static str {
        if name == LABELLED {
            "<Code extends string = string>"
        } else if self.generic.contains(name) {
            "<C extends Codes = Cdg29>"
        } else {
            ""
        }
    }

    fn arguments(&self, name: &str) -> &'static str {
        if self.generic.contains(name) { "<C>" } else { "" }
    }

    /// The file, without its ending, that declares a type.
    fn home(one: &Type) -> &'static str {
        match one.shape {
            Shape::Words(_) => "codes",
            _ if one.in_requests => "requests",
            _ if one.beyond_catalogue => "results",
            _ => "offer",
        }
    }

    fn codes(&self, offer: &Value) -> String {
        let mut text = block_comment(
            "",
            "The stable codes of the contract, as unions.\n\nA fact or a situation is national. A variant, a need, a step and so on are \
             those of a catalogue: {@link Cdg29} names those of the embedded one, which every type takes by default; with \
             another centre's, {@link Codes} leaves them open.",
        );
        text.push('\n');
        text += &block_comment(
            "",
            "A code that a result may hold: one of these, or one that a later version of the library adds.",
        );
        text.push_str("export type Open<Code extends string> = Code | (string & {});\n\n");
        let mut declare = |name: &str, doc: &str, codes: &[&str]| {
            text += &block_comment("", doc);
            text += &union(&format!("export type {name} ="), codes, ";");
            text.push('\n');
        };
        let contract = &self.model.contract;
        let operations: Vec<&str> = contract.operations.iter().map(|operation| operation.code).collect();
        declare("OperationCode", "An operation of the contract.", &operations);
        for one in &self.model.types {
            if let Shape::Words(words) = &one.shape {
                let codes: Vec<&str> = words.iter().map(|word| word.code.as_str()).collect();
                declare(&self.name(&one.name), &sentence(&one.doc), &codes);
            }
        }
        let flags: Vec<&str> =
            contract.facts.iter().filter(|fact| fact.kind == AnswerKind::YesNo).map(|fact| fact.code).collect();
        declare("FlagCode", "A fact answered by yes or no.", &flags);
        let proofs: Vec<&str> = contract.facts.iter().filter(|fact| fact.can_expire).map(|fact| fact.code).collect();
        declare("ProofCode", "A fact whose proof may have a last valid day.", &proofs);

        let codes: BTreeMap<&str, Vec<String>> = self.model.catalogue_codes(offer);
        text += &block_comment(
            "",
            "The codes that a catalogue defines: open, for a catalogue that is not known in advance.",
        );
        text.push_str("export interface Codes {\n");
        for (list, doc) in catalogue_lists() {
            let _ = writeln!(text, "{}  {list}: string;", block_comment("  ", doc));
        }
        text.push_str("}\n\n");
        text += &block_comment("", "The codes of the embedded catalogue, that of the Centre de Gestion du Finistère.");
        text.push_str("export interface Cdg29 extends Codes {\n");
        for (list, _) in catalogue_lists() {
            match codes.get(list) {
                Some(codes) => {
                    text += &union(&format!("  {list}:"), &codes.iter().map(String::as_str).collect::<Vec<_>>(), ";");
                }
                None => {
                    let _ = writeln!(text, "  {list}: never;");
                }
            }
        }
        text.push_str("}\n\n");
        for (list, _) in catalogue_lists() {
            let _ = writeln!(text, "export type {}Code = Cdg29['{list}'];", pascal(list));
        }
        text
    }

    fn tables(&self) -> String {
        let contract = &self.model.contract;
        let mut text = String::from(
            "/** What programs look up: the operations in their order, bits of facts and situations, bounds of documents. */\n\n",
        );
        text.push_str("import type { FactCode, OperationCode, SituationCode } from './codes.js';\n\n");
        text += &block_comment("", "The operations, in the order by which the module numbers them.");
        text.push_str("export const OPERATIONS: readonly OperationCode[] = [\n");
        for operation in &contract.operations {
            let _ = writeln!(text, "  '{}',", operation.code);
        }
        text.push_str("];\n\n");
        let mut bits = |name: &str, doc: &str, rows: Vec<(&str, u32, &str)>| {
            text += &block_comment("", doc);
            let _ = writeln!(text, "export const {name} = Object.freeze({{");
            for (code, bit, doc) in rows {
                text += &block_comment("  ", doc);
                let _ = writeln!(text, "  {code}: 1 << {},", bit.trailing_zeros());
            }
            let _ = writeln!(text, "}} satisfies Record<{name}Code, number>);\n");
        };
        bits(
            "Fact",
            "The bit of each fact.",
            contract.facts.iter().map(|row| (row.code, row.bit, row.doc.as_str())).collect(),
        );
        bits(
            "Situation",
            "The bit of each situation, in each half of a verdict.",
            contract.situations.iter().map(|row| (row.code, row.bit, row.doc.as_str())).collect(),
        );
        for (name, limit) in
            [("MAX_REQUEST", "MAX_DOCUMENT_BYTES"), ("MAX_DEPTH", "MAX_DEPTH"), ("MAX_CODE", "MAX_CODE")]
        {
            if let Some(row) = contract.limits.iter().find(|row| row.name == limit) {
                text += &block_comment("", &row.doc);
                let _ = writeln!(text, "export const {name} = {};\n", row.value);
            }
        }
        text.trim_end().to_owned() + "\n"
    }

    fn types(&self, home: &str) -> String {
        let mut declared = String::new();
        for one in self.model.types.iter().filter(|one| Self::home(one) == home) {
            declared += &self.declaration(one);
            declared.push('\n');
        }
        let (about, own) = match home {
            "requests" => (
                "What each operation is asked. `null`, `undefined` and absent mean the same; for a fact they mean *unknown*.",
                "/** A day, `YYYY-MM-DD`. A JavaScript `Date` is an instant, not a day: it is refused. */\n\
                 export type Day = `${number}-${number}-${number}`;\n\n\
                 /** An amount of money with two decimals: `\"2040.50\"`. Never a number. */\n\
                 export type Amount = `${number}.${number}`;\n\n\
                 /** `sha256:` and 64 hexadecimal digits. */\n\
                 export type Digest = `sha256:${string}`;\n\n\
                 /** A member that may be left out. */\n\
                 type Absent = null | undefined;\n\n",
            ),
            "results" => ("What each operation answers, labels and explanations in French included.", ""),
            _ => {
                ("A centre's catalogue: what the operation `catalogue` answers, and what `Catalogue.parse` reads.", "")
            }
        };
        let body = format!("{own}{}", declared.trim_end());
        format!("{}\n{}{body}\n", block_comment("", about), self.imports(home, &declared))
    }

    /// Imports of what a text names and another file declares.
    fn imports(&self, home: &str, text: &str) -> String {
        let code = text.lines().filter(|line| !line.trim_start().starts_with(['/', '*']));
        let words: BTreeSet<&str> =
            code.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric())).collect();
        let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let types = self.model.types.iter().map(|one| (self.name(&one.name), Self::home(one)));
        let others = OWN.iter().map(|(name, home)| ((*name).into(), *home));
        let operation = [("OperationCode".into(), "codes"), ("ErrorCode".into(), "codes")];
        for (name, declared_in) in types.chain(others).chain(operation) {
            if declared_in != home && words.contains(&*name) {
                found.entry(declared_in).or_default().insert(name.into_owned());
            }
        }
        let mut imports = String::new();
        for (from, names) in found {
            let names: Vec<String> = names.into_iter().collect();
            let line = format!("import type {{ {} }} from './{from}.js';\n", names.join(", "));
            imports += &if line.chars().count() <= WIDTH {
                line
            } else {
                format!(
                    "import type {{\n{}}} from './{from}.js';\n",
                    names.iter().map(|name| format!("  {name},\n")).collect::<String>()
                )
            };
        }
        if !imports.is_empty() {
            imports.push('\n');
        }
        imports
    }

    fn declaration(&self, one: &Type) -> String {
        let doc = block_comment("", &sentence(&one.doc));
        let (name, parameters) = (self.name(&one.name), self.parameters(&one.name));
        match &one.shape {
            Shape::Record(members) if members.is_empty() => {
                format!("{doc}export type {name} = {{ readonly [key: string]: never }};\n")
            }
            Shape::Record(members) => {
                let members: String = members.iter().map(|member| self.member(one, member)).collect();
                format!("{doc}export interface {name}{parameters} {{\n{members}}}\n")
            }
            Shape::Forms(forms) => {
                let forms: String = forms
                    .iter()
                    .map(|form| {
                        let comment = block_comment("  ", &form.doc);
                        let held = form.holds.as_ref().map_or_else(
                            || format!("'{}'", form.key),
                            |kind| format!("{{ readonly {}: {} }}", form.key, self.kind(kind, one)),
                        );
                        format!("\n{comment}  | {held}")
                    })
                    .collect();
                format!("{doc}export type {name}{parameters} ={forms};\n")
            }
            Shape::Words(_) => String::new(),
        }
    }

    fn member(&self, owner: &Type, member: &Member) -> String {
        let shared = owner.name == LABELLED && member.name == "code";
        let kind = if shared { "Code".to_owned() } else { self.kind(&member.kind, owner) };
        let (mark, end) = match (owner.in_requests, member.required, member.nullable) {
            (true, false, _) => ("?", " | Absent"),
            (false, false, true) => ("?", " | null"),
            (false, false, false) => ("?", ""),
            (_, true, true) => ("", " | null"),
            (_, true, false) => ("", ""),
        };
        format!("{}  readonly {}{mark}: {kind}{end};\n", block_comment("  ", &member.doc), member.name)
    }

    fn kind(&self, kind: &Kind, owner: &Type) -> String {
        match kind {
            Kind::Text(Some(list)) => format!("C['{list}']"),
            Kind::Text(None) => "string".to_owned(),
            Kind::Flag => "boolean".to_owned(),
            Kind::Count | Kind::Number => "number".to_owned(),
            Kind::Date => "Day".to_owned(),
            Kind::Amount => "Amount".to_owned(),
            Kind::Digest => "Digest".to_owned(),
            Kind::Named(name, Some(list)) => format!("{}<C['{list}']>", self.name(name)),
            Kind::Named(name, None) => {
                let written = format!("{}{}", self.name(name), self.arguments(name));
                let open = self.model.words(name).is_some() && !owner.in_requests;
                if open { format!("Open<{written}>") } else { written }
            }
            Kind::List(item) => format!("readonly {}[]", self.kind(item, owner)),
            Kind::Map(Some(list), value) => {
                format!("{{ readonly [{list} in C['{list}']]?: {} | Absent }}", self.kind(value, owner))
            }
            Kind::Map(None, value) => format!("{{ readonly [key: string]: {} }}", self.kind(value, owner)),
            Kind::Either(kinds) => kinds.iter().map(|kind| self.kind(kind, owner)).collect::<Vec<_>>().join(" | "),
        }
    }

    /// Whether an operation asks nothing.
    fn asks_nothing(&self, code: &str) -> bool {
        self.model.members(&format!("{}Request", pascal(code))).is_empty()
    }

    fn operation_types(&self, code: &str, arguments: bool) -> (String, String) {
        let of = |side: &str| {
            let name = format!("{}{side}", pascal(code));
            let arguments = if arguments { self.arguments(&name) } else { "" };
            format!("{name}{arguments}")
        };
        (of("Request"), of("Result"))
    }

    fn functions(&self) -> String {
        let mut body = String::new();
        for operation in &self.model.contract.operations {
            let (request, result) = self.operation_types(operation.code, false);
            let optional = if self.asks_nothing(operation.code) { "?" } else { "" };
            body += &block_comment("", &operation.doc);
            let code = operation.code;
            let line = format!("export const {code} = (request{optional}: {request}): {result} =>");
            let call = format!("Catalogue.embedded().{code}(request);");
            body += &if line.len() + call.len() < WIDTH {
                format!("{line} {call}\n\n")
            } else {
                format!("{line}\n  {call}\n\n")
            };
        }
        body.push_str(
            "/** Text in, text out: the result or the error document, the same bytes as in every other host. */\n\
             export const answer = (operation: OperationCode, request: string | Uint8Array): string =>\n  \
             Catalogue.embedded().answer(operation, request);\n\n\
             /** Answers one line `{\"operation\":…,\"request\":…}` by a result or an error document. */\n\
             export const answerLine = (line: string | Uint8Array): string => Catalogue.embedded().answerLine(line);\n",
        );
        let imports = self.imports("operations", &body);
        format!(
            "/**\n * Every operation on the embedded catalogue, without a catalogue in hand.\n */\n\n\
             import {{ Catalogue }} from './catalogue.js';\n{imports}{body}"
        )
    }

    fn methods(&self) -> String {
        let mut body = String::from(
            "/** The operations of a catalogue, one method each. */\n\
             export abstract class CatalogueOperations<C extends Codes> {\n  \
             /** Asks the module: the document that a request is answered by. */\n  \
             protected abstract ask(operation: OperationCode, request: unknown): unknown;\n",
        );
        for operation in &self.model.contract.operations {
            let (request, result) = self.operation_types(operation.code, true);
            let default = if self.asks_nothing(operation.code) { " = {}" } else { "" };
            let code = operation.code;
            body += &format!(
                "\n{}  {code}(request: {request}{default}): {result} {{\n    \
                 return this.ask('{code}', request) as {result};\n  }}\n",
                block_comment("  ", &operation.doc)
            );
        }
        body.push_str("}\n");
        let imports = self.imports("catalogue-operations", &body);
        format!("{imports}{body}")
    }
}
