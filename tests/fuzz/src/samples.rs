//! Texts that can be answered, for calls that begin from one.

use std::sync::LazyLock;

use bilan_professionnel::wire::Operation;

use crate::centre;

#[path = "../../../core/tests/support/requests.rs"]
#[allow(dead_code)]
mod requests;

/// What a call asks for.
#[derive(Clone, Copy)]
pub enum Wanted {
    Request(Operation),
    Line,
    Catalogue,
}

/// A text of that kind, or at times a request of any operation.
pub fn text(wanted: Wanted, which: u8) -> Vec<u8> {
    static REQUESTS: LazyLock<Vec<(Operation, String)>> = LazyLock::new(|| {
        requests::complete().into_iter().map(|(operation, request)| (operation, request.to_string())).collect()
    });
    let (operation, request) = &REQUESTS[usize::from(which) % REQUESTS.len()];
    match wanted {
        Wanted::Catalogue if which < 192 => centre::OTHER.to_vec(),
        Wanted::Line if which < 192 => format!(r#"{{"operation":"{operation}","request":{request}}}"#).into_bytes(),
        Wanted::Request(wanted) if which < 192 => {
            let own = REQUESTS.iter().find(|(operation, _)| *operation == wanted);
            own.map_or(request, |(_, request)| request).clone().into_bytes()
        }
        _ => request.clone().into_bytes(),
    }
}
