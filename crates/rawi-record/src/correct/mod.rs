//! What users correct about actors: kept as rows, applied to all that is read before and after, undone at will.
//!
//! `address` is how corrections call actors, `correction` what they say, `resolve` who is who after all of them, `store`
//! keeps them in the record, `shown` is how a corrected actor looks, `find` finds actors by their names, `alike` those who may be one across scripts, `exchange` makes them from what other programs write.

pub(crate) mod address;
mod alike;
mod correction;
mod exchange;
mod find;
mod resolve;
mod shown;
mod store;

pub use address::is_wikidata;
pub use alike::Alike;
pub use correction::{Added, Correction, Entry};
pub use exchange::wikidata;
pub use find::Known;
pub(crate) use shown::Shown;
pub(crate) use store::{arrived, identity};
