//! What a page says of itself in its head.

use serde_json::Value;

use super::tree::{Tree, collapse};
use crate::mend::mend;

/// What a page says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Meta {
    pub(crate) title: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
}

const TITLE: [&str; 3] = ["og:title", "twitter:title", "headline"];
const PUBLISHED: [&str; 27] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "nastooh:publishdate",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "article.published",
    "datecreated",
    "created",
    "date",
];
const OUTLET: [&str; 2] = ["og:site_name", "application-name"];

impl Meta {
    /// Reads `<meta>`, `<link>`, `<title>`, the `lang` of `<html>`, and JSON-LD.
    pub(crate) fn of(tree: &Tree) -> Self {
        let mut names: Vec<(String, &str)> = Vec::new();
        let (mut canonical, mut linked) = (None, Linked::default());
        for (at, node) in tree.nodes.iter().enumerate() {
            match node.name.as_str() {
                "meta" => {
                    let keys = ["property", "name", "itemprop", "http-equiv"].into_iter().filter_map(|a| node.attribute(a));
                    let value = node.attribute("content").unwrap_or("").trim();
                    names.extend(keys.map(|key| (key.trim().to_ascii_lowercase(), value)));
                }
                "link" if canonical.is_none() && node.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                    canonical = node.attribute("href");
                }
                "script" if node.attribute("type").is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json")) => {
                    for inner in tree.inside(at) {
                        linked.read(&tree.nodes[inner].text);
                    }
                }
                _ => {}
            }
        }
        let find = |keys: &[&str]| {
            let named = |key: &&str| names.iter().find(|(name, value)| name == key && !value.is_empty());
            keys.iter().find_map(named).map(|(_, value)| collapse(value))
        };
        let head_title = tree.first("title").map(|at| {
            let text: String = tree.inside(at).map(|i| tree.nodes[i].text.as_str()).collect();
            without_site(&collapse(&text))
        });
        let html = tree.first("html").map(|at| &tree.nodes[at]);
        Self {
            title: find(&TITLE[..2]).or(linked.headline).or_else(|| find(&TITLE[2..])).or(head_title).filter(|t| !t.is_empty()),
            published: find(&PUBLISHED[..4]).or(linked.published).or_else(|| find(&PUBLISHED[4..])),
            outlet: find(&OUTLET[..1]).or(linked.publisher).or_else(|| find(&OUTLET[1..])),
            url: canonical.map(str::to_owned).filter(|url| url.starts_with("http")).or_else(|| find(&["og:url"])),
            language: html
                .and_then(|node| node.attribute("lang"))
                .filter(|lang| !lang.trim().is_empty())
                .map(|lang| lang.trim().to_owned())
                .or_else(|| find(&["content-language", "language", "og:locale"]))
                .or(linked.language),
        }
    }
}

/// A title without the name of the site behind it.
fn without_site(title: &str) -> String {
    let cut = [" | ", " - ", " – ", " — ", " :: ", " » "].into_iter().filter_map(|mark| title.rfind(mark)).max();
    match cut {
        Some(at) if at * 2 > title.len() => title[..at].trim().to_owned(),
        _ => title.to_owned(),
    }
}

/// What stands in JSON-LD.
#[derive(Default)]
struct Linked {
    headline: Option<String>,
    published: Option<String>,
    publisher: Option<String>,
    language: Option<String>,
}

impl Linked {
    fn read(&mut self, json: &str) {
        let parsed = serde_json::from_str(json).ok().or_else(|| serde_json::from_str(&mend(json)?.0).ok());
        if let Some(value) = parsed {
            self.take(&value, 0);
        }
    }

    fn take(&mut self, value: &Value, depth: u8) {
        match value {
            Value::Array(list) if depth < 4 => list.iter().for_each(|value| self.take(value, depth + 1)),
            Value::Object(object) => {
                let types = object.get("@type").map(Value::to_string).unwrap_or_default();
                if types.contains("Article") || types.contains("Posting") || types.contains("Report") {
                    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(collapse).filter(|t| !t.is_empty());
                    let keep = |slot: &mut Option<String>, found| {
                        if slot.is_none() {
                            *slot = found;
                        }
                    };
                    keep(&mut self.headline, text(object.get("headline")));
                    keep(&mut self.published, text(object.get("datePublished")));
                    keep(&mut self.publisher, text(object.get("publisher").and_then(|p| p.get("name"))));
                    keep(&mut self.language, text(object.get("inLanguage")));
                }
                if depth < 4
                    && let Some(graph) = object.get("@graph").or_else(|| object.get("mainEntity"))
                {
                    self.take(graph, depth + 1);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_places() {
        let tree = Tree::parse(
            r#"<html lang="ar"><head><title>وصول السفير إلى المدينة - وكالة الخبر</title><meta property="og:site_name" content="وكالة الخبر">
            <meta name="pubdate" content="2024-03-01"><link rel="canonical" href="https://example.org/1">
            <script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"2024-03-02T10:00:00+03:00","publisher":{"name":"x"}}]}</script></head></html>"#,
        );
        let meta = Meta::of(&tree);
        assert_eq!(meta.title.as_deref(), Some("وصول السفير إلى المدينة")); // "arrival of the ambassador in the city"
        assert_eq!(meta.published.as_deref(), Some("2024-03-02T10:00:00+03:00"));
        assert_eq!(meta.outlet.as_deref(), Some("وكالة الخبر"));
        assert_eq!((meta.url.as_deref(), meta.language.as_deref()), (Some("https://example.org/1"), Some("ar")));
        assert_eq!(Meta::of(&Tree::parse("")), Meta::default());
    }
}
