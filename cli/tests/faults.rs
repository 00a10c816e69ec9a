//! What a counsellor gets wrong in a catalogue, and what they are told: the line, the member, and what to write.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, missing_docs)]

mod support;

use bilan_professionnel::Catalogue;
use support::{printed, run, said};

/// A mistake; what it changes in the document of `bilan new`, from which text to which; and all that is said of it: line,
/// path, sentence. Without a change, the whole document is an empty list.
type Row = (&'static str, &'static [(&'static str, &'static str)], &'static [(usize, &'static str, &'static str)]);

#[rustfmt::skip]
const MISTAKES: &[Row] = &[
    ("a comma is forgotten", &[(r#""edition": "brouillon","#, r#""edition": "brouillon""#)], &[
        (4, "", "Le texte reçu n’est pas du JSON lisible, à la ligne 4, colonne 3."),
    ]),
    ("a comma is too much", &[("\"accompanied\": false }\n", "\"accompanied\": false },\n")], &[
        (24, "", "Le texte reçu n’est pas du JSON lisible, à la ligne 24, colonne 3."),
    ]),
    ("quotation marks of a word processor", &[(r#""id": "cdg00""#, "“id”: “cdg00”")], &[
        (2, "", "Le texte reçu n’est pas du JSON lisible, à la ligne 2, colonne 3."),
    ]),
    ("a brace is forgotten at the end", &[("\n  ]\n}\n", "\n  ]\n")], &[
        (124, "", "Le texte reçu n’est pas du JSON lisible, à la ligne 124, colonne 1."),
    ]),
    ("a remark as programmers write them", &[(r#"  "granularity": 0.5,"#, "  // le pas des heures\n  \"granularity\": 0.5,")], &[
        (11, "", "Le texte reçu n’est pas du JSON lisible, à la ligne 11, colonne 3."),
    ]),
    ("a decimal comma in a number", &[(r#""statedHours": 18"#, r#""statedHours": 18,5"#)], &[
        (30, "", "Le texte reçu n’est pas du JSON lisible, à la ligne 30, colonne 25."),
    ]),
    ("a member that stands twice", &[(r#""granularity": 0.5,"#, "\"granularity\": 0.5,\n  \"granularity\": 0.25,")], &[
        (12, "granularity", "Ce champ figure plusieurs fois ; il doit figurer une seule fois."),
    ]),
    ("an amount as a number", &[(r#""amount": "1500.00""#, r#""amount": 1500.00"#)], &[
        (72, "tariffs[0].price.reference.amount", "Il faut ici un montant entre guillemets, avec un point et deux décimales, de « 0.00 » à « 999999999.99 », et non le nombre 1500."),
    ]),
    ("an amount with a decimal comma", &[(r#""1500.00""#, r#""1500,00""#)], &[
        (72, "tariffs[0].price.reference.amount", "Il faut ici un montant entre guillemets, avec un point et deux décimales, de « 0.00 » à « 999999999.99 », et non le texte « 1500,00 »."),
    ]),
    ("an amount with spaces and its currency", &[(r#""1500.00""#, r#""1 500,00 €""#)], &[
        (72, "tariffs[0].price.reference.amount", "Il faut ici un montant entre guillemets, avec un point et deux décimales, de « 0.00 » à « 999999999.99 », et non le texte « 1 500,00 € »."),
    ]),
    ("an amount without cents", &[(r#""1500.00""#, r#""1500""#)], &[
        (72, "tariffs[0].price.reference.amount", "Il faut ici un montant entre guillemets, avec un point et deux décimales, de « 0.00 » à « 999999999.99 », et non le texte « 1500 »."),
    ]),
    ("a negative amount", &[(r#""1500.00""#, r#""-1500.00""#)], &[
        (72, "tariffs[0].price.reference.amount", "Il faut ici un montant entre guillemets, avec un point et deux décimales, de « 0.00 » à « 999999999.99 »."),
    ]),
    ("a day written in French", &[(r#""from": "2026-01-01""#, r#""from": "01/01/2026""#)], &[
        (71, "tariffs[0].from", "Il faut ici une date au format AAAA-MM-JJ, comme 2026-12-01, et non le texte « 01/01/2026 »."),
    ]),
    ("a day that does not exist", &[(r#""from": "2026-01-01""#, r#""from": "2026-02-30""#)], &[
        (71, "tariffs[0].from", "Il faut ici un jour qui existe, du 1er janvier 1583 au 31 décembre 9999."),
    ]),
    ("a month in letters", &[(r#""from": "2026-12-24""#, r#""from": "24 décembre 2026""#)], &[
        (90, "course.closures[0].from", "Il faut ici une date au format AAAA-MM-JJ, comme 2026-12-01, et non le texte « 24 décembre 2026 »."),
    ]),
    ("hours as a text", &[(r#""statedHours": 18"#, r#""statedHours": "18 h""#)], &[
        (30, "variants[0].statedHours", "Il faut ici un nombre d’heures sans guillemets, par exemple 18 ou 4.5, et non le texte « 18 h »."),
    ]),
    ("hours off the grid", &[(r#""min": 8, "max": 14"#, r#""min": 7.75, "max": 14"#)], &[
        (46, "variants[0].steps[1].hours.min", "Les heures se comptent par demi-heures : il faut un multiple de 0,5."),
    ]),
    ("hours that no clock has", &[(r#""min": 8, "max": 14"#, r#""min": 1.3, "max": 14"#)], &[
        (46, "variants[0].steps[1].hours.min", "Les heures se comptent par quarts d’heure : il faut un multiple de 0,25."),
    ]),
    ("a step of no time", &[(r#""min": 8, "max": 14"#, r#""min": 0, "max": 14"#)], &[
        (46, "variants[0].steps[1].hours.min", "Il faut un nombre d’heures compris entre 15 min et 40 h."),
    ]),
    ("a step of more than a week", &[(r#""min": 8, "max": 14"#, r#""min": 8, "max": 60"#)], &[
        (46, "variants[0].steps[1].hours.max", "Il faut un nombre d’heures compris entre 15 min et 40 h."),
    ]),
    ("the least above the most", &[(r#""min": 2, "max": 6"#, r#""min": 6, "max": 2"#)], &[
        (53, "variants[0].steps[2].hours", "Le premier nombre ou le premier jour dépasse le second : corrigez l’un des deux."),
    ]),
    ("a range as a single number", &[(r#""hours": { "min": 2, "max": 6 }"#, r#""hours": 4"#)], &[
        (53, "variants[0].steps[2].hours", "Il faut ici un objet entre accolades (min, max), par exemple { \"min\": 2, \"max\": 2 }, et non le nombre 4."),
    ]),
    ("a stated total that the steps exceed", &[(r#""statedHours": 18"#, r#""statedHours": 10"#)], &[
        (30, "variants[0].statedHours", "Le total annoncé est hors de portée : les étapes permettent de 12 h à 22 h."),
    ]),
    ("a stated total that the steps do not reach", &[(r#""statedHours": 18"#, r#""statedHours": 24"#)], &[
        (30, "variants[0].statedHours", "Le total annoncé est hors de portée : les étapes permettent de 12 h à 22 h."),
    ]),
    ("a code with an accent", &[(r#""code": "affiliee""#, r#""code": "affiliée""#), (r#""clients": ["affiliee"]"#, r#""clients": ["affiliée"]"#)], &[
        (13, "clients[0].code", "Il faut ici un code de 64 caractères au plus : une minuscule, puis des lettres sans accent et des chiffres, par exemple « bilanLong »."),
    ]),
    ("a label in the place of a code", &[(r#""code": "bilan""#, r#""code": "Bilan professionnel""#)], &[
        (27, "variants[0].code", "Il faut ici un code de 64 caractères au plus : une minuscule, puis des lettres sans accent et des chiffres, par exemple « bilanLong »."),
    ]),
    ("a code with a hyphen", &[(r#""code": "siege""#, r#""code": "siege-social""#)], &[
        (92, "course.sites[0].code", "Il faut ici un code de 64 caractères au plus : une minuscule, puis des lettres sans accent et des chiffres, par exemple « bilanLong »."),
    ]),
    ("the same code for two clients", &[(r#""code": "nonAffiliee""#, r#""code": "affiliee""#), ("\"clients\": [\"nonAffiliee\"],\n      ", ""), ("\"variants\": [\"bilan\"],\n      \"price\": \"onQuote\"", "\"variants\": [\"bilan\"],\n      \"clients\": [\"affiliee\"],\n      \"from\": \"2025-01-01\",\n      \"to\": \"2025-12-31\",\n      \"price\": \"onQuote\"")], &[
        (14, "clients[1].code", "Le code « affiliee » figure plusieurs fois ; il doit figurer une seule fois."),
    ]),
    ("a client spelt otherwise in a tariff", &[(r#""clients": ["affiliee"]"#, r#""clients": ["affilie"]"#)], &[
        (70, "tariffs[0].clients[0]", "Le code « affilie » n’existe pas ; codes admis : affiliee, nonAffiliee."),
    ]),
    ("a variant in capitals in a tariff", &[("\"variants\": [\"bilan\"],\n      \"clients\": [\"affiliee\"]", "\"variants\": [\"Bilan\"],\n      \"clients\": [\"affiliee\"]")], &[
        (69, "tariffs[0].variants[0]", "Le code « Bilan » n’existe pas ; codes admis : bilan."),
    ]),
    ("a need that is not defined", &[(r#""needs": ["faireLePoint", "construireProjet"]"#, r#""needs": ["faireLePoint", "construireProjet", "evoluer"]"#)], &[
        (33, "variants[0].needs[2]", "Le code « evoluer » n’existe pas ; codes admis : faireLePoint, construireProjet."),
    ]),
    ("an objective that is no need of its variant", &[(r#""objective": "construireProjet""#, r#""objective": "evoluer""#)], &[
        (32, "variants[0].objective", "Le code « evoluer » n’existe pas ; codes admis : faireLePoint, construireProjet."),
    ]),
    ("a way of working that is not defined", &[(r#""modes": ["autonomie"]"#, r#""modes": ["telephone"]"#)], &[
        (54, "variants[0].steps[2].modes[0]", "Le code « telephone » n’existe pas ; codes admis : reunion, entretien, autonomie."),
    ]),
    ("an element of a price that is not defined", &[(r#""covers": ["accompagnement"]"#, r#""covers": ["accompagnement", "repas"]"#)], &[
        (74, "tariffs[0].covers[1]", "Le code « repas » n’existe pas ; codes admis : accompagnement."),
    ]),
    ("clients as a text", &[(r#""clients": ["affiliee"]"#, r#""clients": "affiliee""#)], &[
        (70, "tariffs[0].clients", "Il faut ici une liste entre crochets, par exemple [\"affiliee\"], et non le texte « affiliee »."),
    ]),
    ("sentences as a text", &[(r#""sentences": ["Ce que l’agent doit savoir sur ce sujet, en phrases courtes, à la deuxième personne."]"#, r#""sentences": "Vos échanges restent confidentiels.""#)], &[
        (117, "information[0].sentences", "Il faut ici une liste entre crochets, par exemple [\"Vos échanges restent confidentiels.\"], et non le texte « Vos échanges restent confidentiels. »."),
    ]),
    ("a name in French", &[(r#""label": "Réunion tripartite""#, r#""libellé": "Réunion tripartite""#)], &[
        (21, "modes[0].libellé", "Ce champ n’est pas prévu ici ; champs admis : code, label, accompanied."),
        (21, "modes[0].label", "Ce champ est obligatoire."),
    ]),
    ("a name misspelt", &[(r#""price": "onQuote""#, r#""prix": "onQuote""#)], &[
        (80, "tariffs[1].prix", "Ce champ n’est pas prévu ici ; champs admis : variants, clients, hours, from, to, price, tax, indicative, covers, source."),
        (82, "tariffs[1].price", "Ce champ est obligatoire."),
    ]),
    ("a name in the wrong place", &[(r#""price": { "reference": { "hours": 18, "amount": "1500.00" } },"#, r#""price": { "reference": { "hours": 18, "amount": "1500.00" }, "tax": "included" },"#), ("      \"tax\": \"included\",\n", "")], &[
        (72, "tariffs[0].price.tax", "Ce champ n’est pas prévu ici ; champs admis : flat, reference, hourly, unit."),
    ]),
    ("a label taken away", &[(r#""code": "faireLePoint", "label": "Ce qu’un agent peut vouloir, par exemple : faire le point sur sa situation""#, r#""code": "faireLePoint""#)], &[
        (17, "needs[0].label", "Ce champ est obligatoire."),
    ]),
    ("an empty text", &[(r#""payee": "ordre auquel régler la facture""#, r#""payee": """#)], &[
        (109, "settlement.payee", "Il faut ici un texte qui ne soit pas vide ; s’il n’y a rien à dire, retirez ce champ."),
    ]),
    ("an invisible letter copied from a page", &[(r#""Réunion de clôture""#, "\"Réunion de\\u200b clôture\"")], &[
        (58, "variants[0].steps[3].label", "Il faut ici un texte d’une seule ligne, sans caractère invisible : le caractère n° 11 (U+200B) est à retirer."),
    ]),
    ("work with somebody and alone in one step", &[(r#""modes": ["autonomie"]"#, r#""modes": ["entretien", "autonomie"]"#)], &[
        (54, "variants[0].steps[2].modes", "Il faut ici des modalités toutes accompagnées, ou toutes en autonomie."),
    ]),
    ("a kickoff meeting in the middle", &[(r#""modes": ["autonomie"]"#, "\"modes\": [\"entretien\"],\n          \"kickoff\": \"optional\"")], &[
        (55, "variants[0].steps[2].kickoff", "Il faut ici une seule réunion de démarrage, en première étape."),
    ]),
    ("a kickoff meeting in French", &[(r#""kickoff": "optional""#, r#""kickoff": "facultative""#)], &[
        (41, "variants[0].steps[0].kickoff", "Le code « facultative » n’existe pas ; codes admis : optional, required."),
    ]),
    ("a kickoff meeting answered by yes", &[(r#""kickoff": "optional""#, r#""kickoff": true"#)], &[
        (41, "variants[0].steps[0].kickoff", "Il faut ici un de ces codes, entre guillemets droits : \"optional\", \"required\", et non true."),
    ]),
    ("a code without its quotation marks", &[(r#""objective": "construireProjet""#, r#""objective": 1"#)], &[
        (32, "variants[0].objective", "Il faut ici un code entre guillemets droits, par exemple \"bilanLong\", et non le nombre 1."),
    ]),
    ("a text as a number", &[(r#""edition": "brouillon""#, r#""edition": 2026"#)], &[
        (3, "edition", "Il faut ici un texte entre guillemets droits, et non le nombre 2026."),
    ]),
    ("a grid as a text", &[(r#""granularity": 0.5"#, r#""granularity": "demi-heure""#)], &[
        (11, "granularity", "Il faut ici 0.25, 0.5 ou 1, sans guillemets, et non le texte « demi-heure »."),
    ]),
    ("a follow-up of nothing", &[(r#""tools": ["un outil de l’étape, s’il y en a"]"#, r#""after": { "months": 6 }"#)], &[
        (48, "variants[0].steps[1].after", "Il faut ici une étape qui suit une autre séance : celle-ci serait la première."),
    ]),
    ("a follow-up as a number", &[(r#""label": "Réunion de clôture","#, "\"label\": \"Réunion de clôture\",\n          \"after\": 6,")], &[
        (59, "variants[0].steps[3].after", "Il faut ici un objet entre accolades (months), par exemple { \"months\": 6 }, et non le nombre 6."),
    ]),
    ("free in French", &[(r#""price": "onQuote""#, r#""price": "gratuit""#)], &[
        (80, "tariffs[1].price", "Le code « gratuit » n’existe pas ; codes admis : free, onQuote, ou un objet entre accolades (flat, reference, hourly, unit), par exemple { \"flat\": { \"amount\": \"645.00\" } }."),
    ]),
    ("a price as a number", &[(r#""price": "onQuote""#, r#""price": 44"#)], &[
        (80, "tariffs[1].price", "Il faut ici \"free\", \"onQuote\" ou un objet entre accolades (flat, reference, hourly, unit), par exemple { \"flat\": { \"amount\": \"645.00\" } }, et non le nombre 44."),
    ]),
    ("a price as an amount", &[(r#""price": "onQuote""#, r#""price": "645.00""#)], &[
        (80, "tariffs[1].price", "Le code « 645.00 » n’existe pas ; codes admis : free, onQuote, ou un objet entre accolades (flat, reference, hourly, unit), par exemple { \"flat\": { \"amount\": \"645.00\" } }."),
    ]),
    ("clients as a word", &[("\"clients\": [\n", "\"clients\": \"x\",\n  \"links\": [\n")], &[
        (12, "clients", "Il faut ici une liste entre crochets, par exemple [{ \"code\": \"bilanLong\", \"label\": \"…\" }], et non le texte « x »."),
    ]),
    ("two forms of price", &[(r#""price": "onQuote""#, r#""price": { "flat": { "amount": "645.00" }, "hourly": { "rate": "44.00", "bills": "all" } }"#)], &[
        (80, "tariffs[1].price", "Il faut ici un objet avec un seul de ces champs : flat, reference, hourly, unit."),
    ]),
    ("an hourly rate that does not say which hours", &[(r#""price": "onQuote""#, r#""price": { "hourly": { "rate": "44.00" } }"#)], &[
        (80, "tariffs[1].price.hourly.bills", "Ce champ est obligatoire."),
    ]),
    ("two tariffs for the same client", &[(r#""clients": ["nonAffiliee"]"#, r#""clients": ["affiliee", "nonAffiliee"]"#)], &[
        (77, "tariffs[1]", "Les tarifs n° 1 et n° 2 s’appliquent tous deux à « bilan » pour les mêmes clients, heures et dates : changez l’un d’eux."),
    ]),
    ("two tariffs that share a day", &[(r#""clients": ["nonAffiliee"],"#, "\"clients\": [\"affiliee\"],\n      \"from\": \"2027-01-01\","), (r#""from": "2026-01-01","#, "\"from\": \"2026-01-01\",\n      \"to\": \"2027-01-01\",")], &[
        (78, "tariffs[1]", "Les tarifs n° 1 et n° 2 s’appliquent tous deux à « bilan » pour les mêmes clients, heures et dates : changez l’un d’eux."),
    ]),
    ("a tariff that ends before it begins", &[(r#""from": "2026-01-01","#, "\"from\": \"2026-01-01\",\n      \"to\": \"2025-12-31\",")], &[
        (72, "tariffs[0].to", "Le premier nombre ou le premier jour dépasse le second : corrigez l’un des deux."),
    ]),
    ("a tax rate with its sign", &[(r#""tax": "included""#, r#""tax": { "excluded": { "rate": "20 %" } }"#)], &[
        (73, "tariffs[0].tax.excluded.rate", "Il faut ici un taux de 0 à 100 sans guillemets, par exemple 20, et non le texte « 20 % »."),
    ]),
    ("a delay in weeks and in days", &[(r#""delay": { "weeks": 4 }"#, r#""delay": { "weeks": 4, "days": 28 }"#)], &[
        (85, "course.delay", "Il faut ici un objet avec un seul de ces champs : days, weeks."),
    ]),
    ("a delay as a number", &[(r#""delay": { "weeks": 4 }"#, r#""delay": 4"#)], &[
        (85, "course.delay", "Il faut ici un objet entre accolades (days, weeks), par exemple { \"days\": 30 }, et non le nombre 4."),
    ]),
    ("a usual duration upside down", &[(r#""minMonths": 3, "maxMonths": 6"#, r#""minMonths": 6, "maxMonths": 4"#)], &[
        (86, "course.usual.maxMonths", "Le premier nombre ou le premier jour dépasse le second : corrigez l’un des deux."),
    ]),
    ("sessions longer than a day of work", &[(r#""maxSessionHours": 2"#, r#""maxSessionHours": 12"#)], &[
        (87, "course.maxSessionHours", "Il faut un nombre d’heures compris entre 15 min et 8 h."),
    ]),
    ("a cadence in French", &[(r#""fortnightly""#, r#""mensuelle""#)], &[
        (88, "course.cadences[1]", "Le code « mensuelle » n’existe pas ; codes admis : weekly, fortnightly, monthly."),
    ]),
    ("a zone that has no holidays of its own", &[(r#""zone": "metropole""#, r#""zone": "bretagne""#)], &[
        (89, "course.holidays.zone", "Le code « bretagne » n’existe pas ; codes admis : metropole, alsaceMoselle, guadeloupe, martinique, guyane, reunion, mayotte, saintMartin, saintBarthelemy."),
    ]),
    ("Good Friday outside Alsace and Moselle", &[(r#""zone": "metropole""#, r#""zone": "metropole", "goodFriday": true"#)], &[
        (89, "course.holidays.goodFriday", "Il faut ici false : le Vendredi saint n’est férié qu’en Alsace et en Moselle."),
    ]),
    ("a closure that ends before it begins", &[(r#""from": "2026-12-24", "to": "2027-01-01", "yearly": true"#, r#""from": "2026-12-24", "to": "2026-01-01""#)], &[
        (90, "course.closures[0].to", "Il faut ici un dernier jour de fermeture qui ne précède pas le premier."),
    ]),
    ("a closure without its last day", &[(r#""from": "2026-12-24", "to": "2027-01-01", "yearly": true"#, r#""from": "2026-12-24""#)], &[
        (90, "course.closures[0].to", "Ce champ est obligatoire."),
    ]),
    ("yes as a text", &[(r#""offered": false"#, r#""offered": "oui""#)], &[
        (102, "funding.offered", "Il faut ici true ou false, sans guillemets, et non le texte « oui »."),
    ]),
    ("days as a text", &[(r#""dueDays": 30"#, r#""dueDays": "30 jours""#)], &[
        (108, "settlement.dueDays", "Il faut ici un nombre entier sans guillemets, de 0 à 365, par exemple 30, et non le texte « 30 jours »."),
    ]),
    ("an address that is not https", &[(r#"  "readings": ["#, "  \"links\": [{ \"code\": \"page\", \"label\": \"Notre page\", \"url\": \"www.exemple.fr\" }],\n  \"readings\": [")], &[
        (121, "links[0].url", "Il faut ici une adresse sans espace qui commence par « https:// »."),
    ]),
    ("a text that is no catalogue", &[], &[
        (1, "", "Il faut ici un objet entre accolades, et non une liste."),
    ]),
    ("several faults of several kinds", &[(r#""id": "cdg00""#, r#""id": """#), (r#""code": "nonAffiliee""#, r#""code": "non affiliée""#), (r#""statedHours": 18"#, r#""statedHours": 30"#), (r#""min": 2, "max": 6"#, r#""min": 2, "max": "six""#), (r#""amount": "1500.00""#, r#""montant": "1500.00""#), (r#""zone": "metropole""#, r#""zone": "Bretagne""#), (r#""dueDays": 30"#, r#""dueDays": 400"#)], &[
        (2, "id", "Il faut ici un texte qui ne soit pas vide."),
        (14, "clients[1].code", "Il faut ici un code de 64 caractères au plus : une minuscule, puis des lettres sans accent et des chiffres, par exemple « bilanLong »."),
        (53, "variants[0].steps[2].hours.max", "Il faut ici un nombre d’heures sans guillemets, par exemple 18 ou 4.5, et non le texte « six »."),
        (72, "tariffs[0].price.reference.montant", "Ce champ n’est pas prévu ici ; champs admis : hours, amount."),
        (72, "tariffs[0].price.reference.amount", "Ce champ est obligatoire."),
        (89, "course.holidays.zone", "Le code « Bretagne » n’existe pas ; codes admis : metropole, alsaceMoselle, guadeloupe, martinique, guyane, reunion, mayotte, saintMartin, saintBarthelemy."),
        (108, "settlement.dueDays", "Il faut ici un nombre entier de 0 à 365."),
    ]),
];

fn document(changes: &[(&str, &str)], start: &str) -> String {
    if changes.is_empty() {
        return "[]".to_owned();
    }
    changes.iter().fold(start.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn each_mistake_is_told_with_its_line_its_member_and_what_to_write_and_nothing_else_is() {
    let start = printed(&["new"], b"");
    assert!(MISTAKES.len() >= 40);
    let mut wrong = Vec::new();
    for (mistake, changes, expected) in MISTAKES {
        let report = Catalogue::check(document(changes, &start).as_bytes());
        let told: Vec<(usize, &str, String)> = report
            .faults
            .iter()
            .map(|fault| (fault.line, fault.path.as_str(), said(fault.message.as_bytes())))
            .collect();
        if !told.iter().map(|(line, path, sentence)| (*line, *path, sentence.as_str())).eq(expected.iter().copied()) {
            wrong.push(format!("{mistake}: {told:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_program_says_each_of_them_on_a_line_that_an_editor_can_follow() {
    let start = printed(&["new"], b"");
    for (mistake, changes, expected) in MISTAKES {
        let output = run(&["check", "-"], document(changes, &start).as_bytes());
        let page = said(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{mistake}");
        for (line, _, sentence) in *expected {
            let is_told =
                |told: &str| told.starts_with(&format!("entrée standard:{line}:")) && told.ends_with(sentence);
            assert!(page.lines().any(is_told), "{mistake}: {page}");
        }
        let unreadable = usize::from(page.contains("n’est pas du JSON"));
        assert_eq!(page.lines().count(), expected.len() + 1 + unreadable, "{mistake}: {page}");
        assert_eq!(page.contains("Cherchez avant cet endroit"), unreadable == 1, "{mistake}");
    }
}

/// Nobody should have to know what an object, a field or a bound is called by programmers.
#[test]
fn a_sentence_says_what_to_write() {
    for (mistake, _, expected) in MISTAKES {
        for (_, _, sentence) in *expected {
            let says = [
                "Il faut",
                "corrigez",
                "changez",
                "codes admis",
                "champs admis",
                "doit figurer",
                "obligatoire",
                "permettent",
                "multiple de",
            ];
            assert!(
                says.iter().any(|word| sentence.contains(word)) || sentence.contains("JSON lisible"),
                "{mistake}: {sentence}"
            );
        }
    }
}
