//! Tests of the whole program; see `suite/`.
