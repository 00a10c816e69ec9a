//! The end of a bilan: certificate of attendance, invoice, term of payment.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, HALF_HOUR, Labelled};
use crate::date::Date;
use crate::error::{Error, Problem};
use crate::french;
use crate::hours::Hours;
use crate::plan::Plan;

/// The longest that one day's attendance can be: 24 h.
const WHOLE_DAY: Hours = Hours::from_half_hours(48);

/// A session that took place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attended {
    /// Its day.
    pub date: Date,
    /// Hours actually done, a multiple of 0.5 from 0.5 to 24.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.5, max = 24.0), extend("multipleOf" = 0.5)))]
    pub hours: f64,
}

/// What happened: the sessions that took place, and the receipt of the invoice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Facts {
    /// Sessions that took place, in any order.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Attended>>"))]
    pub attended: Vec<Attended>,
    /// Day on which the funder received the invoice, if it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_received_on: Option<Date>,
}

impl Facts {
    /// Nothing has taken place.
    #[must_use]
    pub const fn new() -> Self {
        Self { attended: Vec::new(), invoice_received_on: None }
    }

    /// A session took place.
    #[must_use]
    pub fn attended(mut self, date: Date, hours: f64) -> Self {
        self.attended.push(Attended { date, hours });
        self
    }

    /// The funder received the invoice.
    #[must_use]
    pub const fn invoice_received_on(mut self, day: Date) -> Self {
        self.invoice_received_on = Some(day);
        self
    }
}

/// What the funder receives, and when it pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SettleResult"))]
#[non_exhaustive]
pub struct Settlement<'c> {
    /// What the certificate of attendance says.
    pub attendance: Attendance,
    /// When to pay and to whom, once the invoice is received.
    pub payment: Option<Payment<'c>>,
    /// Documents sent to the funder.
    pub documents: &'c [Labelled],
    /// Where this comes from.
    pub source: &'c str,
    /// One French sentence.
    pub explanation: String,
}

/// What the certificate of attendance says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Attendance {
    /// Hours of the plan.
    pub planned: Hours,
    /// Hours actually done.
    pub done: Hours,
    /// Number of sessions that took place.
    pub sessions: usize,
    /// Day of the first one.
    pub first_on: Option<Date>,
    /// Day of the last one.
    pub last_on: Option<Date>,
}

/// When to pay, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Payment<'c> {
    /// Day on which the invoice was received.
    pub received_on: Date,
    /// Last day to pay.
    pub due_on: Date,
    /// To whose order.
    pub payee: &'c str,
}

/// The certificate and the term of payment of a plan.
///
/// ```
/// use bilan_professionnel::{Catalogue, plan, settlement};
///
/// let catalogue = Catalogue::embedded();
/// let plan = plan::plan(catalogue, &plan::Request::new("evolution"))?;
/// let facts = settlement::Facts::new().attended("2027-01-12".parse()?, 1.0).invoice_received_on("2027-06-10".parse()?);
/// let settlement = settlement::settle(catalogue, &plan, &facts)?;
/// assert_eq!(settlement.payment.map(|payment| payment.due_on.to_string()), Some("2027-07-10".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Problem::HoursGranularity`] or [`Problem::HoursOutOfRange`] at the session at fault; [`Problem::OutOfRange`] where
/// the term of payment leaves the year 9999.
pub fn settle<'c>(catalogue: &'c Catalogue, plan: &Plan<'c>, facts: &Facts) -> Result<Settlement<'c>, Error> {
    let terms = &catalogue.offer().settlement;
    let mut done = Hours::ZERO;
    for (index, attended) in facts.attended.iter().enumerate() {
        let hours = Hours::between(attended.hours, HALF_HOUR, WHOLE_DAY);
        done = done.plus(hours.map_err(|problem| problem.at("hours").within_index(index).within("attended"))?);
    }
    let dates = || facts.attended.iter().map(|attended| attended.date);
    let attendance = Attendance {
        planned: plan.hours,
        done,
        sessions: facts.attended.len(),
        first_on: dates().min(),
        last_on: dates().max(),
    };
    let payment = match facts.invoice_received_on {
        None => None,
        Some(received_on) => {
            let beyond = || Problem::out_of_range("une date dont l’échéance tienne avant le 31 décembre 9999");
            let due_on = received_on.plus_days(terms.due_days).ok_or_else(|| beyond().at("invoiceReceivedOn"))?;
            Some(Payment { received_on, due_on, payee: &terms.payee })
        }
    };
    let explanation = explain(&attendance, payment);
    Ok(Settlement { attendance, payment, documents: &terms.documents, source: &terms.source, explanation })
}

fn explain(attendance: &Attendance, payment: Option<Payment<'_>>) -> String {
    let (done, planned) = (french::hours(attendance.done), french::hours(attendance.planned));
    let mut text = format!("{done} réalisées sur {planned} prévues.");
    if let Some(payment) = payment {
        let due = french::date(payment.due_on);
        let _ = write!(text, " Facture à régler au plus tard le {due}, à l’ordre de : {}.", payment.payee);
    }
    text
}
