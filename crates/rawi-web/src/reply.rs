//! Answers: pages, data, style, and the headers that all of them bear.

use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::Markup;
use rawi_record::RecordError;
use serde::Serialize;

use crate::pages;

/// What browsers may do with a page: show it, with its own style. No script, no frame, nothing from elsewhere.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Puts the headers of every answer on.
pub(crate) fn guard(headers: &mut HeaderMap) {
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Why a page cannot be shown.
#[derive(Debug)]
pub(crate) enum Fault {
    /// There is nothing here.
    Nothing,
    /// The record.
    Record(RecordError),
    /// The request comes from a page that is not ours.
    Stranger,
    /// Something of the program itself.
    Inner,
}

impl From<RecordError> for Fault {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::NoDocument(_) | RecordError::NoEvent(_) => Self::Nothing,
            other => Self::Record(other),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, words) = match self {
            Self::Nothing => (StatusCode::NOT_FOUND, "There is nothing here.".to_owned()),
            Self::Record(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
            Self::Stranger => (StatusCode::FORBIDDEN, "This page answers to localhost alone.".to_owned()),
            Self::Inner => (StatusCode::INTERNAL_SERVER_ERROR, "An inner fault of rawi; please report it with the address.".to_owned()),
        };
        (status, html(&pages::fault(&words))).into_response()
    }
}

/// A page.
pub(crate) fn html(page: &Markup) -> Response {
    typed("text/html; charset=utf-8", page.0.clone())
}

/// Data.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<Response, Fault> {
    Ok(typed("application/json", serde_json::to_string(value).map_err(|_| Fault::Inner)?))
}

/// Style.
pub(crate) fn css(style: impl Into<String>) -> Response {
    typed("text/css; charset=utf-8", style.into())
}

fn typed(media: &'static str, body: String) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(media))], body).into_response()
}
