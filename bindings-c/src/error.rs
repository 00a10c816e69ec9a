//! The error documents that only this boundary gives.

/// The document that comes with `BILAN_PANIC`.
pub(crate) const INTERNAL: &str =
    r#"{"error":{"code":"internal","path":"","message":"Erreur interne de la bibliothèque : merci de la signaler."}}"#;

/// The document that comes with `BILAN_INVALID_ARGUMENT`; the path is the argument's name in the header.
pub(crate) fn null(argument: &str) -> String {
    format!(
        r#"{{"error":{{"code":"invalidArgument","path":"{argument}","message":"Ce pointeur ne peut pas être nul."}}}}"#
    )
}

#[cfg(test)]
mod tests {
    use bilan_professionnel::Problem;

    use super::INTERNAL;

    #[test]
    fn the_internal_error_is_that_of_the_core() {
        let core = Problem::Internal;
        let document = format!(r#"{{"error":{{"code":"{}","path":"","message":"{}"}}}}"#, core.code(), core);
        assert_eq!(document, INTERNAL);
    }
}
