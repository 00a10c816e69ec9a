//! Codes made from names when compiled, so that a name and its code cannot drift apart.

/// The code of a variant: its name with a small first letter.
macro_rules! code_of {
    ($name:ident) => {{
        const NAME: &str = stringify!($name);
        const LOWERED: [u8; NAME.len()] = $crate::codes::lowered(NAME);
        const CODE: &str = match str::from_utf8(&LOWERED) {
            Ok(code) => code,
            Err(_) => NAME,
        };
        CODE
    }};
}

pub(crate) use code_of;

/// The bytes of a name of ASCII letters, the first one made small.
pub(crate) const fn lowered<const LENGTH: usize>(name: &str) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    bytes.copy_from_slice(name.as_bytes());
    if let Some(first) = bytes.first_mut() {
        first.make_ascii_lowercase();
    }
    bytes
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_is_the_name_with_a_small_first_letter() {
        assert_eq!(
            [code_of!(BudgetInfeasible), code_of!(A), code_of!(InvalidUtf8)],
            ["budgetInfeasible", "a", "invalidUtf8"]
        );
    }
}
