//! The types of the table's facts and situations.

use super::fact::{FactRow, PERCENT, STATUS, YES_NO, check_facts};
use super::situation::{Article, Beside, Group, LISTED, SituationRow, check_situations, fails, holds};
use crate::values::Percent;

national_table! { declare }
