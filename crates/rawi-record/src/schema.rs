//! The layout of the file, as the steps that lead to it.
//!
//! A step is never changed once a release has written it; a new layout is a new step at the end.

use rusqlite::Connection;

use crate::error::Result;

/// One step of the layout.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    /// What it brings.
    pub(crate) name: &'static str,
    /// The statements that bring it.
    pub(crate) sql: &'static str,
    /// What is then filled in for the rows that are there already.
    pub(crate) fill: Option<fn(&Connection) -> Result<()>>,
}

/// All steps, in order. The number of steps taken is the file's `user_version`.
pub(crate) const STEPS: &[Step] = &[
    Step { name: "readings", sql: READINGS, fill: None },
    Step { name: "search", sql: SEARCH, fill: None },
    Step { name: "corrections", sql: CORRECTIONS, fill: Some(crate::correct::address::fill) },
    Step { name: "events", sql: EVENTS, fill: Some(crate::event::fill) },
    Step { name: "spellings", sql: SPELLINGS, fill: Some(crate::words::fill_names) },
];

/// `rawi` in ASCII: the `application_id` of a record.
pub(crate) const APPLICATION_ID: i64 = 0x7261_7769;

/// Documents and what was read in them.
///
/// Spans count code points of `document.text`, end exclusive. `key` columns hold the names that a reading uses
/// (`a0`, `s0`, `c0`); columns named after a table hold its `id`. Dates are ISO 8601; `…_basis` is null where no date
/// is given at all, and a JSON list otherwise. `day_from` and `day_to` are the days by which a row is listed: its own
/// date, else that of its contact, else that of publication, as `day_basis` says.
const READINGS: &str = r#"
CREATE TABLE step (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  source TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  language TEXT NOT NULL,
  genre TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  outlet_name TEXT,
  url TEXT,
  published TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  published_basis TEXT,
  day_from TEXT,
  day_to TEXT,
  reader TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX document_key ON document (key);
CREATE INDEX document_day ON document (day_from);

CREATE TABLE block (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

-- One row for each actor of the registry; else one row for each actor of each document.
CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  registry TEXT UNIQUE,
  document INTEGER REFERENCES document (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  wikidata TEXT,
  CHECK ((registry IS NULL) <> (document IS NULL))
) STRICT;
CREATE INDEX actor_document ON actor (document);

-- The actors of each document, as they are named and placed there.
CREATE TABLE doc_actor (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT,
  office TEXT,
  "of" TEXT,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX doc_actor_actor ON doc_actor (actor);

CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  actor_ordinal INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (document, actor_ordinal, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE date (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL,
  calendar TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  speaker INTEGER REFERENCES actor (id),
  speaker_key TEXT,
  cue_start INTEGER,
  cue_end INTEGER,
  cue_lemma TEXT,
  words TEXT NOT NULL,
  content TEXT NOT NULL,
  also TEXT NOT NULL,
  form TEXT NOT NULL,
  date TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  date_basis TEXT,
  day_from TEXT,
  day_to TEXT,
  day_basis TEXT,
  plover TEXT,
  mode TEXT,
  cameo TEXT,
  contact TEXT,
  "within" TEXT,
  basis TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX statement_document ON statement (document, ordinal);
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX statement_day ON statement (day_from);

CREATE TABLE audience (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  actor INTEGER REFERENCES actor (id),
  PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_actor ON audience (actor);

-- Those through whom a statement reached its document, from the speaker's side outward.
CREATE TABLE via (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  actor INTEGER REFERENCES actor (id),
  PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX via_actor ON via (actor);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  date TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  date_basis TEXT,
  day_from TEXT,
  day_to TEXT,
  day_basis TEXT,
  place TEXT,
  words TEXT NOT NULL,
  evidence TEXT NOT NULL,
  plover TEXT,
  mode TEXT,
  cameo TEXT,
  basis TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX contact_document ON contact (document, ordinal);
CREATE INDEX contact_day ON contact (day_from);

CREATE TABLE contact_via (
  contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  actor INTEGER REFERENCES actor (id),
  PRIMARY KEY (contact, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_via_actor ON contact_via (actor);

CREATE TABLE party (
  contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  actor INTEGER REFERENCES actor (id),
  role TEXT NOT NULL,
  PRIMARY KEY (contact, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_actor ON party (actor);

-- Which documents report a contact.
CREATE TABLE report (
  contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  PRIMARY KEY (contact, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_document ON report (document);

CREATE TABLE note (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
"#;

/// Names and words, folded: both keyboards' letters alike, no non-joiners, no short vowels.
///
/// The full-text tables hold no text of their own; their `rowid` is the `id` of the document, statement or name. What
/// they are given is words with single spaces between them, so that their tokenizer has nothing to decide.
const SEARCH: &str = r"
CREATE TABLE name (id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE) STRICT;

-- The registry's names of an actor: they hold in every document.
CREATE TABLE actor_name (
  name INTEGER NOT NULL REFERENCES name (id),
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (name, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_name_actor ON actor_name (actor);

-- What a document calls an actor: names and roles. They hold in this document alone.
CREATE TABLE doc_name (
  name INTEGER NOT NULL REFERENCES name (id),
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (name, document, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX doc_name_document ON doc_name (document);
CREATE INDEX doc_name_actor ON doc_name (actor);

CREATE VIRTUAL TABLE name_search USING fts5 (folded, content = '', columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE document_search USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE statement_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
-- Bytes of new words that are gathered before they are sorted in.
INSERT INTO document_search (document_search, rank) VALUES ('hashsize', 4194304);
INSERT INTO statement_search (statement_search, rank) VALUES ('hashsize', 4194304);
";

/// Names are found however their parts are joined, and without the marks of Latin letters.
const SPELLINGS: &str = "INSERT INTO name_search (name_search) VALUES ('delete-all');";

/// What users correct about actors.
///
/// `correction` is what they said, one row each, never changed but for `undone`. The other tables follow from it and are
/// made anew with each change: `alias` leads from the address of an actor (see `correct/address.rs`) to the identity under
/// which it is now seen, with `source` for the actor of one document alone; `identity` says how that is shown, and
/// `identity_name` which names it bears in all documents. Readings themselves stay as they were put in.
const CORRECTIONS: &str = r"
ALTER TABLE actor ADD COLUMN address TEXT NOT NULL DEFAULT '';
CREATE INDEX actor_address ON actor (address);
CREATE INDEX actor_wikidata ON actor (wikidata) WHERE wikidata IS NOT NULL;

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT,
  note TEXT,
  undone TEXT
) STRICT;

CREATE TABLE alias (
  address TEXT NOT NULL PRIMARY KEY,
  base TEXT NOT NULL,
  source TEXT,
  identity TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_identity ON alias (identity);

CREATE TABLE identity (
  id TEXT NOT NULL PRIMARY KEY,
  -- Where several are one: the address whose names are shown.
  leader TEXT,
  kind TEXT,
  -- The name that a user gave it.
  name TEXT,
  -- The names by language with which a user added it.
  names TEXT NOT NULL,
  registry TEXT,
  wikidata TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_name (
  name INTEGER NOT NULL REFERENCES name (id),
  identity TEXT NOT NULL,
  PRIMARY KEY (name, identity)
) STRICT, WITHOUT ROWID;

-- Actors that are seen as an identity in all documents but those of `apart`.
CREATE VIEW everywhere (actor, identity) AS
SELECT a.id, l.identity FROM alias l JOIN actor a ON a.address = l.base WHERE l.source IS NULL
UNION ALL
SELECT a.id, l.identity FROM alias l JOIN actor a ON a.wikidata = l.base
WHERE l.source IS NULL AND NOT EXISTS (SELECT 1 FROM alias x WHERE x.address = a.address);

-- Actors that are seen as another identity in one document.
CREATE VIEW apart (document, actor, identity) AS
SELECT d.id, a.id, l.identity FROM alias l JOIN document d ON d.source = l.source JOIN actor a ON a.address = l.base
WHERE l.source IS NOT NULL AND (a.document IS NULL OR a.document = d.id);

-- The actors of each document, with the identity under which they are seen, null where nothing is corrected.
CREATE VIEW seen (document, ordinal, key, actor, language, identity) AS
SELECT d.document, d.ordinal, d.key, d.actor, o.language, coalesce(
  (SELECT identity FROM alias WHERE address = a.address || '@' || o.source),
  (SELECT identity FROM alias WHERE address = a.address),
  (SELECT identity FROM alias WHERE address = a.wikidata))
FROM doc_actor d JOIN actor a ON a.id = d.actor JOIN document o ON o.id = d.document;

-- The actors of each document that are seen as an identity, as they are shown; a null name is that of the document.
CREATE VIEW shown (document, ordinal, key, identity, kind, registry, wikidata, leader, names, name) AS
SELECT s.document, s.ordinal, s.key, s.identity, i.kind, i.registry, i.wikidata, i.leader, i.names, coalesce(
  i.name,
  (SELECT json_extract(a.names, '$.' || s.language) FROM actor a WHERE a.address = i.leader ORDER BY a.id LIMIT 1),
  json_extract(i.names, '$.' || s.language),
  (SELECT a.name FROM actor a WHERE a.address = i.leader ORDER BY a.id LIMIT 1),
  (SELECT value FROM json_each(i.names) ORDER BY key LIMIT 1))
FROM seen s JOIN identity i ON i.id = s.identity;
";

/// Contacts that several documents report.
///
/// `clue` is what tells each contact from others (see `rawi-event`), `clue_block` where those meet that may be one; days there
/// are numbers, counted from 1970-01-01. `event` and `event_report` follow from them and from `event_correction`, which holds
/// what users said, one row each, never changed but for `undone`. `report` columns name a contact: its key, `@`, and the
/// source of its document. Reports of an event with one number in `item` are copies of one text.
const EVENTS: &str = r"
CREATE TABLE clue (
  contact INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
  report TEXT NOT NULL,
  clue TEXT NOT NULL
) STRICT;
CREATE INDEX clue_report ON clue (report);

CREATE TABLE clue_block (
  block TEXT NOT NULL,
  day_from INTEGER NOT NULL,
  day_to INTEGER NOT NULL,
  contact INTEGER NOT NULL REFERENCES clue (contact) ON DELETE CASCADE,
  PRIMARY KEY (block, day_from, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX clue_block_contact ON clue_block (contact);

CREATE TABLE event (
  key TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  day_from TEXT,
  day_to TEXT,
  leader TEXT NOT NULL,
  documents INTEGER NOT NULL,
  items INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX event_day ON event (day_from);

CREATE TABLE event_report (
  contact INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  item INTEGER NOT NULL
) STRICT;
CREATE INDEX event_report_event ON event_report (event, ordinal);

CREATE TABLE event_correction (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT NOT NULL,
  note TEXT,
  undone TEXT
) STRICT;
";
