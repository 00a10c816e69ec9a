//! Might the FIPHFP pay: the facts, the situations, dated proofs, the order of the questions.

use bilan_professionnel::catalogue::FundingTerms;
use bilan_professionnel::funding::{
    Answers, Assessment, FREQUENCIES, Fact, FactKind, Group, Outcome, Request, Situation, assess,
};
use bilan_professionnel::{Catalogue, Date, Error, french};

use super::markdown::{Document, Inline, code, line, strong};
use super::situations::{self, with};
use super::{example_day, source, yes};

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    book.heading(2, "Financement par le FIPHFP");
    let Some(terms) = catalogue.offer().funding.as_ref().filter(|terms| terms.offered) else {
        book.paragraph(
            "Le centre ne fait pas intervenir le Fonds pour l’insertion des personnes handicapées dans la fonction \
             publique (FIPHFP) : rien n’en est dit à l’agent.",
        );
        return Ok(());
    };
    offered(book, terms);
    outcomes(book, catalogue)?;
    facts(book);
    book.heading(3, "Les situations citées");
    book.paragraph(
        "Les tableaux montrent les cas limites : ce qui suffit à remplir ou à écarter la situation, et ce à quoi il ne \
         manque qu’une réponse. « inconnu » veut dire sans réponse ; un verdict \
         rendu malgré un « inconnu » vaut quelle que soit la réponse qui manque.",
    );
    let mut group: Option<Group> = None;
    for situation in Situation::ALL {
        if group != Some(situation.group()) {
            group = Some(situation.group());
            book.paragraph(strong(situations::group(situation.group())));
        }
        situations::write(book, catalogue, terms, situation)?;
    }
    proofs(book, catalogue)?;
    questions(book, catalogue)
}

fn offered(book: &mut Document, terms: &FundingTerms) {
    book.paragraph(
        "FIPHFP : Fonds pour l’insertion des personnes handicapées dans la fonction publique. Le financement est une \
         possibilité, jamais un droit ni une promesse. La liste des situations n’est pas limitative : d’une situation \
         qui n’y figure pas, on ne dit pas « refusé », on invite à en parler à une conseillère ou à un conseiller.",
    );
    if let Some(procedure) = &terms.procedure {
        book.paragraph(procedure);
    }
    source(book, terms.source.as_ref());
}

/// The outcome over the whole list, said as people are told it.
fn outcomes(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let assessed = |answers: Answers| assess(catalogue, &Request::new(example_day(), answers));
    let row = |case: &str, found: &Assessment| {
        vec![case.into(), strong(outcome(found.outcome)), found.explanation.as_str().into()]
    };
    book.table(
        ["Ce que l’on sait", "Résultat", "Ce qui est dit"],
        [
            row("Une situation est remplie, le reste est inconnu", &assessed(Answers::new().flag(Fact::Rqth, true))?),
            row("Rien", &assessed(Answers::new())?),
            row("Toutes les réponses sont négatives", &assessed(all_negative())?),
        ],
    );
    Ok(())
}

const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Possible => "possible",
        Outcome::NotListed => "à voir avec une conseillère ou un conseiller",
        Outcome::Undetermined => "à préciser",
    }
}

fn all_negative() -> Answers {
    Fact::ALL.into_iter().fold(Answers::new(), |answers, fact| with(answers, fact, false))
}

fn facts(book: &mut Document) {
    book.heading(3, "Les questions posées");
    book.paragraph(
        "Une question sans réponse reste inconnue : elle n’est jamais comptée comme « non ». Une question délicate est \
         posée en dernier, et sa réponse n’est jamais reprochée.",
    );
    let row = |fact: Fact| -> Vec<Inline> {
        let answers = match fact.kind() {
            FactKind::YesNo => "oui, non",
            FactKind::Percent => "de 0 à 100 %",
            FactKind::Status => "fonctionnaire, contractuel",
        };
        vec![
            code(fact.code()),
            fact.question().into(),
            fact.question_about().into(),
            fact.help().unwrap_or("—").into(),
            answers.into(),
            fact.document().into(),
            yes(fact.can_expire()).into(),
            yes(fact.is_delicate()).into(),
        ]
    };
    book.table(
        ["Fait", "À l’agent", "Sur l’agent", "Aide", "Réponses", "Justificatif", "Justificatif daté", "Délicate"],
        Fact::ALL.map(row),
    );
}

/// How a dated proof counts, shown by one proof around two days.
fn proofs(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    book.heading(3, "Justificatifs datés");
    book.paragraph(
        "Le dernier jour de validité compte. Un justificatif expiré le jour de l’évaluation est à renouveler : la \
         réponse redevient inconnue. Valable ce jour-là mais pas jusqu’à la fin du bilan, il vaut « oui », avec un \
         avertissement.",
    );
    let eve = example_day();
    let day_after = |day: Date| day.plus_days(1).unwrap_or(day);
    let (on, before_end) = (day_after(eve), eve.plus_months(6).unwrap_or(eve));
    let until = day_after(before_end);
    let mut rows = Vec::new();
    for valid_until in [eve, on, before_end, until] {
        let answers = all_negative().flag(Fact::Rqth, true);
        let request = Request::new(on, answers).until(until);
        // A proof of a fact answered by yes or no can be dated.
        let Ok(request) = request.proof(Fact::Rqth, valid_until) else { continue };
        let found = assess(catalogue, &request)?;
        let mark = match (found.expired.is_empty(), found.expiring.is_empty()) {
            (false, _) => "expiré : à renouveler",
            (true, false) => "à renouveler avant la fin du bilan",
            (true, true) => "aucun",
        };
        rows.push(vec![french::date(valid_until).into(), strong(outcome(found.outcome)), mark.into()]);
    }
    book.paragraph(format!(
        "Exemple : {}, tout le reste étant négatif, évalué le {}, bilan jusqu’au {}.",
        Fact::Rqth.answered(true),
        french::date(on),
        french::date(until)
    ));
    book.table(["Valable jusqu’au", "Résultat", "Avertissement"], rows);
    Ok(())
}

/// The questions in the order in which they are asked when every answer is negative.
fn questions(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    book.heading(3, "Ordre des questions");
    book.paragraph(
        "On s’arrête dès qu’une situation est remplie. Tant que les réponses sont négatives, les questions viennent \
         dans cet ordre ; les autres deviennent inutiles.",
    );
    let mut answers = Answers::new();
    let mut asked = Vec::new();
    // Each question is asked once at most.
    for _ in Fact::ALL {
        let Some(fact) = assess(catalogue, &Request::new(example_day(), answers))?.next_question else { break };
        asked.push(line![fact.question(), " (", code(fact.code()), ")"]);
        answers = with(answers, fact, false);
    }
    book.numbered(asked);
    book.paragraph(FREQUENCIES);
    Ok(())
}
