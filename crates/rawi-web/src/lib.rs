//! The page: a record shown in the browser, on loopback alone.
//!
//! Here belong the server, its pages and their look. The pages hold no script; every list and document has its data
//! under the same path with `.json`. What is asked of the record, the record answers; nothing here writes to it.
//!
//! ```
//! use rawi_web::{Port, Server};
//! // A record that is not there is an error and no empty page.
//! assert!(Server::bind(std::path::Path::new("no-such-record.db"), Port::Free).is_err());
//! ```

mod asked;
mod mark;
mod pages;
mod reply;
mod server;

pub use server::{Port, Server, ServerError};
