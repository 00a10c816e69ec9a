//! The .NET package, in C# 7.2: classes of requests and results, enumerations, one method an operation.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Result, bail};
use bilan_professionnel::contract::AnswerKind;

use crate::model::{Kind, Member, Model, Shape, Type, Word};
use crate::names::c_function;
use crate::text::{MARKER, WIDTH, camel, comment, pascal, sentence};
use crate::{File, file};

const FOLDER: &str = "bindings-c/dotnet/src";

/// What an enumeration of results calls a code that it does not know.
const OTHER: &str = "Other";

/// The bit of [`OTHER`] in the enumerations of bits, which the tables never give out.
const OTHER_BIT: u32 = 31;

pub(crate) fn files(model: &Model) -> Result<Vec<File>> {
    let contract = &model.contract;
    for bit in contract.facts.iter().map(|row| row.bit).chain(contract.situations.iter().map(|row| row.bit)) {
        if bit == 1 << OTHER_BIT {
            bail!("bit {OTHER_BIT} stands for what a version of the package does not know: give another one out");
        }
    }
    let facts: Vec<_> = contract.facts.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect();
    let situations: Vec<_> = contract.situations.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect();
    let mut files = vec![
        csharp("Fact", &bits("Fact", "The facts about an agent, as bits: add them up with `|`.", "fact", &facts)),
        csharp(
            "Situation",
            &bits("Situation", "The situations that the FIPHFP’s list names, as bits.", "situation", &situations),
        ),
        csharp("Operation", &operation_enum(model)),
        csharp("Catalogue.Operations", &methods(model)),
        csharp("Native/NativeMethods.Operations", &imports(model)),
        csharp("Models/FactAnswers.Members", &answers(model)),
    ];
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for one in &model.types {
        if one.home != "error" && !is_own(model, &one.name) {
            groups.entry(&one.home).or_default().push(class(model, one)?);
        }
    }
    for (home, classes) in groups {
        files.push(csharp(&format!("Models/{}", pascal(home)), &classes.join("\n")));
    }
    Ok(files)
}

/// A type that is written by other means: bits, answers by fact, and codes that are texts here.
fn is_own(model: &Model, name: &str) -> bool {
    matches!(name, "Fact" | "Situation") || model.is_by_fact(name) || is_text(model, name)
}

/// An enumeration whose codes make no names of members: a currency.
fn is_text(model: &Model, name: &str) -> bool {
    model
        .words(name)
        .is_some_and(|words| words.iter().any(|word| !word.code.starts_with(|first: char| first.is_ascii_lowercase())))
}

fn csharp(name: &str, body: &str) -> File {
    let mut usings = String::new();
    let words: Vec<&str> = body.split(|letter: char| !letter.is_alphanumeric()).collect();
    let names = |some: &[&str]| words.iter().any(|word| some.contains(word));
    for (namespace, some) in [
        ("System", &["DateTime", "Action", "Flags", "UIntPtr", "IntPtr", "ObjectDisposedException"][..]),
        ("System.Collections.Generic", &["IList", "IReadOnlyList", "IDictionary", "List"]),
        ("System.Runtime.InteropServices", &["DllImport"]),
        ("BilanProfessionnel.Json", &["JsonObject", "JsonWriter"]),
        ("BilanProfessionnel.Native", &["NativeMethods"]),
    ] {
        let own = namespace.ends_with("Native") && name.starts_with("Native/");
        if names(some) && !own {
            let _ = writeln!(usings, "using {namespace};");
        }
    }
    if !usings.is_empty() {
        usings.push('\n');
    }
    let inner = if name.starts_with("Native/") { ".Native" } else { "" };
    let indented: String =
        body.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect();
    file(
        format!("{FOLDER}/{name}.cs"),
        format!("// {MARKER}\n\n{usings}namespace BilanProfessionnel{inner}\n{{\n{indented}}}\n"),
    )
}

/// A documentation as XML: code between backticks, words between asterisks.
fn xml(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut written = String::new();
    for (mark, tag) in [('`', "c"), ('*', "i")] {
        let source = if written.is_empty() { escaped.clone() } else { std::mem::take(&mut written) };
        let parts: Vec<&str> = source.split(mark).collect();
        if parts.len().is_multiple_of(2) {
            written = source;
            continue;
        }
        for (place, part) in parts.iter().enumerate() {
            if place % 2 == 1 {
                let _ = write!(written, "<{tag}>{part}</{tag}>");
            } else {
                written.push_str(part);
            }
        }
    }
    written
}

fn summary(indent: &str, doc: &str) -> String {
    let text = xml(&sentence(doc));
    let line = format!("{indent}/// <summary>{text}</summary>\n");
    if line.chars().count() <= WIDTH {
        return line;
    }
    format!("{indent}/// <summary>\n{}{indent}/// </summary>\n", comment(indent, "/// ", &text))
}

fn bits(name: &str, about: &str, one: &str, rows: &[(&str, &str, u32)]) -> String {
    let mut members = vec![format!("{}    None = 0,\n", summary("    ", &format!("No {one}.")))];
    for (code, doc, bit) in rows {
        members.push(format!("{}    {} = 1 << {},\n", summary("    ", doc), pascal(code), bit.trailing_zeros()));
    }
    members.push(format!(
        "{}    {OTHER} = 1u << {OTHER_BIT},\n",
        summary("    ", &format!("A {one} that this version of the package does not know."))
    ));
    let names: Vec<String> = rows.iter().map(|(code, ..)| pascal(code)).collect();
    let mut all = String::from("    All =");
    for (place, name) in names.iter().enumerate() {
        let mark = if place == 0 { " " } else { " | " };
        let width = all.lines().last().unwrap_or_default().len();
        if width + mark.len() + name.len() > WIDTH - 4 {
            all.push_str("\n       ");
        }
        all.push_str(mark);
        all.push_str(name);
    }
    members.push(format!("{}{all},\n", summary("    ", "All that this version of the package knows.")));
    let about = format!("{about} In the order of the contract.");
    format!("{}[Flags]\npublic enum {name} : uint\n{{\n{}}}\n", summary("", &about), members.join("\n"))
}

fn operation_enum(model: &Model) -> String {
    let words: Vec<Word> = model
        .contract
        .operations
        .iter()
        .map(|operation| Word { code: operation.code.to_owned(), doc: operation.doc.clone() })
        .collect();
    enumeration("Operation", "An operation of the contract.", &words, false)
}

fn enumeration(name: &str, doc: &str, words: &[Word], open: bool) -> String {
    let mut members: Vec<String> = Vec::new();
    if open {
        let doc = "A code that this version of the package does not know.";
        members.push(format!("{}    {OTHER},\n", summary("    ", doc)));
    }
    for word in words {
        members.push(format!("{}    {},\n", summary("    ", &word.doc), pascal(&word.code)));
    }
    format!("{}public enum {name}\n{{\n{}}}\n", summary("", doc), members.join("\n"))
}

fn class(model: &Model, one: &Type) -> Result<String> {
    match &one.shape {
        Shape::Words(words) => {
            if one.in_results && words.iter().any(|word| pascal(&word.code) == OTHER) {
                bail!("{}: the code « other » would be taken for one that is not known", one.name);
            }
            Ok(enumeration(&one.name, &one.doc, words, one.in_results))
        }
        Shape::Forms(_) if one.in_requests => {
            bail!("{}: requests of several forms are not written in C# yet", one.name)
        }
        Shape::Forms(forms) => {
            let words: Vec<Word> =
                forms.iter().map(|form| Word { code: form.key.clone(), doc: form.doc.clone() }).collect();
            let kind = format!("{}Kind", one.name);
            let mut reads = format!(
                "        var form = json as JsonObject;\n        Kind = Codes.Read<{kind}>(form == null ? (string)json : form.Names[0]);\n"
            );
            let mut properties = format!("{}    public {kind} Kind {{ get; }}\n", summary("    ", "Which form it is."));
            for form in forms {
                let Some(Kind::Named(name, _)) = &form.holds else { continue };
                let (key, property) = (&form.key, pascal(&form.key));
                let _ = writeln!(
                    reads,
                    "        {property} = form?.OptionalObject(\"{key}\", found => new {name}(found));"
                );
                let _ = write!(properties, "\n{}    public {name} {property} {{ get; }}\n", summary("    ", &form.doc));
            }
            Ok(format!(
                "{}\n{}public sealed class {}\n{{\n    internal {}(object json)\n    {{\n{reads}    }}\n\n{properties}}}\n",
                enumeration(&kind, &format!("The forms of {}.", one.name), &words, true),
                summary("", &one.doc),
                one.name,
                one.name
            ))
        }
        Shape::Record(members) if members.is_empty() => Ok(format!(
            "{}public sealed class {}\n{{\n    internal string ToJson() => JsonWriter.Object(json => {{ }});\n}}\n",
            summary("", &one.doc),
            one.name
        )),
        Shape::Record(members) => record(model, one, members),
    }
}

fn record(model: &Model, one: &Type, members: &[Member]) -> Result<String> {
    let mut parts: Vec<String> = Vec::new();
    if one.in_requests {
        parts.extend(constructor(model, one, members));
    }
    if one.in_results {
        let mut reads = String::new();
        for member in members {
            let _ = writeln!(reads, "        {} = {};", property(one, member), read(model, member)?);
        }
        parts.push(format!("    internal {}(JsonObject json)\n    {{\n{reads}    }}\n", one.name));
    }
    for member in members {
        let body = if one.in_requests { initial(model, member, one.in_results) } else { "{ get; }".to_owned() };
        parts.push(format!(
            "{}    public {} {} {body}\n",
            summary("    ", &member.doc),
            kind_of(model, member, one.in_requests)?,
            property(one, member)
        ));
    }
    if one.in_requests {
        if one.name.ends_with("Request") {
            parts.push("    internal string ToJson() => JsonWriter.Object(Write);\n".to_owned());
        }
        let mut writes = String::new();
        for member in members {
            let _ = writeln!(writes, "        {}", written(model, one, member)?);
        }
        parts.push(format!("    internal void Write(JsonWriter json)\n    {{\n{writes}    }}\n"));
    }
    Ok(format!("{}public sealed class {}\n{{\n{}}}\n", summary("", &one.doc), one.name, parts.join("\n")))
}

/// Lists, objects by code and answers have a value from the start; the constructor asks for what else is required.
fn constructor(model: &Model, one: &Type, members: &[Member]) -> Option<String> {
    let asked: Vec<&Member> =
        members.iter().filter(|member| member.required && !has_start(model, &member.kind)).collect();
    if asked.is_empty() {
        return None;
    }
    let mut text = summary("    ", "What is required; the rest is set by its properties.");
    for member in &asked {
        let _ = writeln!(text, "    /// <param name=\"{}\">{}</param>", camel(&member.name), xml(&member.doc));
    }
    let parameters: Vec<String> = asked
        .iter()
        .filter_map(|member| Some(format!("{} {}", kind_of(model, member, true).ok()?, parameter(&member.name))))
        .collect();
    let sets: String = asked
        .iter()
        .map(|member| format!("        {} = {};\n", property(one, member), parameter(&member.name)))
        .collect();
    let _ = write!(text, "    public {}({})\n    {{\n{sets}    }}\n", one.name, parameters.join(", "));
    Some(text)
}

/// The name of a parameter; a word of the language is marked.
fn parameter(name: &str) -> String {
    if matches!(name, "case" | "fixed" | "event" | "object" | "string" | "params" | "in" | "out" | "ref") {
        format!("@{name}")
    } else {
        name.to_owned()
    }
}

/// A member cannot bear the name of its class.
fn property(one: &Type, member: &Member) -> String {
    let name = pascal(&member.name);
    if name == one.name { format!("{name}Value") } else { name }
}

fn has_start(model: &Model, kind: &Kind) -> bool {
    match kind {
        Kind::List(_) | Kind::Map(..) => true,
        Kind::Named(name, _) => model.is_by_fact(name),
        _ => false,
    }
}

fn initial(model: &Model, member: &Member, also_read: bool) -> String {
    match &member.kind {
        Kind::List(item) if !also_read => {
            format!("{{ get; }} = new List<{}>();", item_of(model, item).unwrap_or_default())
        }
        Kind::Map(..) => "{ get; } = new Dictionary<string, decimal>();".to_owned(),
        Kind::Named(name, _) if is_dates(model, name) => "{ get; } = new Dictionary<Fact, DateTime>();".to_owned(),
        Kind::Named(name, _) if model.is_by_fact(name) => "{ get; set; } = new FactAnswers();".to_owned(),
        _ => "{ get; set; }".to_owned(),
    }
}

/// Whether a record is a day for each of some facts.
fn is_dates(model: &Model, name: &str) -> bool {
    model.is_by_fact(name) && model.members(name).iter().all(|member| member.kind == Kind::Date)
}

fn item_of(model: &Model, kind: &Kind) -> Result<String> {
    Ok(match kind {
        Kind::Text(_) | Kind::Digest => "string".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Count => "int".to_owned(),
        Kind::Number | Kind::Amount => "decimal".to_owned(),
        Kind::Date => "DateTime".to_owned(),
        Kind::Named(name, _) if is_text(model, name) => "string".to_owned(),
        Kind::Named(name, _) if is_dates(model, name) => "IDictionary<Fact, DateTime>".to_owned(),
        Kind::Named(name, _) if model.is_by_fact(name) => "FactAnswers".to_owned(),
        Kind::Named(name, _) => name.clone(),
        _ => bail!("a list of lists, or a value of several kinds, has no type in C# yet"),
    })
}

fn kind_of(model: &Model, member: &Member, asked: bool) -> Result<String> {
    Ok(match &member.kind {
        Kind::List(item) if asked => format!("IList<{}>", item_of(model, item)?),
        Kind::List(item) => format!("IReadOnlyList<{}>", item_of(model, item)?),
        Kind::Map(_, value) if **value == Kind::Number => "IDictionary<string, decimal>".to_owned(),
        kind => {
            let name = item_of(model, kind)?;
            let is_value = !matches!(kind, Kind::Text(_) | Kind::Digest)
                && match kind {
                    Kind::Named(name, _) => model.words(name).is_some() && !is_text(model, name),
                    _ => true,
                };
            let optional = member.nullable || !member.required;
            if is_value && optional { name + "?" } else { name }
        }
    })
}

/// The expression that reads a member of a result. A list that may be null is told from an empty one.
fn read(model: &Model, member: &Member) -> Result<String> {
    let read = read_present(model, member)?;
    let tells_null = matches!(member.kind, Kind::List(_)) && member.required && member.nullable;
    Ok(if tells_null { format!("json[\"{}\"] == null ? null : {read}", member.name) } else { read })
}

fn read_present(model: &Model, member: &Member) -> Result<String> {
    let name = &member.name;
    let optional = if member.nullable || !member.required { "Optional" } else { "" };
    Ok(match &member.kind {
        Kind::Text(_) | Kind::Digest => format!("json.{optional}Text(\"{name}\")"),
        Kind::Flag => format!("json.{optional}Flag(\"{name}\")"),
        Kind::Count => format!("json.{optional}Count(\"{name}\")"),
        Kind::Number => format!("json.{optional}Number(\"{name}\")"),
        Kind::Date => format!("json.{optional}Date(\"{name}\")"),
        Kind::Amount => format!("json.{optional}Amount(\"{name}\")"),
        Kind::Named(of, _) if is_text(model, of) => format!("json.{optional}Text(\"{name}\")"),
        Kind::Named(of, _) if model.words(of).is_some() => format!("json.{optional}Code<{of}>(\"{name}\")"),
        Kind::Named(of, _) if model.is_by_fact(of) => format!("json.{optional}Object(\"{name}\", FactAnswers.Read)"),
        Kind::Named(of, _) => match model.get(of).map(|one| &one.shape) {
            Some(Shape::Forms(_)) if optional.is_empty() => format!("new {of}(json[\"{name}\"])"),
            Some(Shape::Forms(_)) => format!("json[\"{name}\"] == null ? null : new {of}(json[\"{name}\"])"),
            _ => format!("json.{optional}Object(\"{name}\", found => new {of}(found))"),
        },
        Kind::List(item) => match &**item {
            Kind::Text(_) | Kind::Digest => format!("json.Texts(\"{name}\")"),
            Kind::Named(of, _) if is_text(model, of) => format!("json.Texts(\"{name}\")"),
            Kind::Named(of, _) if model.words(of).is_some() => format!("json.Codes<{of}>(\"{name}\")"),
            Kind::Named(of, _) if model.is_by_fact(of) => format!("json.Objects(\"{name}\", FactAnswers.Read)"),
            Kind::Named(of, _) => format!("json.Objects(\"{name}\", found => new {of}(found))"),
            _ => bail!("{name}: a list of these is not read in C# yet"),
        },
        Kind::Map(..) | Kind::Either(_) => bail!("{name}: a value of this kind is not read in C# yet"),
    })
}

/// The statement that writes a member of a request.
fn written(model: &Model, one: &Type, member: &Member) -> Result<String> {
    let (name, value) = (&member.name, property(one, member));
    let always = if member.required { ", always: true" } else { "" };
    Ok(match &member.kind {
        Kind::Text(_) | Kind::Digest => format!("json.Text(\"{name}\", {value});"),
        Kind::Flag => format!("json.Flag(\"{name}\", {value});"),
        Kind::Count | Kind::Number => format!("json.Number(\"{name}\", {value});"),
        Kind::Date => format!("json.Date(\"{name}\", {value});"),
        Kind::Amount => format!("json.Amount(\"{name}\", {value});"),
        Kind::Named(of, _) if is_text(model, of) => format!("json.Text(\"{name}\", {value});"),
        Kind::Named(of, _) if model.words(of).is_some() => format!("json.Code(\"{name}\", {value});"),
        Kind::Named(of, _) if is_dates(model, of) => format!("json.Dates(\"{name}\", {value});"),
        Kind::Named(of, _) if model.is_by_fact(of) => {
            format!(
                "json.Member(\"{name}\", {value} == null || {value}.IsEmpty ? (Action<JsonWriter>)null : {value}.Write);"
            )
        }
        Kind::Named(..) => {
            format!("json.Member(\"{name}\", {value} == null ? (Action<JsonWriter>)null : {value}.Write);")
        }
        Kind::Map(..) => format!("json.Numbers(\"{name}\", {value}{always});"),
        Kind::List(item) => match &**item {
            Kind::Text(_) | Kind::Digest => format!("json.Texts(\"{name}\", {value}{always});"),
            Kind::Named(of, _) if model.words(of).is_some() => format!("json.Codes(\"{name}\", {value}{always});"),
            Kind::Named(..) => {
                format!("json.Members(\"{name}\", {value}, (item, member) => item.Write(member){always});")
            }
            _ => bail!("{name}: a list of these is not written in C# yet"),
        },
        Kind::Either(_) => bail!("{name}: a value of this kind is not written in C# yet"),
    })
}

/// The properties of the answers, one a fact.
fn answers(model: &Model) -> String {
    let mut parts = vec![format!(
        "{}    public const decimal RateThreshold = {}m;\n",
        summary("    ", "The rate of permanent incapacity, in percent, from which that fact holds."),
        model.contract.facts.iter().find_map(|fact| fact.threshold.as_deref()).unwrap_or_default()
    )];
    for fact in &model.contract.facts {
        let name = pascal(fact.code);
        let doc = summary("    ", fact.question);
        parts.push(match fact.kind {
            AnswerKind::Percent => {
                format!("{doc}    public decimal? {name} {{ get => rate; set => PutRate(Fact.{name}, value); }}\n")
            }
            AnswerKind::Status => format!(
                "{doc}    public Statut? {name} {{ get => GetStatut(Fact.{name}); set => PutStatut(Fact.{name}, value); }}\n"
            ),
            _ => format!("{doc}    public bool? {name} {{ get => Get(Fact.{name}); set => Set(Fact.{name}, value); }}\n"),
        });
    }
    let kinds: Vec<String> = model
        .contract
        .facts
        .iter()
        .filter(|fact| fact.kind != AnswerKind::YesNo)
        .map(|fact| {
            let kind = if fact.kind == AnswerKind::Percent { "Percent" } else { "Status" };
            format!("            case Fact.{}: return AnswerKind.{kind};\n", pascal(fact.code))
        })
        .collect();
    parts.push(format!(
        "    private static AnswerKind KindOf(Fact fact)\n    {{\n        switch (fact)\n        {{\n{}            \
         default: return AnswerKind.YesNo;\n        }}\n    }}\n",
        kinds.concat()
    ));
    format!("public sealed partial class FactAnswers\n{{\n{}}}\n", parts.join("\n"))
}

/// The method of an operation: two bear another name than its code.
fn method(code: &str) -> String {
    match code {
        "catalogue" => "GetCatalogue".to_owned(),
        "funding" => "AssessFunding".to_owned(),
        _ => pascal(code),
    }
}

fn methods(model: &Model) -> String {
    let mut parts = vec![
        "    /// <summary>In the order of <see cref=\"Operation\"/>.</summary>\n    \
         private static readonly NativeOperation[] Functions = AllFunctions();\n"
            .to_owned(),
    ];
    for operation in &model.contract.operations {
        let (request, result) =
            (format!("{}Request", pascal(operation.code)), format!("{}Result", pascal(operation.code)));
        let mut text = summary("    ", &operation.doc);
        let errors: Vec<String> = operation.errors.iter().map(|code| format!("`{code}`")).collect();
        let errors = if errors.is_empty() { String::new() } else { format!(" {}, and", errors.join(", ")) };
        let thrown = format!(
            "<exception cref=\"BilanException\">{}</exception>",
            xml(&format!("The request cannot be answered:{errors} the general codes."))
        );
        let disposed =
            "    /// <exception cref=\"ObjectDisposedException\">The catalogue was disposed of.</exception>\n";
        let (name, code) = (method(operation.code), pascal(operation.code));
        if model.members(&request).is_empty() {
            let _ = write!(
                text,
                "    /// <returns>The result.</returns>\n{disposed}    \
                 public {result} {name}() => new {result}(Ask(Operation.{code}, \"{{}}\"));\n"
            );
        } else {
            let _ = write!(
                text,
                "    /// <param name=\"request\">The request.</param>\n    /// <returns>The result.</returns>\n{}{disposed}    \
                 public {result} {name}({request} request) =>\n        \
                 new {result}(Ask(Operation.{code}, NotNull(request, nameof(request)).ToJson()));\n",
                comment("    ", "/// ", &thrown)
            );
        }
        parts.push(text);
    }
    let functions: String = model
        .contract
        .operations
        .iter()
        .map(|operation| format!("        NativeMethods.{},\n", c_function(operation.code)))
        .collect();
    parts.push(format!(
        "    private static unsafe NativeOperation[] AllFunctions() => new NativeOperation[]\n    {{\n{functions}    }};\n"
    ));
    format!("public sealed partial class Catalogue\n{{\n{}}}\n", parts.join("\n"))
}

fn imports(model: &Model) -> String {
    let imports: Vec<String> = model
        .contract
        .operations
        .iter()
        .map(|operation| {
            format!(
                "    [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]\n    \
                 internal static extern int {}(\n        CatalogueHandle catalogue, byte* request, UIntPtr length, \
                 out IntPtr result, out UIntPtr resultLength);\n",
                c_function(operation.code)
            )
        })
        .collect();
    format!("internal static unsafe partial class NativeMethods\n{{\n{}}}\n", imports.join("\n"))
}
