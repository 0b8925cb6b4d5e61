//! The server: on this machine alone, for requests that name this machine alone.

use std::io;
use std::net::{Ipv4Addr, SocketAddrV4, TcpListener};
use std::path::Path as FilePath;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Path, Query, Request, State};
use axum::http::header;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{Router, get};
use rawi_record::{Record, RecordError};
use serde::Serialize;

use crate::asked::Asked;
use crate::pages;
use crate::reply::{self, Fault};

/// Which port to serve at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// The first free one from 7284 up.
    Free,
    /// This one.
    This(u16),
}

/// A server that holds its port and its record, and has not begun to answer.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    port: u16,
    record: Record,
}

/// The first port that is tried, and how many.
const FIRST: u16 = 7284;
const TRIES: u16 = 100;

impl Server {
    /// Opens the record for reading and takes a port.
    ///
    /// # Errors
    /// Where the record cannot be read, or the port is not free.
    pub fn bind(record: &FilePath, port: Port) -> Result<Self, ServerError> {
        let record = Record::open(record)?;
        let take = |port| TcpListener::bind(SocketAddrV4::new(Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Port::This(port) => take(port).map_err(|source| ServerError::Port { port, source })?,
            Port::Free => (FIRST..FIRST + TRIES)
                .chain([0])
                .find_map(|port| take(port).ok())
                .ok_or_else(|| ServerError::Io(io::Error::other("no port is free")))?,
        };
        let port = listener.local_addr()?.port();
        Ok(Self { listener, port, record })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until the program is interrupted.
    ///
    /// # Errors
    /// Where the system takes the port back.
    pub fn run(self) -> Result<(), ServerError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let answered: io::Result<()> = runtime.block_on(async {
            self.listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let pages = router(self.record, self.port);
            tokio::select! {
                ended = async { axum::serve(listener, pages).await } => ended,
                _ = tokio::signal::ctrl_c() => Ok(()),
            }
        });
        // An answer that is still being made is not waited for.
        runtime.shutdown_background();
        Ok(answered?)
    }
}

/// Why a server does not serve.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServerError {
    /// The record.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The port.
    #[error("port {port} cannot be used: {source}")]
    Port {
        /// Which.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// Anything else of the network.
    #[error("the page cannot be served: {0}")]
    Io(#[from] io::Error),
}

/// What all answers share.
#[derive(Clone)]
struct Shared {
    record: Arc<Mutex<Record>>,
    hosts: Arc<[String]>,
}

impl Shared {
    /// Asks the record, away from the thread that answers.
    async fn ask<T: Send + 'static>(&self, question: impl FnOnce(&Record) -> Result<T, Fault> + Send + 'static) -> Result<T, Fault> {
        let record = Arc::clone(&self.record);
        let answer = tokio::task::spawn_blocking(move || question(&record.lock().unwrap_or_else(PoisonError::into_inner)));
        answer.await.map_err(|_| Fault::Inner)?
    }
}

/// All pages of a record.
pub(crate) fn router(record: Record, port: u16) -> Router {
    let hosts = ["127.0.0.1", "localhost", "[::1]"].into_iter().map(|host| format!("{host}:{port}")).collect();
    let shared = Shared { record: Arc::new(Mutex::new(record)), hosts };
    Router::new()
        .route("/", get(documents))
        .route("/documents", get(documents))
        .route("/documents.json", get(documents_json))
        .route("/document/{name}", get(document))
        .route("/search", get(search))
        .route("/search.json", get(search_json))
        .route("/statements", get(statements))
        .route("/statements.json", get(statements_json))
        .route("/contacts", get(contacts))
        .route("/contacts.json", get(contacts_json))
        .route("/events", get(events))
        .route("/events.json", get(events_json))
        .route("/event/{name}", get(event))
        .route("/timeline", get(timeline))
        .route("/timeline.json", get(timeline_json))
        .route("/style.css", get(|| async { reply::css(include_str!("../assets/style.css")) }))
        .fallback(|| async { Fault::Nothing })
        .layer(middleware::from_fn_with_state(shared.clone(), only_here))
        .with_state(shared)
}

/// Refuses a request under another name than this machine's, as it comes when a foreign site's name is made to lead
/// here; puts the common headers on every answer.
async fn only_here(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|h| h.to_str().ok()).map(str::to_ascii_lowercase);
    let mut response = match host {
        Some(host) if shared.hosts.contains(&host) => next.run(request).await,
        _ => Fault::Stranger.into_response(),
    };
    reply::guard(response.headers_mut());
    response
}

type Answer = Result<Response, Fault>;

/// A list as data.
#[derive(Serialize)]
struct List<T> {
    total: u32,
    page: u32,
    rows: Vec<T>,
}

async fn documents(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let page = shared.ask(move |record| {
        let filter = asked.documents();
        Ok(pages::documents(&asked, record.counts()?, record.count_documents(&filter)?, &record.documents(&filter)?))
    });
    Ok(reply::html(&page.await?))
}

async fn documents_json(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let list = shared.ask(move |record| {
        let filter = asked.documents();
        Ok(List { total: record.count_documents(&filter)?, page: asked.number(), rows: record.documents(&filter)? })
    });
    reply::json(&list.await?)
}

async fn search(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let page = shared.ask(move |record| {
        let words = asked.q.as_deref().unwrap_or("");
        Ok(pages::search(&asked, record.count_found(words)?, &record.search(words, asked.rows())?))
    });
    Ok(reply::html(&page.await?))
}

async fn search_json(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let list = shared.ask(move |record| {
        let words = asked.q.as_deref().unwrap_or("");
        Ok(List { total: record.count_found(words)?, page: asked.number(), rows: record.search(words, asked.rows())? })
    });
    reply::json(&list.await?)
}

async fn statements(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let page = shared.ask(move |record| {
        let filter = asked.statements();
        Ok(pages::statements(&asked, record.count_statements(&filter)?, &record.statements(&filter)?))
    });
    Ok(reply::html(&page.await?))
}

async fn statements_json(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let list = shared.ask(move |record| {
        let filter = asked.statements();
        Ok(List { total: record.count_statements(&filter)?, page: asked.number(), rows: record.statements(&filter)? })
    });
    reply::json(&list.await?)
}

async fn contacts(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let page = shared.ask(move |record| {
        let filter = asked.contacts();
        Ok(pages::contacts(&asked, record.count_contacts(&filter)?, &record.contacts(&filter)?))
    });
    Ok(reply::html(&page.await?))
}

async fn contacts_json(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let list = shared.ask(move |record| {
        let filter = asked.contacts();
        Ok(List { total: record.count_contacts(&filter)?, page: asked.number(), rows: record.contacts(&filter)? })
    });
    reply::json(&list.await?)
}

async fn events(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let page = shared.ask(move |record| {
        let filter = asked.events();
        Ok(pages::events(&asked, record.count_events(&filter)?, &record.events(&filter)?))
    });
    Ok(reply::html(&page.await?))
}

async fn events_json(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let list = shared.ask(move |record| {
        let filter = asked.events();
        Ok(List { total: record.count_events(&filter)?, page: asked.number(), rows: record.events(&filter)? })
    });
    reply::json(&list.await?)
}

/// One event by its name, its reports side by side: its page, and its data (`.json`).
async fn event(State(shared): State<Shared>, Path(name): Path<String>) -> Answer {
    if let Some(key) = name.strip_suffix(".json").map(ToOwned::to_owned) {
        return reply::json(&shared.ask(move |record| Ok(record.compare(&key)?)).await?);
    }
    let page = shared.ask(move |record| Ok(pages::event(&record.compare(&name)?, &record.contacts_of_event(&name)?)));
    Ok(reply::html(&page.await?))
}

async fn timeline(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let page = shared.ask(move |record| {
        let filter = asked.timeline();
        Ok(pages::timeline(&asked, record.count_timeline(&filter)?, &record.timeline(&filter)?))
    });
    Ok(reply::html(&page.await?))
}

async fn timeline_json(State(shared): State<Shared>, Query(asked): Query<Asked>) -> Answer {
    let list = shared.ask(move |record| {
        let filter = asked.timeline();
        Ok(List { total: record.count_timeline(&filter)?, page: asked.number(), rows: record.timeline(&filter)? })
    });
    reply::json(&list.await?)
}

/// One document by its row: its page, its data (`.json`), the style that ties its rows to its marks (`.css`).
async fn document(State(shared): State<Shared>, Path(name): Path<String>) -> Answer {
    let (row, kind) = name.rsplit_once('.').unwrap_or((&name, ""));
    let row: i64 = row.parse().map_err(|_| Fault::Nothing)?;
    match kind {
        "" => {
            let page = shared.ask(move |record| {
                let neighbours = (record.reading(row)?, record.statements_of(row)?, record.contacts_of(row)?);
                Ok(pages::document(row, &neighbours.0, &neighbours.1, &neighbours.2))
            });
            Ok(reply::html(&page.await?))
        }
        "json" => reply::json(&shared.ask(move |record| Ok(record.reading(row)?)).await?),
        "css" => {
            let counts = shared.ask(move |record| Ok((record.statements_of(row)?.len(), record.contacts_of(row)?.len())));
            let (statements, contacts) = counts.await?;
            Ok(reply::css(pages::ties(statements, contacts)))
        }
        _ => Err(Fault::Nothing),
    }
}

#[cfg(test)]
#[path = "../tests/pages/mod.rs"]
mod tests;
