//! `docs/contrat.md`: the contract's reference page, in French.

use std::fmt::Write;

use bilan_professionnel::contract::AnswerKind;

use crate::french::{French, typeset};
use crate::model::{Bounds, Kind, LABELLED, Member, Model, Shape, Type};
use crate::text::{MARKER, pascal};
use crate::{File, file};

const INTRODUCTION: &str = "\
# Le contrat

Version {version}. Un même jeu de documents JSON sert tous les hôtes (Rust, C, PHP, .NET, JavaScript) : la même demande y reçoit
la même réponse, octet pour octet.

- Les textes sont en UTF-8 ; les clés et les codes sont en ASCII.
- Les dates s’écrivent `AAAA-MM-JJ` ; les heures sont des nombres ; les montants sont des textes à deux décimales (`\"2040.50\"`).
- `null` et l’absence veulent dire la même chose ; pour un fait, *inconnu*.
- Une clé inconnue, une clé en double, un mauvais type ou une valeur impossible est une erreur qui nomme le membre en cause.
- Les réponses peuvent gagner des membres et des codes, et n’en perdent jamais : un programme laisse de côté ce qu’il ne connaît pas.
- Rien n’est lu de l’horloge, des fichiers, du réseau ou de la langue de la machine : les dates viennent de la demande.

Les schémas JSON de ces documents sont dans [`core/schemas`](../core/schemas).
";

/// The page, with the keys that have no French text and the texts that serve nothing.
pub(crate) fn page(model: &Model) -> (File, Vec<String>, Vec<String>) {
    let writer = Writer { model, french: French::read() };
    let text = writer.page();
    (file("docs/contrat.md", text), writer.french.missing(), writer.french.unused())
}

struct Writer<'m> {
    model: &'m Model,
    french: French,
}

impl Writer<'_> {
    fn page(&self) -> String {
        let contract = &self.model.contract;
        let mut text = format!("<!-- {MARKER} -->\n\n");
        text += &typeset(&INTRODUCTION.replace("{version}", &contract.version.to_string()));
        text += "\n## Les opérations\n\n| opération | ce qu’elle fait |\n|---|---|\n";
        for operation in &contract.operations {
            let code = operation.code;
            let _ = writeln!(text, "| [`{code}`](#{code}) | {} |", self.french.of(&format!("operation={code}")));
        }
        for operation in &contract.operations {
            text += &self.operation(operation.code, &operation.errors);
        }
        text += "\n## Le document d’erreur\n";
        for one in self.model.types.iter().filter(|one| one.home == "error" && one.name != "ErrorCode") {
            text += &self.section(one);
        }
        text += &self.errors();
        text += &self.facts();
        text += &self.situations();
        text += &self.limits();
        text
    }

    fn operation(&self, code: &str, errors: &[&str]) -> String {
        let mut text = format!("\n## {code}\n\n{}\n", self.french.of(&format!("operation={code}")));
        for side in ["Request", "Result"] {
            let name = format!("{}{side}", pascal(code));
            if let Some(one) = self.model.get(&name) {
                text += &self.section(one);
            }
        }
        let own: Vec<String> = errors.iter().map(|code| format!("[`{code}`](#les-erreurs)")).collect();
        let own = if own.is_empty() { String::new() } else { format!("{}, et ", own.join(", ")) };
        let _ = write!(text, "\n{}{own}les [codes généraux](#les-erreurs).\n", typeset("Erreurs : "));
        for one in self.model.types.iter().filter(|one| one.home == code && !self.is_root(&one.name)) {
            if !matches!(one.name.as_str(), "Fact" | "Situation") {
                text += &self.section(one);
            }
        }
        text
    }

    fn is_root(&self, name: &str) -> bool {
        let root = |code: &str| name == format!("{}Request", pascal(code)) || name == format!("{}Result", pascal(code));
        self.model.contract.operations.iter().any(|operation| root(operation.code))
    }

    fn section(&self, one: &Type) -> String {
        let mut text = format!("\n### {}\n\n{}\n", one.name, self.french.of(&one.name));
        match &one.shape {
            Shape::Record(members) if members.is_empty() => {}
            Shape::Record(_) if self.model.is_by_fact(&one.name) => {
                let kind = if self.is_dates(&one.name) { "une date" } else { "sa réponse" };
                let _ = write!(
                    text,
                    "\n{}\n",
                    typeset(&format!("Un membre par [fait](#les-faits) : {kind} ; tous facultatifs."))
                );
            }
            Shape::Record(members) => {
                text += "\n| membre | type | présence | ce qu’il dit |\n|---|---|---|---|\n";
                for member in members {
                    let _ = writeln!(
                        text,
                        "| `{}` | {} | {} | {} |",
                        member.name,
                        self.kind(&member.kind, &member.bounds),
                        presence(one, member),
                        self.french.of_member(&one.name, &member.name)
                    );
                }
            }
            Shape::Words(words) => {
                text += "\n| code | sens |\n|---|---|\n";
                for word in words {
                    let _ = writeln!(
                        text,
                        "| `{}` | {} |",
                        word.code,
                        self.french.of(&format!("{}={}", one.name, word.code))
                    );
                }
            }
            Shape::Forms(forms) => {
                text += "\n| forme | sens |\n|---|---|\n";
                for form in forms {
                    let held = form.holds.as_ref().map_or_else(
                        || format!("`\"{}\"`", form.key),
                        |kind| {
                            format!(
                                "`{{\"{}\": … }}`{}{}",
                                form.key,
                                typeset(" : "),
                                self.kind(kind, &Bounds::default())
                            )
                        },
                    );
                    let _ = writeln!(text, "| {held} | {} |", self.french.of(&format!("{}={}", one.name, form.key)));
                }
            }
        }
        text
    }

    fn is_dates(&self, name: &str) -> bool {
        self.model.members(name).iter().all(|member| member.kind == Kind::Date)
    }

    fn kind(&self, kind: &Kind, bounds: &Bounds) -> String {
        let list = |code: &str| match code {
            "variant" => "déclinaison",
            "client" => "employeur",
            "need" => "besoin",
            "step" => "étape",
            "mode" => "modalité",
            "cover" => "prestation comprise",
            "before" => "préalable",
            "site" => "lieu",
            "remote" => "forme à distance",
            "companion" => "accompagnant",
            "document" => "document",
            "topic" => "thème",
            "link" => "lien",
            _ => "texte",
        };
        let mut written = match kind {
            Kind::Text(None) => "texte".to_owned(),
            Kind::Text(Some(code)) => format!("code du catalogue ({})", list(code)),
            Kind::Flag => "oui ou non".to_owned(),
            Kind::Count => "entier".to_owned(),
            Kind::Number => "nombre".to_owned(),
            Kind::Date => "date".to_owned(),
            Kind::Amount => "montant".to_owned(),
            Kind::Digest => "empreinte SHA-256".to_owned(),
            Kind::Named(name, Some(code)) if name == LABELLED => {
                format!("[{name}](#{}) ({})", anchor(name), list(code))
            }
            Kind::Named(name, _) if name == "Fact" => "code d’un [fait](#les-faits)".to_owned(),
            Kind::Named(name, _) if name == "Situation" => "code d’une [situation](#les-situations)".to_owned(),
            Kind::Named(name, _) if name == "ErrorCode" => "[code](#les-erreurs)".to_owned(),
            Kind::Named(name, _) => format!("[{name}](#{})", anchor(name)),
            Kind::List(item) => format!("{}{}", typeset("liste : "), self.kind(item, &Bounds::default())),
            Kind::Map(code, value) => format!(
                "{}{}",
                typeset(&format!("objet par code ({}) : ", code.map_or("texte", list))),
                self.kind(value, &Bounds::default())
            ),
            Kind::Either(kinds) => {
                kinds.iter().map(|kind| self.kind(kind, &Bounds::default())).collect::<Vec<_>>().join(" ou ")
            }
        };
        let number = |text: &str| text.strip_suffix(".0").unwrap_or(text).replace('.', ",");
        if !bounds.only.is_empty() {
            let only: Vec<String> = bounds.only.iter().map(|value| number(value)).collect();
            return format!("{written}{}{}", typeset(" : "), only.join(", "));
        }
        // A bound that no value comes near says nothing.
        let max = bounds.max.as_deref().filter(|max| max.parse::<f64>().is_ok_and(|max| max < 1e6));
        match (bounds.min.as_deref(), max) {
            (Some(min), Some(max)) => {
                let _ = write!(written, ", de {} à {}", number(min), number(max));
            }
            (Some(min), None) if number(min) != "0" => {
                let _ = write!(written, ", au moins {}", number(min));
            }
            (None, Some(max)) => {
                let _ = write!(written, ", au plus {}", number(max));
            }
            _ => {}
        }
        if let Some(multiple) = &bounds.multiple {
            let _ = write!(written, ", multiple de {}", number(multiple));
        }
        if let Some(items) = &bounds.max_items {
            let _ = write!(written, ", {items} au plus");
        }
        written
    }

    fn errors(&self) -> String {
        let contract = &self.model.contract;
        let mut text = format!(
            "\n## Les erreurs\n\n{}\n\n| code | sens | `details` | où |\n|---|---|---|---|\n",
            self.french.of("ErrorCode")
        );
        for error in &contract.errors {
            let mut places: Vec<String> = Vec::new();
            if error.general {
                places.push("partout".to_owned());
            }
            let of = contract.operations.iter().filter(|operation| operation.errors.contains(&error.code));
            places.extend(of.map(|operation| format!("`{}`", operation.code)));
            if error.catalogue {
                places.push("lecture d’un catalogue".to_owned());
            }
            let details: Vec<String> = error.details.iter().map(|member| format!("`{member}`")).collect();
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} |",
                error.code,
                self.french.of(&format!("ErrorCode={}", error.code)),
                details.join(", "),
                places.join(", ")
            );
        }
        text
    }

    fn facts(&self) -> String {
        let mut text = String::from(
            "\n## Les faits\n\nUn fait absent est inconnu. La première question s’adresse à l’agent, la seconde parle de lui. Le bit est \
             celui des verdicts en nombres, dans chacun des deux masques.\n",
        );
        text += &typeset(
            "\n| code | réponse | questions | aide | justificatif d’usage | daté | délicat | bit |\n|---|---|---|---|---|---|---|---|\n",
        );
        let yes = |is: bool| if is { "oui" } else { "non" };
        for fact in &self.model.contract.facts {
            let answer = match (fact.kind, &fact.threshold) {
                (AnswerKind::Percent, Some(threshold)) => {
                    typeset(&format!("taux, de 0 à 100 ; compte à partir de {} %", threshold.replace('.', ",")))
                }
                (AnswerKind::Percent, None) => "taux, de 0 à 100".to_owned(),
                (AnswerKind::Status, _) => "[Statut](#statut)".to_owned(),
                _ => "oui ou non".to_owned(),
            };
            let _ = writeln!(
                text,
                "| `{}` | {answer} | {}<br>{} | {} | {} | {} | {} | {} |",
                fact.code,
                typeset(fact.question),
                typeset(fact.question_about),
                typeset(fact.help.unwrap_or_default()),
                typeset(fact.document),
                yes(fact.can_expire),
                yes(fact.delicate),
                fact.bit.trailing_zeros()
            );
        }
        text
    }

    fn situations(&self) -> String {
        let mut text = String::from(
            "\n## Les situations\n\nLa liste du FIPHFP. Le bit est celui de chaque moitié d’un verdict en nombres.\n\n\
             | code | libellé | groupe | origine | bit |\n|---|---|---|---|---|\n",
        );
        for situation in &self.model.contract.situations {
            let _ = writeln!(
                text,
                "| `{}` | {} | `{}` | {} | {} |",
                situation.code,
                typeset(situation.label),
                situation.group,
                situation.sources.iter().map(|source| typeset(source)).collect::<Vec<_>>().join("<br>"),
                situation.bit.trailing_zeros()
            );
        }
        text
    }

    fn limits(&self) -> String {
        let mut text = String::from("\n## Les bornes\n\n| ce qui est borné | valeur |\n|---|---|\n");
        for limit in &self.model.contract.limits {
            let value = limit.value.replace('.', ",");
            let _ = writeln!(text, "| {} | {value} |", self.french.of(&format!("limit={}", limit.name)));
        }
        text
    }
}

/// The anchor of a heading of that name.
fn anchor(name: &str) -> String {
    name.to_lowercase()
}

fn presence(owner: &Type, member: &Member) -> &'static str {
    match (member.required, member.nullable, owner.in_requests) {
        (true, false, true) => "obligatoire",
        (true, false, false) => "toujours",
        (true, true, _) => "toujours, ou `null`",
        (false, _, true) => "facultatif",
        (false, _, false) => "selon le cas",
    }
}
