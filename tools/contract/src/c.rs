//! The C ABI: constants of facts and situations, and one function an operation, as Rust that cbindgen reads.

use std::fmt::Write;

use bilan_professionnel::contract::AnswerKind;

use crate::model::{Kind, Member, Model};
use crate::names::c_function;
use crate::text::{MARKER, WIDTH, comment, pascal, screaming};
use crate::{File, file};

const FOLDER: &str = "bindings-c/src";

/// The situations not met stand so many bits higher than those met.
const NOT_MET_SHIFT: u32 = 16;

pub(crate) fn files(model: &Model) -> Vec<File> {
    vec![
        rust("codes", "The facts and the situations, as constants of the ABI.", &codes(model)),
        rust("operations", "The operations of the contract, one function each, all of one shape.", &operations(model)),
        file("bindings-c/include/bilan_tables.h", tables(model)),
    ]
}

fn rust(name: &str, about: &str, body: &str) -> File {
    file(format!("{FOLDER}/{name}.rs"), format!("// {MARKER}\n\n//! {about}\n\n{body}"))
}

fn doc(indent: &str, text: &str) -> String {
    comment(indent, "/// ", text)
}

fn codes(model: &Model) -> String {
    let contract = &model.contract;
    let mut text = String::new();
    let mut bits = |name: &str, about: &str, rows: Vec<(&str, &str, u32)>| {
        let _ = write!(
            text,
            "{}#[repr(C)]\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum bilan_{name} {{\n",
            doc("", about)
        );
        for (code, about, bit) in rows {
            let constant = format!("BILAN_{}_{}", screaming(name), screaming(code));
            let _ = writeln!(text, "{}    {constant} = 1 << {},", doc("    ", about), bit.trailing_zeros());
        }
        text.push_str("}\n\n");
    };
    bits(
        "fact",
        "The facts, as bits of the words `known` and `values`; in the order of the contract.",
        contract.facts.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect(),
    );
    bits(
        "situation",
        "The listed situations, as bits of each half of a verdict; in the order of the contract.",
        contract.situations.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect(),
    );
    let all = contract.situations.iter().fold(0, |all, row| all | row.bit);
    let _ = write!(
        text,
        "/// How to read a verdict.\n#[repr(C)]\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum bilan_verdict {{\n{}    \
         BILAN_VERDICT_SITUATIONS = 0x{all:X},\n{}    BILAN_VERDICT_NOT_MET_SHIFT = {NOT_MET_SHIFT},\n}}\n",
        doc(
            "    ",
            "All the listed situations. `verdict & BILAN_VERDICT_SITUATIONS` are those met: if there is one, funding is possible. \
             `verdict >> BILAN_VERDICT_NOT_MET_SHIFT` are those not met: if they are all of them, the agent is in no listed \
             situation, and a counsellor should be asked. In every other case it depends on the unknown facts.",
        ),
        doc("    ", "Where the half of the situations not met begins."),
    );
    text
}

/// The names of some members, one after the other.
fn names<'m>(members: impl Iterator<Item = &'m Member>) -> String {
    members.map(|member| format!("`{}`", member.name)).collect::<Vec<_>>().join(", ")
}

fn operations(model: &Model) -> String {
    let mut text = String::from(
        "use std::ffi::c_char;\n\nuse bilan_professionnel::wire::{self, Operation};\n\nuse crate::call::Call;\n\
         use crate::catalogue::bilan_catalogue;\nuse crate::status::bilan_status;\n\n\
         /// The function of an operation.\n///\n/// cbindgen:ignore\n\
         pub type Function =\n    unsafe extern \"C\" fn(*const bilan_catalogue, *const c_char, usize, *mut *mut c_char, *mut usize) -> i32;\n\n",
    );
    let operations = &model.contract.operations;
    let rows: String = operations
        .iter()
        .map(|operation| format!("    (Operation::{}, {}),\n", pascal(operation.code), c_function(operation.code)))
        .collect();
    let _ = write!(
        text,
        "/// Every operation and its function, in the order of the contract.\n///\n/// cbindgen:ignore\n\
         pub const OPERATIONS: [(Operation, Function); {}] = [\n{rows}];\n",
        operations.len()
    );
    for operation in operations {
        let (request, result) =
            (format!("{}Request", pascal(operation.code)), format!("{}Result", pascal(operation.code)));
        let asked = model.members(&request);
        let required: Vec<&Member> = asked.iter().filter(|member| member.required).collect();
        let members = match (required.is_empty(), asked.len() == required.len()) {
            (true, true) => "an object without members".to_owned(),
            (true, false) => format!("perhaps {}", names(asked.iter())),
            (false, true) => names(asked.iter()),
            (false, false) => {
                let optional = asked.iter().filter(|member| !member.required);
                format!("{}; perhaps {}", names(required.into_iter()), names(optional))
            }
        };
        let errors: String = operation.errors.iter().map(|code| format!("`{code}`, ")).collect();
        let errors =
            if errors.is_empty() { "the general codes".to_owned() } else { format!("{errors}and the general codes") };
        let answered = names(model.members(&result).iter().filter(|member| !matches!(member.kind, Kind::Text(None))));
        text += "\n";
        text += &doc("", &operation.doc);
        text += "///\n";
        let paragraph = |text: &str| {
            let mut lines = crate::text::wrapped(text, WIDTH - 6).into_iter();
            let first = lines.next().map(|line| format!("/// {line}\n")).unwrap_or_default();
            first + &lines.map(|line| format!("///   {line}\n")).collect::<String>()
        };
        text += &paragraph(&format!(
            "Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call: {members}."
        ));
        text += &paragraph(&format!("Result: {answered}, and more."));
        text += &paragraph("Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.");
        text += &paragraph(&format!("Errors: {errors}."));
        text += &paragraph("Threads: any, also several at the same time with the same catalogue.");
        text += &function(
            &c_function(operation.code),
            "request",
            &format!(
                "// SAFETY: the caller answers for the arguments.\n    \
                 unsafe {{ Call {{ catalogue, request, len, result, result_len }}.answer(Operation::{}) }}",
                pascal(operation.code)
            ),
        );
    }
    let names: Vec<String> = operations.iter().map(|operation| format!("`{}`", operation.code)).collect();
    text +=
        "\n/// Answers one line `{\"operation\":...,\"request\":...}`, for programs that only pass requests on.\n///\n";
    let mut lines = crate::text::wrapped(
        &format!(
            "Inputs: `catalogue` and `line`, `len` bytes of JSON without a line break, both borrowed for the call; `operation` is \
             one of {}.",
            names.join(", ")
        ),
        WIDTH - 6,
    )
    .into_iter();
    text += &lines.next().map(|line| format!("/// {line}\n")).unwrap_or_default();
    text += &lines.map(|line| format!("///   {line}\n")).collect::<String>();
    text += "/// Ownership: `*result` is yours, `*result_len` bytes and a NUL, on one line: bilan_text_free. It is the result of the\n\
             ///   operation, or its error document, which begins with `{\"error\":` as no result does.\n\
             /// Errors: BILAN_OK whenever the line was answered, be it by an error document. BILAN_INVALID_ARGUMENT as everywhere.\n\
             /// Threads: any, also several at the same time with the same catalogue.\n";
    text += &function(
        "bilan_answer_line",
        "line",
        "let call = Call { catalogue, request: line, len, result, result_len };\n    \
         // SAFETY: the caller answers for the arguments.\n    \
         unsafe { call.run(\"line\", |catalogue, line| (bilan_status::BILAN_OK, wire::answer_line(catalogue, line))) }",
    );
    text
}

fn function(name: &str, argument: &str, body: &str) -> String {
    format!(
        "#[unsafe(no_mangle)]\npub unsafe extern \"C\" fn {name}(\n    catalogue: *const bilan_catalogue,\n    {argument}: *const c_char,\n    \
         len: usize,\n    result: *mut *mut c_char,\n    result_len: *mut usize,\n) -> i32 {{\n    {body}\n}}\n"
    )
}

/// Tables for C programs, as macros that call a macro of theirs for each row.
fn tables(model: &Model) -> String {
    let contract = &model.contract;
    let text = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut body = String::new();
    let mut table = |name: &str, about: &str, rows: Vec<String>| {
        let _ = write!(body, "\n/* {about} */\n#define {name}(ROW) \\\n    {}\n", rows.join(" \\\n    "));
    };
    let kind = |kind| match kind {
        AnswerKind::Percent => "percent",
        AnswerKind::Status => "status",
        _ => "yesNo",
    };
    table(
        "BILAN_FACTS",
        "ROW(constant, code, kind, question) for each fact; the kind is yesNo, percent or status.",
        (contract.facts.iter())
            .map(|row| {
                let constant = format!("BILAN_FACT_{}", screaming(row.code));
                format!("ROW({constant}, {}, {}, {})", text(row.code), text(kind(row.kind)), text(row.question))
            })
            .collect(),
    );
    table(
        "BILAN_SITUATIONS",
        "ROW(constant, code, label) for each situation.",
        (contract.situations.iter())
            .map(|row| format!("ROW(BILAN_SITUATION_{}, {}, {})", screaming(row.code), text(row.code), text(row.label)))
            .collect(),
    );
    table(
        "BILAN_OPERATIONS",
        "ROW(code, function) for each operation.",
        (contract.operations.iter()).map(|row| format!("ROW({}, {})", text(row.code), c_function(row.code))).collect(),
    );
    format!(
        "/*\n * Tables of the contract for C and C++: facts, situations and operations with their codes and French texts, UTF-8.\n *\n \
         * Each takes a macro of yours, which it calls for every row, in the order of the contract:\n *\n \
         *     #define LABEL(constant, code, label) {{constant, label}},\n \
         *     static const struct {{ uint32_t bit; const char *label; }} labels[] = {{BILAN_SITUATIONS(LABEL)}};\n *\n \
         * {MARKER}\n */\n\n#ifndef BILAN_TABLES_H\n#define BILAN_TABLES_H\n{body}\n#endif  /* BILAN_TABLES_H */\n"
    )
}
