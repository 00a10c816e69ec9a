//! The table: every object of a catalogue document and its members, in the order in which they are written.

use super::{Form, Kind, Member, Rule};
use crate::limits::{
    MAX_CODE, MAX_DELAY_DAYS, MAX_DUE_DAYS, MAX_LIST, MAX_MODES_OF_A_STEP, MAX_MONTHS, MAX_SESSION, MAX_STEP,
    MAX_STEPS, MAX_TEXT, MAX_VARIANTS, MIN_HOURS,
};
use crate::values::Hours;

const TEXT: Kind = Kind::Text(MAX_TEXT);
const NAME: Kind = Kind::Text(MAX_CODE);
const TEXTS: Kind = Kind::List(&TEXT, 0, MAX_LIST);
const ANY_HOURS: Kind = Kind::Hours(MIN_HOURS, Hours::MAX);
const STEP_HOURS: Kind = Kind::Hours(MIN_HOURS, MAX_STEP);
const SESSION: Kind = Kind::Hours(MIN_HOURS, MAX_SESSION);
const MONTHS: Kind = Kind::Count(0, MAX_MONTHS);
const CADENCES: Kind = Kind::Distinct(&Kind::Choice(&["weekly", "fortnightly", "monthly"]), 0, 3);

const fn required(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: true }
}

const fn optional(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: false }
}

const fn list(form: &'static Kind) -> Kind {
    Kind::List(form, 0, MAX_LIST)
}

const fn references(min: usize, max: usize) -> Kind {
    Kind::Distinct(&Kind::Reference, min, max)
}

const fn form(name: &'static str, members: &'static [Member]) -> Form {
    Form { name, members, rule: Rule::Free }
}

/// The document.
pub(in crate::catalogue) static OFFER: Form = form(
    "Offer",
    &[
        optional("$schema", TEXT),
        required("id", NAME),
        required("edition", NAME),
        required("centre", Kind::Object(&CENTRE)),
        optional("granularity", Kind::Granularity),
        required("clients", Kind::List(&Kind::Object(&CLIENT), 1, MAX_LIST)),
        optional("needs", list(&Kind::Object(&LABELLED))),
        required("modes", Kind::List(&Kind::Object(&MODE), 1, MAX_LIST)),
        required("variants", Kind::List(&Kind::Object(&VARIANT), 1, MAX_VARIANTS)),
        optional("covers", list(&Kind::Object(&COVER))),
        optional("tariffs", list(&Kind::Object(&TARIFF))),
        optional("course", Kind::Object(&COURSE)),
        optional("accompaniment", list(&Kind::Object(&COMPANION))),
        optional("funding", Kind::Object(&FUNDING)),
        optional("settlement", Kind::Object(&SETTLEMENT)),
        optional("information", list(&Kind::Object(&TOPIC))),
        optional("links", list(&Kind::Object(&LINK))),
        optional("texts", list(&Kind::Object(&LEGAL_TEXT))),
        optional("readings", list(&Kind::Object(&READING))),
    ],
);

static CENTRE: Form = form(
    "Centre",
    &[
        required("name", TEXT),
        optional("shortName", TEXT),
        optional("service", TEXT),
        optional("contact", Kind::Object(&CONTACT)),
        optional("source", TEXT),
    ],
);

static CONTACT: Form = form("Contact", &[optional("phone", TEXT), optional("email", TEXT), optional("address", TEXT)]);

static CLIENT: Form = form("Client", &[required("code", Kind::Code), required("label", TEXT)]);

static LABELLED: Form = form("Labelled", &[required("code", Kind::Code), required("label", TEXT)]);

static COVER: Form = form("Cover", &[required("code", Kind::Code), required("label", TEXT)]);

static MODE: Form =
    form("Mode", &[required("code", Kind::Code), required("label", TEXT), required("accompanied", Kind::Flag)]);

static VARIANT: Form = form(
    "Variant",
    &[
        required("code", Kind::Code),
        required("label", TEXT),
        required("purpose", TEXT),
        required("statedHours", ANY_HOURS),
        optional("average", Kind::Flag),
        optional("counts", Kind::Choice(&["all", "accompanied"])),
        optional("objective", Kind::Reference),
        optional("suits", Kind::Distinct(&Kind::Situation, 0, MAX_LIST)),
        optional("needs", references(0, MAX_LIST)),
        optional("objectives", TEXTS),
        required("steps", Kind::List(&Kind::Object(&STEP), 1, MAX_STEPS)),
        optional("course", Kind::Object(&VARIANT_COURSE)),
        optional("source", TEXT),
    ],
);

static STEP: Form = form(
    "Step",
    &[
        required("code", Kind::Code),
        required("label", TEXT),
        optional("publicLabel", TEXT),
        required("hours", Kind::Object(&STEP_RANGE)),
        required("modes", references(1, MAX_MODES_OF_A_STEP)),
        optional("tools", TEXTS),
        optional("coach", Kind::Flag),
        optional("kickoff", Kind::Choice(&["optional", "required"])),
        optional("after", Kind::Object(&AFTER)),
    ],
);

static STEP_RANGE: Form = Form {
    name: "StepHours",
    members: &[required("min", STEP_HOURS), required("max", STEP_HOURS)],
    rule: Rule::Ordered,
};

static AFTER: Form = form("After", &[required("months", Kind::Count(1, MAX_MONTHS))]);

static TARIFF: Form = form(
    "Tariff",
    &[
        required("variants", references(1, MAX_VARIANTS)),
        optional("clients", references(1, MAX_LIST)),
        optional("hours", Kind::Object(&TARIFF_RANGE)),
        optional("from", Kind::Date),
        optional("to", Kind::Date),
        required("price", Kind::Either(&["free", "onQuote"], &PRICE)),
        optional("tax", Kind::Either(&["included", "exempt"], &TAX)),
        optional("indicative", Kind::Flag),
        optional("covers", references(0, MAX_LIST)),
        optional("source", TEXT),
    ],
);

static TARIFF_RANGE: Form = Form {
    name: "TariffHours",
    members: &[required("min", Kind::Hours(Hours::ZERO, Hours::MAX)), required("max", ANY_HOURS)],
    rule: Rule::Ordered,
};

static PRICE: Form = Form {
    name: "Price",
    members: &[
        optional("flat", Kind::Object(&FLAT)),
        optional("reference", Kind::Object(&REFERENCE)),
        optional("hourly", Kind::Object(&HOURLY)),
        optional("unit", Kind::Object(&UNIT)),
    ],
    rule: Rule::One,
};

static FLAT: Form = form("FlatPrice", &[required("amount", Kind::Amount)]);

static REFERENCE: Form = form("ReferencePrice", &[required("hours", ANY_HOURS), required("amount", Kind::Amount)]);

static HOURLY: Form = form(
    "HourlyPrice",
    &[
        required("rate", Kind::Amount),
        required("bills", Kind::Choice(&["all", "accompanied", "accompaniedWithoutKickoff"])),
        optional("fixed", list(&Kind::Object(&FIXED_PART))),
    ],
);

static FIXED_PART: Form = form("FixedPart", &[required("label", TEXT), required("amount", Kind::Amount)]);

static UNIT: Form =
    form("UnitPrice", &[required("hours", ANY_HOURS), required("amount", Kind::Amount), optional("label", TEXT)]);

static TAX: Form = Form { name: "Tax", members: &[optional("excluded", Kind::Object(&TAX_RATE))], rule: Rule::One };

static TAX_RATE: Form = form("TaxRate", &[required("rate", Kind::Rate)]);

static COURSE: Form = form(
    "Course",
    &[
        optional("delay", Kind::Object(&DELAY)),
        optional("usual", Kind::Object(&USUAL)),
        optional("maxSessionHours", SESSION),
        optional("cadences", CADENCES),
        optional("holidays", Kind::Object(&HOLIDAYS)),
        optional("closures", list(&Kind::Object(&CLOSURE))),
        optional("before", list(&Kind::Object(&LABELLED))),
        optional("sites", list(&Kind::Object(&LABELLED))),
        optional("remote", list(&Kind::Object(&LABELLED))),
        optional("accessibility", TEXT),
        optional("workingTime", TEXT),
        optional("source", TEXT),
    ],
);

static VARIANT_COURSE: Form = form(
    "VariantCourse",
    &[
        optional("delay", Kind::Object(&DELAY)),
        optional("usual", Kind::Object(&USUAL)),
        optional("maxSessionHours", SESSION),
        optional("cadences", CADENCES),
    ],
);

static DELAY: Form = Form {
    name: "Delay",
    members: &[optional("days", Kind::Count(0, MAX_DELAY_DAYS)), optional("weeks", Kind::Count(0, MAX_DELAY_DAYS / 7))],
    rule: Rule::One,
};

static USUAL: Form =
    form("UsualDuration", &[required("minMonths", MONTHS), required("maxMonths", Kind::Count(1, MAX_MONTHS))]);

static HOLIDAYS: Form = form(
    "Holidays",
    &[
        required(
            "zone",
            Kind::Choice(&[
                "metropole",
                "alsaceMoselle",
                "guadeloupe",
                "martinique",
                "guyane",
                "reunion",
                "mayotte",
                "saintMartin",
                "saintBarthelemy",
            ]),
        ),
        optional("goodFriday", Kind::Flag),
    ],
);

static CLOSURE: Form =
    form("CentreClosure", &[required("from", Kind::Date), required("to", Kind::Date), optional("yearly", Kind::Flag)]);

static COMPANION: Form = form(
    "Companion",
    &[
        required("code", Kind::Code),
        required("label", TEXT),
        required("part", TEXT),
        optional("variants", references(1, MAX_VARIANTS)),
        optional("source", TEXT),
    ],
);

static FUNDING: Form = form(
    "FundingTerms",
    &[
        required("offered", Kind::Flag),
        optional("procedure", TEXT),
        optional("passages", list(&Kind::Object(&PASSAGE))),
        optional("source", TEXT),
    ],
);

static PASSAGE: Form = form("Passage", &[required("situation", Kind::Situation), required("source", TEXT)]);

static SETTLEMENT: Form = form(
    "SettlementTerms",
    &[
        optional("documents", list(&Kind::Object(&LABELLED))),
        optional("dueDays", Kind::Count(0, MAX_DUE_DAYS)),
        optional("payee", TEXT),
        optional("request", TEXT),
        optional("source", TEXT),
    ],
);

static TOPIC: Form = form(
    "Topic",
    &[
        required("code", Kind::Code),
        required("title", TEXT),
        required("sentences", Kind::List(&TEXT, 1, MAX_LIST)),
        optional("source", TEXT),
    ],
);

static LINK: Form = form(
    "Link",
    &[
        required("code", Kind::Code),
        required("label", TEXT),
        optional("url", Kind::Address),
        optional("variants", references(1, MAX_VARIANTS)),
    ],
);

static LEGAL_TEXT: Form = form(
    "LegalText",
    &[
        required("code", Kind::Code),
        required("title", TEXT),
        required("date", Kind::Date),
        optional("note", TEXT),
        optional("url", Kind::Address),
    ],
);

static READING: Form =
    form("Reading", &[required("code", Kind::Code), required("sentence", TEXT), optional("source", TEXT)]);
