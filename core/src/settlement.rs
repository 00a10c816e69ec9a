//! The end of a bilan: certificate of attendance, invoice, term of payment.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Labelled};
use crate::error::{Error, Problem};
use crate::limits::{MAX_ATTENDANCE, MIN_HOURS};
use crate::plan::Plan;
use crate::values::Date;
use crate::values::french;
use crate::values::{Hours, hours_between};

fn attended_hours<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Hours, D::Error> {
    hours_between(deserializer, MIN_HOURS, MAX_ATTENDANCE)
}

/// A session that took place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attended {
    /// Its day.
    pub date: Date,
    /// Hours actually done, a multiple of 0.5 from 0.5 to 24.
    #[serde(deserialize_with = "attended_hours")]
    pub hours: Hours,
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
    pub fn attended(mut self, date: Date, hours: Hours) -> Self {
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
    pub source: Option<&'c str>,
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
    pub payee: Option<&'c str>,
}

/// The certificate and the term of payment of a plan.
///
/// ```
/// use bilan_professionnel::{Catalogue, Hours, plan, settlement};
///
/// let catalogue = Catalogue::embedded();
/// let plan = plan::plan(catalogue, &plan::Request::new("evolution"))?;
/// let facts = settlement::Facts::new().attended("2027-01-12".parse()?, Hours::ONE).invoice_received_on("2027-06-10".parse()?);
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
    let done = facts.attended.iter().map(|attended| attended.hours).sum();
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
            let due_on =
                received_on.plus_days(terms.due_days.unwrap_or(30)).ok_or_else(|| beyond().at("invoiceReceivedOn"))?;
            Some(Payment { received_on, due_on, payee: terms.payee.as_deref() })
        }
    };
    let explanation = explain(&attendance, payment);
    Ok(Settlement { attendance, payment, documents: &terms.documents, source: terms.source.as_deref(), explanation })
}

fn explain(attendance: &Attendance, payment: Option<Payment<'_>>) -> String {
    let (done, planned) = (french::hours(attendance.done), french::hours(attendance.planned));
    let mut text = format!("{done} réalisées sur {planned} prévues.");
    if let Some(payment) = payment {
        let due = french::date(payment.due_on);
        let _ = write!(
            text,
            " Facture à régler au plus tard le {due}, à l’ordre de : {}.",
            payment.payee.unwrap_or_default()
        );
    }
    text
}
