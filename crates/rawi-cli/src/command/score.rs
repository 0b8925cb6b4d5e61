//! `rawi score`: readings held against annotated documents.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rawi_score::{Fault, Figures, Miss, Options, Ratios, RuleFigures, Scores};
use rawi_source::SourceOptions;
use serde::Serialize;

use crate::failure::{Done, Failure, Outcome, complain};
use crate::inputs::field;
use crate::output::{Out, isolate};

const EXAMPLES: &str = "\
Examples:
  rawi score gold/
  rawi score gold/ --misses
  rawi score notes/*.json --texts records.jsonl --format json
  rawi score gold.jsonl --texts corpora/
  rawi score gold/ --confidence > crates/rawi-read/data/confidence.toml";

/// Read annotated documents and say how much of them is read right
///
/// GOLD are annotations as people write them (.json, one document each, naming the text by its own words: see
/// gold/README.md) or resolved ones (.jsonl, one document a line, with places in code points), or folders of them. Their
/// documents are read, and what is read is held against what is there: by language, genre and rule. A document that is
/// not there, or has changed, is told and left out.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Score {
    /// Annotations, or folders of them
    #[arg(required = true, value_name = "GOLD")]
    gold: Vec<PathBuf>,
    /// The documents: a file of records, or the folder that sources are below [default: what lies beside the annotations]
    #[arg(long, value_name = "PATH")]
    texts: Option<PathBuf>,
    /// Take a field of JSON records from another column; fields are id, title, text, published, url, outlet, lang
    #[arg(long = "field", value_name = "FIELD=COLUMN", value_parser = field)]
    fields: Vec<(String, String)>,
    /// List what is missed, false, or has another speaker, form, chain or day, with the words
    #[arg(long)]
    misses: bool,
    /// Print the table of how often each rule is right, from which readings show their confidence
    #[arg(long, conflicts_with_all = ["misses", "format"])]
    confidence: bool,
    /// How figures are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object
    Json,
}

#[derive(Serialize)]
struct Printed<'s> {
    #[serde(flatten)]
    all: Figures,
    by_language: BTreeMap<&'s str, Figures>,
    by_genre: BTreeMap<&'s str, Figures>,
    by_rule: BTreeMap<&'s str, RuleFigures>,
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<&'s [Miss]>,
}

impl Score {
    pub(crate) fn run(self) -> Done {
        let mut source = SourceOptions::default();
        source.fields.extend(self.fields.iter().cloned());
        let options = Options { texts: self.texts.clone(), source };
        let (mut scores, mut failed) = (Scores::default(), false);
        for case in rawi_score::cases(&self.gold, &options) {
            match case {
                Ok(case) => scores.add(&case.gold, &case.reading),
                Err(error) => {
                    failed = true;
                    complain(&error.to_string());
                }
            }
        }
        if scores.all().documents == 0 {
            return Err(Failure::Nothing(if failed { String::new() } else { "there is no annotation".to_owned() }));
        }
        let mut out = Out::new();
        if self.confidence {
            out.write_all(rawi_score::table(&scores, &self.maker()).as_bytes())?;
            for (id, share) in rawi_score::below(&scores) {
                complain(&format!("{id}: {share:.2} is below {}: it must not ship", rawi_score::LEAST));
            }
        } else if self.format == Format::Json {
            out.json(&Printed {
                all: scores.all(),
                by_language: scores.by_language(),
                by_genre: scores.by_genre(),
                by_rule: scores.by_rule(),
                misses: self.misses.then_some(scores.misses()),
            })?;
        } else {
            self.text(&mut out, &scores)?;
        }
        out.finish()?;
        Ok(if failed { Outcome::Partly } else { Outcome::Whole })
    }

    /// The command that makes the table of confidence.
    fn maker(&self) -> String {
        let paths = self.gold.iter().map(|path| path.display().to_string());
        let texts = self.texts.iter().map(|path| format!("--texts {}", path.display()));
        let words: Vec<String> = paths.chain(texts).collect();
        format!("rawi score {} --confidence", words.join(" "))
    }

    fn text(&self, out: &mut Out, scores: &Scores) -> Result<(), Failure> {
        if self.misses {
            for miss in scores.misses() {
                writeln!(out, "{}", line(miss))?;
            }
            writeln!(out)?;
        }
        let all = BTreeMap::from([("all", scores.all())]);
        let languages = scores.by_language();
        let columns: Vec<(&str, Figures)> = all.into_iter().chain(languages).collect();
        figures(out, &columns)?;
        writeln!(out)?;
        let genres: Vec<(&str, Figures)> = scores.by_genre().into_iter().collect();
        figures(out, &genres)?;
        writeln!(out, "\n{:<28} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}", "rule", "read", "found", "right", "share", "chain", "form")?;
        for (id, rule) in scores.by_rule() {
            let RuleFigures { read, found, right, share, chain, form } = rule;
            let [share, chain, form] = [share, chain, form].map(shown);
            writeln!(out, "{id:<28} {read:>7} {found:>7} {right:>7} {share:>7} {chain:>7} {form:>7}")?;
        }
        Ok(())
    }
}

type OfFigures = fn(&Figures) -> Ratios;

/// Figures side by side, a set a column.
fn figures(out: &mut Out, columns: &[(&str, Figures)]) -> Result<(), Failure> {
    let mut row = |name: &str, cells: &mut dyn Iterator<Item = String>| -> Result<(), Failure> {
        write!(out, "{name:<22}")?;
        for cell in cells {
            write!(out, " {cell:>10}")?;
        }
        Ok(writeln!(out)?)
    };
    let each = |of: fn(&Figures) -> Option<f64>| columns.iter().map(move |(_, f)| shown(of(f)));
    row("", &mut columns.iter().map(|(name, _)| (*name).to_owned()))?;
    row("documents", &mut columns.iter().map(|(_, f)| f.documents.to_string()))?;
    row("genre", &mut each(|f| f.genre))?;
    let ratios: [(&str, OfFigures); 5] = [
        ("statements found", |f| f.statements_found),
        ("statements attributed", |f| f.statements_attributed),
        ("contacts found", |f| f.contacts_found),
        ("dates found", |f| f.dates_found),
        ("dates valued", |f| f.dates_valued),
    ];
    for (name, of) in ratios {
        row(name, &mut columns.iter().map(|(_, f)| format!("{}/{}", of(f).read, of(f).gold)))?;
        let part = |part: fn(Ratios) -> f64| {
            let there = move |ratios: Ratios| shown((ratios.gold + ratios.read > 0).then(|| part(ratios)));
            columns.iter().map(move |(_, f)| there(of(f)))
        };
        row("  precision", &mut part(|r| r.precision))?;
        row("  recall", &mut part(|r| r.recall))?;
        row("  F1", &mut part(|r| r.f1))?;
        match name {
            "statements attributed" => {
                row("  speaker, of found", &mut each(|f| f.speaker))?;
                row("  chain, of attributed", &mut each(|f| f.chain))?;
                row("  form, of found", &mut each(|f| f.form))?;
            }
            "contacts found" => row("  day, of found", &mut each(|f| f.contacts_dated))?,
            _ => {}
        }
    }
    Ok(())
}

fn shown(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.4}"))
}

/// What is wrong, on one line: the document, the item and its fault, what is there, what was read, and the words.
fn line(miss: &Miss) -> String {
    let what = match miss.fault {
        Fault::Missed => format!("missed {}", miss.item),
        Fault::False => format!("false {}", miss.item),
        Fault::Speaker => "wrong speaker".to_owned(),
        Fault::Chain => "wrong chain".to_owned(),
        Fault::Form => "wrong form".to_owned(),
        Fault::Day => format!("wrong day of a {}", miss.item),
        Fault::Genre => "wrong genre".to_owned(),
    };
    let rule = miss.rule.as_ref().map(|rule| format!(" ({rule})")).unwrap_or_default();
    let said = match (&miss.read, &miss.gold) {
        (Some(read), Some(gold)) => Some(format!("{} for {}", isolate(read), isolate(gold))),
        (read, gold) => read.as_ref().or(gold.as_ref()).map(|one| isolate(one)),
    };
    let words = (!miss.words.is_empty()).then(|| isolate(&miss.words));
    std::iter::once(format!("{}: {what}{rule}", miss.document)).chain(said).chain(words).collect::<Vec<_>>().join(": ")
}
