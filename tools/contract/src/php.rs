//! The PHP package: array shapes for PHPStan, enumerations, one pair of methods an operation.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::model::{Kind, Member, Model, Shape, Type};
use crate::names::c_function;
use crate::text::{MARKER, WIDTH, block_comment, pascal, sentence};
use crate::{File, file};

const FOLDER: &str = "bindings-c/php/src";

/// Enumerations that programs match on: the other codes stand in the shapes, as texts.
const ENUMS: [&str; 5] = ["Fact", "Situation", "Outcome", "SituationStatus", "ErrorCode"];

pub(crate) fn files(model: &Model) -> Vec<File> {
    let mut files = vec![php("Contract", shapes(model)), php("CatalogueOperations", operations(model))];
    for name in ENUMS {
        if let Some(one) = model.get(name) {
            files.push(php(name, enumeration(model, one)));
        }
    }
    files
}

fn php(name: &str, body: String) -> File {
    let text = format!("<?php\n\n// {MARKER}\n\ndeclare(strict_types=1);\n\nnamespace BilanProfessionnel;\n\n{body}");
    file(format!("{FOLDER}/{name}.php"), text)
}

/// The name of a type in shapes: that of an enumeration is taken by the enumeration.
fn alias(name: &str) -> String {
    if ENUMS.contains(&name) && !name.ends_with("Code") { format!("{name}Code") } else { name.to_owned() }
}

fn shapes(model: &Model) -> String {
    let mut lines = String::new();
    for (title, asked) in [("What is asked", true), ("What is answered", false)] {
        let _ = write!(lines, " *\n * {title}:\n *\n");
        for one in model.types.iter().filter(|one| one.home != "error" && one.in_requests == asked) {
            lines += &definition(model, one);
        }
    }
    let operations: String = (model.contract.operations.iter())
        .map(|operation| format!("        '{}' => '{}',\n", operation.code, method(operation.code)))
        .collect();
    let objects: String = objects(model).iter().map(|name| format!("        '{name}' => true,\n")).collect();
    format!(
        "/**\n \
         * The documents of the wire contract, version {version}, as array shapes for PHPStan and for readers. Dates are\n \
         * `YYYY-MM-DD`, amounts are texts with two decimals. In requests `null` and absent mean the same; for a fact they mean\n \
         * unknown. Results may gain keys, and never lose one; their codes may be others than those of this version, which\n \
         * `tryFrom` of an enumeration tells.\n{lines} */\n\
         final class Contract\n{{\n    /** The version of the wire contract. */\n    public const VERSION = {version};\n\n    \
         /** Each operation, and the method of Catalogue that answers it; its twin of texts has `Text` after its name. */\n    \
         public const OPERATIONS = [\n{operations}    ];\n\n    \
         /** @internal Members of requests that are objects: where they are empty, PHP’s `[]` stands for `{{}}`. */\n    \
         public const OBJECTS = [\n{objects}    ];\n\n    \
         private function __construct()\n    {{\n    }}\n}}\n",
        version = model.contract.version,
    )
}

/// The members of requests that are objects.
fn objects(model: &Model) -> BTreeSet<&str> {
    let asked = model.types.iter().filter(|one| one.in_requests);
    let members = asked.flat_map(|one| model.members(&one.name));
    let is_object = |kind: &Kind| match kind {
        Kind::Named(name, _) => matches!(model.get(name).map(|one| &one.shape), Some(Shape::Record(_))),
        Kind::Map(..) => true,
        _ => false,
    };
    members.filter(|member| is_object(&member.kind)).map(|member| member.name.as_str()).collect()
}

fn definition(model: &Model, one: &Type) -> String {
    let start = format!(" * @phpstan-type {} ", alias(&one.name));
    match &one.shape {
        Shape::Words(_) if ENUMS.contains(&one.name.as_str()) => format!("{start}value-of<{}>\n", one.name),
        Shape::Words(words) => {
            let codes: Vec<String> = words.iter().map(|word| format!("'{}'", word.code)).collect();
            union(&start, &codes)
        }
        Shape::Forms(forms) => {
            let forms: Vec<String> = forms
                .iter()
                .map(|form| {
                    let held = form.holds.as_ref().map(|kind| kind_of(model, one, kind));
                    held.map_or_else(|| format!("'{}'", form.key), |kind| format!("array{{{}: {kind}}}", form.key))
                })
                .collect();
            union(&start, &forms)
        }
        Shape::Record(members) if members.is_empty() => format!("{start}array{{}}\n"),
        Shape::Record(members) => {
            let members: Vec<String> = members.iter().map(|member| item(model, one, member)).collect();
            let line = format!("{start}array{{{}}}", members.join(", "));
            if line.chars().count() <= WIDTH {
                return line + "\n";
            }
            let mut body: Vec<String> = Vec::new();
            for member in members {
                match body.last_mut() {
                    Some(last) if last.chars().count() + member.chars().count() + 10 <= WIDTH => {
                        let _ = write!(last, ", {member}");
                    }
                    Some(last) => {
                        last.push(',');
                        body.push(member);
                    }
                    None => body.push(member),
                }
            }
            let body: String = body.iter().map(|line| format!(" *     {line}\n")).collect();
            format!("{start}array{{\n{body} * }}\n")
        }
    }
}

/// Alternatives, on as few lines as hold them; where these are several, in parentheses, without which PHPStan's parser
/// takes the end of the first line for the end of the type.
fn union(start: &str, alternatives: &[String]) -> String {
    let line = format!("{start}{}", alternatives.join("|"));
    if line.chars().count() <= WIDTH {
        return line + "\n";
    }
    let mut lines: Vec<String> = Vec::new();
    for alternative in alternatives {
        match lines.last_mut() {
            Some(line) if line.chars().count() + alternative.chars().count() < WIDTH => {
                let _ = write!(line, "|{alternative}");
            }
            Some(_) => lines.push(format!(" *     |{alternative}")),
            None => lines.push(format!(" *     {alternative}")),
        }
    }
    format!("{start}(\n{}\n * )\n", lines.join("\n"))
}

fn item(model: &Model, owner: &Type, member: &Member) -> String {
    let mark = if member.required { "" } else { "?" };
    let nullable = member.nullable || (owner.in_requests && !member.required);
    let end = if nullable { "|null" } else { "" };
    format!("{}{mark}: {}{end}", member.name, kind_of(model, owner, &member.kind))
}

fn kind_of(model: &Model, owner: &Type, kind: &Kind) -> String {
    match kind {
        Kind::Text(_) | Kind::Date | Kind::Amount | Kind::Digest => "string".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Count => "int".to_owned(),
        Kind::Number => "int|float".to_owned(),
        Kind::Named(name, _) if model.words(name).is_some() && !owner.in_requests => format!("{}|string", alias(name)),
        Kind::Named(name, _) => alias(name),
        Kind::List(item) => format!("list<{}>", kind_of(model, owner, item)),
        Kind::Map(_, value) => format!("array<string, {}|null>", kind_of(model, owner, value)),
        Kind::Either(kinds) => kinds.iter().map(|kind| kind_of(model, owner, kind)).collect::<Vec<_>>().join("|"),
    }
}

fn enumeration(model: &Model, one: &Type) -> String {
    let contract = &model.contract;
    let (rows, bits, about): (Vec<(&str, &str, u32)>, Option<&str>, &str) = match one.name.as_str() {
        "Fact" => (
            contract.facts.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect(),
            Some("Its bit in the words `known` and `values`."),
            "A fact that a verdict rests on, by its code in the contract. In the order of the contract.",
        ),
        "Situation" => (
            contract.situations.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect(),
            Some("Its bit in each half of a verdict."),
            "A situation of the FIPHFP’s list, by its code in the contract. In the order of the contract.",
        ),
        _ => {
            let words = model.words(&one.name).unwrap_or_default();
            (words.iter().map(|word| (word.code.as_str(), word.doc.as_str(), 0)).collect(), None, &one.doc)
        }
    };
    let about =
        format!("{} A later library may have more: `tryFrom`, not `from`, reads what it answers.", sentence(about));
    let mut body = format!("{}enum {}: string\n{{\n", block_comment("", &about), one.name);
    let cases: Vec<String> = rows
        .iter()
        .map(|(code, doc, _)| format!("{}    case {} = '{code}';\n", block_comment("    ", doc), pascal(code)))
        .collect();
    body += &cases.join("\n");
    if let Some(doc) = bits {
        let all = rows.iter().fold(0, |all, (.., bit)| all | bit);
        let _ = write!(
            body,
            "\n    /** The bits of all of them. */\n    public const ALL_BITS = 0x{all:X};\n\n    private const BITS = [\n"
        );
        for (code, _, bit) in &rows {
            let _ = writeln!(body, "        '{code}' => 1 << {},", bit.trailing_zeros());
        }
        let _ = write!(
            body,
            "    ];\n\n    /** {doc} */\n    public function bit(): int\n    {{\n        return self::BITS[$this->value];\n    }}\n\n    \
             /** The word of these together. */\n    public static function word(self ...$some): int\n    {{\n        \
             $word = 0;\n        foreach ($some as $one) {{\n            $word |= $one->bit();\n        }}\n        \
             return $word;\n    }}\n"
        );
    }
    body.push_str("}\n");
    body
}

/// The method of an operation: that of `catalogue` is named for what it gives.
fn method(code: &str) -> &str {
    if code == "catalogue" { "document" } else { code }
}

fn operations(model: &Model) -> String {
    let contract = &model.contract;
    let mut named: Vec<String> = Vec::new();
    let mut methods: Vec<String> = Vec::new();
    for operation in &contract.operations {
        let (request, result) =
            (format!("{}Request", pascal(operation.code)), format!("{}Result", pascal(operation.code)));
        let (code, doc) = (method(operation.code), &operation.doc);
        let errors = if operation.errors.is_empty() {
            String::new()
        } else {
            let codes: Vec<String> = operation.errors.iter().map(|code| format!("`{code}`")).collect();
            format!(" {}, and the general codes", codes.join(", "))
        };
        let thrown: String = crate::text::wrapped(&format!("@throws BilanException{errors}"), WIDTH - 7)
            .iter()
            .map(|line| format!("     * {line}\n"))
            .collect();
        named.push(result.clone());
        let asks_nothing = model.members(&request).is_empty();
        if asks_nothing {
            methods.push(format!(
                "    /**\n     * {doc}\n     *\n     * @return {result}\n     */\n    public function {code}(): array\n    {{\n        \
                 return Json::decode($this->{code}Text());\n    }}\n"
            ));
        } else {
            named.push(request.clone());
            methods.push(format!(
                "    /**\n     * {doc}\n     *\n     * @param {request} $request\n     *\n     * @return {result}\n     *\n{thrown}     \
                 */\n    public function {code}(array $request): array\n    {{\n        \
                 return Json::decode($this->{code}Text(Json::encode($request)));\n    }}\n"
            ));
        }
        let default = if asks_nothing { " = '{}'" } else { "" };
        methods.push(format!(
            "    /** @throws BilanException as {code}() does */\n    public function {code}Text(string $request{default}): string\n    \
             {{\n        return $this->answer('{}', $request);\n    }}\n",
            c_function(operation.code)
        ));
    }
    named.sort();
    let imports: String = named.iter().map(|name| format!(" * @phpstan-import-type {name} from Contract\n")).collect();
    format!(
        "/**\n * The operations of a catalogue: each takes and returns arrays, its twin `…Text` the JSON text itself.\n *\n{imports} */\n\
         trait CatalogueOperations\n{{\n    /** The text of an answer, by the function of the library of that name. */\n    \
         abstract private function answer(string $function, string $request): string;\n\n{}}}\n",
        methods.join("\n")
    )
}
