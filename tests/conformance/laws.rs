//! What the contract says of every answer, whatever was asked.

use bilan_professionnel::Date;
use bilan_professionnel::record::DIGESTED;
use serde_json::Value;

use super::{Answered, sha256};

/// The laws that an answer breaks.
pub(crate) fn broken(answered: &Answered) -> Vec<String> {
    let Some((operation, request)) = answered.vector.asked().filter(|_| answered.succeeded()) else {
        return error_document(&answered.answer);
    };
    let answer = &answered.answer;
    match operation.as_str() {
        "recommend" => recommendation(&request, answer),
        "funding" => funding(answer),
        "plan" => plan(answer),
        "quote" => quote(answer),
        "schedule" => schedule(answer, &request, answered.vector.catalogue.is_none()),
        "simulate" => {
            let part = |name: &str, law: fn(&Value) -> Vec<String>| answer.get(name).map_or_else(Vec::new, law);
            let mut faults = part("funding", funding);
            faults.extend(plan(&answer["plan"]));
            faults.extend(part("quote", quote));
            if let Some(found) = answer.get("schedule") {
                faults.extend(schedule(found, &request["calendar"], answered.vector.catalogue.is_none()));
            }
            faults.extend(record(&request, answer));
            faults
        }
        "replay" => law("« holds » and what differs", answer["holds"] == list(answer, "differs").is_empty()),
        _ => Vec::new(),
    }
}

fn law(name: &str, holds: bool) -> Vec<String> {
    if holds { Vec::new() } else { vec![format!("broken law: {name}")] }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn sum(items: &[Value], key: &str) -> f64 {
    items.iter().filter_map(|item| item[key].as_f64()).sum()
}

fn error_document(answer: &Value) -> Vec<String> {
    let error = &answer["error"];
    let message = error["message"].as_str().unwrap_or_default();
    law("an error is one French sentence", message.ends_with('.') && message.starts_with(char::is_uppercase))
}

fn recommendation(request: &Value, answer: &Value) -> Vec<String> {
    let ranking = list(answer, "ranking");
    let asked = list(request, "needs").len();
    let served: Vec<usize> = ranking.iter().map(|ranked| list(ranked, "served").len()).collect();
    let whole = ranking.iter().all(|ranked| list(ranked, "served").len() + list(ranked, "unserved").len() == asked);
    let mut faults = law("most needs served first", served.is_sorted_by(|one, next| one >= next));
    faults.extend(law("every need is served or unserved", whole));
    faults
}

fn funding(answer: &Value) -> Vec<String> {
    let (missing, next) = (list(answer, "missing"), &answer["nextQuestion"]);
    let situations = list(answer, "situations");
    let met: Vec<&Value> = situations
        .iter()
        .filter(|situation| situation["status"] == "met")
        .map(|situation| &situation["code"])
        .collect();
    let mut faults = law("eleven situations", situations.len() == 11);
    faults.extend(law("the next question is one of the missing facts", next.is_null() || missing.contains(next)));
    faults.extend(law("no next question when nothing is missing", next.is_null() || !missing.is_empty()));
    faults.extend(law(
        "the next question is described beside it",
        answer["nextQuestionDetail"].get("fact").unwrap_or(&Value::Null) == next,
    ));
    faults.extend(law("« met » lists the situations met", list(answer, "met").iter().eq(met)));
    for situation in situations {
        let open = situation["status"] == "undetermined";
        faults.extend(law(
            "a situation misses facts exactly while undetermined",
            open != list(situation, "missing").is_empty(),
        ));
    }
    let text = answer["explanation"].as_str().unwrap_or_default();
    faults.extend(law("funding is never announced as granted", !text.contains("a droit") && !text.contains("accordé")));
    faults
}

fn plan(answer: &Value) -> Vec<String> {
    let (steps, hours) = (list(answer, "steps"), answer["hours"].as_f64());
    let totals = ["accompanied", "autonomous"].map(|part| answer["totals"][part].as_f64().unwrap_or(f64::NAN));
    let fixed = |step: &Value| list(answer, "warnings").iter().any(|warning| warning["step"] == step["code"]);
    let inside = |step: &Value| {
        let bounds = (step["range"]["min"].as_f64(), step["range"]["max"].as_f64());
        bounds.0 <= step["hours"].as_f64() && step["hours"].as_f64() <= bounds.1
    };
    let all = answer["counts"] == "all";
    let counted = if all { totals[0] + totals[1] } else { totals[0] };
    let mut faults = law("the steps add up to all hours", sum(steps, "hours") == totals[0] + totals[1]);
    faults.extend(law("the hours that the total counts add up to it", Some(counted) == hours));
    faults.extend(law(
        "steps are within their range, or a warning says so",
        steps.iter().all(|step| inside(step) || fixed(step)),
    ));
    faults
}

fn quote(answer: &Value) -> Vec<String> {
    let cents = |amount: &Value| amount.as_str().and_then(|text| text.replace('.', "").parse::<i64>().ok());
    let interval = &answer["indicative"];
    let on_quote = answer["status"] == "onQuote";
    let mut faults = law("no amount exactly where a quote is needed", answer["amount"].is_null() == on_quote);
    faults.extend(law("an interval only where a quote is needed", interval.is_null() || on_quote));
    faults.extend(law("the interval is not inverted", cents(&interval["low"]) <= cents(&interval["high"])));
    faults
}

fn schedule(answer: &Value, calendar: &Value, of_the_cdg29: bool) -> Vec<String> {
    let sessions = list(answer, "sessions");
    let date = |value: &Value| value.as_str().and_then(|text| text.parse::<Date>().ok()).expect("a date");
    let dates: Vec<Date> = sessions.iter().map(|session| date(&session["date"])).collect();
    let least = match calendar["cadence"].as_str() {
        Some("fortnightly") => 14,
        Some("monthly") => 28,
        _ => 7,
    };
    let spaced = dates.windows(2).all(|pair| {
        let days = pair[1].days_since(pair[0]);
        days >= least && days % 7 == 0
    });
    let closures = list(calendar, "closures");
    let closed =
        |day: &Date| closures.iter().any(|closure| date(&closure["from"]) <= *day && *day <= date(&closure["to"]));
    let longest = calendar["maxSessionHours"].as_f64().unwrap_or(if of_the_cdg29 { 2.0 } else { 8.0 });
    let (starts_on, ends_on) = (date(&answer["startsOn"]), date(&answer["endsOn"]));
    let unusual = answer["withinUsualDuration"] == false;
    let of_duration = |warning: &&Value| warning["code"] == "shorterThanUsual" || warning["code"] == "longerThanUsual";
    let mut faults = law("sessions are whole weeks apart, as far as the cadence says", spaced);
    faults.extend(law("no session on a closed day", !dates.iter().any(closed)));
    faults.extend(law(
        "no session is too long",
        sessions.iter().all(|session| session["hours"].as_f64() <= Some(longest)),
    ));
    faults.extend(law("the first session starts it", dates.first() == Some(&starts_on)));
    faults.extend(law("the last session ends it", dates.last() == Some(&ends_on)));
    faults.extend(law("the delay has passed", date(&answer["earliestStart"]) <= starts_on));
    faults.extend(law(
        "an unusual duration brings a warning",
        list(answer, "warnings").iter().filter(of_duration).count() == usize::from(unusual),
    ));
    let milestones = list(answer, "milestones").iter().map(|milestone| date(&milestone["date"]));
    faults.extend(law("milestones are in date order", milestones.is_sorted()));
    faults
}

/// The digests, computed a second time by other means.
fn record(request: &Value, answer: &Value) -> Vec<String> {
    let record = &answer["record"];
    let result = digested(answer);
    let mut faults = law("the record has the digest of the request", record["request"] == sha256::digest(request));
    faults.extend(law("the record has the digest of the result", record["result"] == sha256::digest(&result)));
    faults
}

/// The members of a result that its digest is of.
fn digested(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(name, _)| DIGESTED.contains(&name.as_str()));
            Value::Object(kept.map(|(name, member)| (name.clone(), digested(member))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(digested).collect()),
        other => other.clone(),
    }
}
