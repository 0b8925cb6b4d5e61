//! What the names of elements and classes tell of their content.

use super::tree::Node;

/// What an element is for, by its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Not of the article: share, related, comments, menus.
    Skip,
    /// The line over the title.
    Kicker,
    /// Date and time.
    Time,
    /// The paragraph that sums up.
    Lead,
    /// Words under a picture.
    Caption,
    /// Tags.
    Tags,
    /// Words lifted out of the text.
    PullQuote,
}

const SKIP: [&str; 58] = [
    "ad",
    "addthis",
    "addtoany",
    "ads",
    "adsbygoogle",
    "advert",
    "adverts",
    "aside",
    "banner",
    "banners",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "disqus",
    "dropdown",
    "fb",
    "footer",
    "footers",
    "hidespan",
    "latest",
    "login",
    "marquee",
    "menu",
    "menus",
    "modal",
    "mostread",
    "mostviewed",
    "nav",
    "navbar",
    "navigation",
    "nextarticle",
    "nextprev",
    "outbrain",
    "pager",
    "pagination",
    "paging",
    "poll",
    "popular",
    "popup",
    "prevarticle",
    "prevnext",
    "print",
    "promo",
    "rating",
    "readalso",
    "readmore",
    "respond",
    "rss",
    "search",
    "shortlink",
    "sidebar",
    "signup",
    "taboola",
    "ticker",
    "toolbar",
    "trending",
    "uninews",
];
/// Beginnings of such names.
const SKIP_PREFIX: [&str; 9] = ["advertis", "breadcrumb", "comment", "newsletter", "recommend", "related", "share", "social", "subscri"];
const KICKER: [&str; 12] =
    ["eyebrow", "kicker", "overline", "overtitle", "roti", "rotitr", "routitr", "rutitr", "strapline", "suptitle", "supertitle", "uptitle"];
const TIME: [&str; 12] = [
    "date",
    "dateline",
    "datetime",
    "dates",
    "posted",
    "pubdate",
    "publishdate",
    "published",
    "publishtime",
    "tarikh",
    "time",
    "timestamp",
];
const LEAD: [&str; 18] = [
    "abstract",
    "deck",
    "dek",
    "excerpt",
    "intro",
    "introduction",
    "introtext",
    "lead",
    "lede",
    "leed",
    "lid",
    "sapo",
    "sotitr",
    "sootitr",
    "standfirst",
    "subhead",
    "subtitle",
    "summary",
];
const CAPTION: [&str; 4] = ["caption", "credit", "figcaption", "imgcaption"];
const TAGS: [&str; 6] = ["hashtags", "keywords", "tag", "taglist", "tags", "tagcloud"];
const PULL: [&str; 3] = ["pullquote", "pullout", "quotebox"];
const BODY: [&str; 18] = [
    "article",
    "articlebody",
    "articlecontent",
    "articletext",
    "body",
    "bodytext",
    "content",
    "description",
    "detail",
    "details",
    "entry",
    "fulltext",
    "matn",
    "news",
    "newsbody",
    "newstext",
    "story",
    "text",
];

/// The words of an element's class and id: `news-Body_text` has `news`, `body`, `text`, and both with their neighbours
/// joined, `newsbody`, `bodytext`.
pub(crate) fn words(node: &Node) -> Vec<String> {
    let mut words = Vec::new();
    for name in [node.attribute("class"), node.attribute("id")].into_iter().flatten().flat_map(str::split_ascii_whitespace).take(24) {
        let from = words.len();
        let mut small_before = false;
        let mut word = String::new();
        for c in name.chars().take(64) {
            let breaks = !c.is_alphanumeric() || (c.is_uppercase() && small_before);
            if breaks && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
            small_before = c.is_lowercase();
        }
        if !word.is_empty() {
            words.push(word);
        }
        let joined: Vec<String> = words[from..].windows(2).map(<[String]>::concat).collect();
        words.extend(joined);
    }
    words
}

/// What an element is for, by its name, role, class and id.
pub(crate) fn use_of(node: &Node) -> Option<Use> {
    let words = words(node);
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let begins = || words.iter().any(|word| SKIP_PREFIX.iter().any(|prefix| word.starts_with(prefix)));
    match node.name.as_str() {
        "nav" | "footer" | "menu" => return Some(Use::Skip),
        "figcaption" => return Some(Use::Caption),
        "time" => return Some(Use::Time),
        "aside" => return Some(if any(&PULL) { Use::PullQuote } else { Use::Skip }),
        _ => {}
    }
    if matches!(node.attribute("role"), Some("navigation" | "banner" | "contentinfo" | "complementary" | "search" | "dialog")) {
        return Some(Use::Skip);
    }
    if node.attribute("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("articleBody")) {
        return None;
    }
    if any(&PULL) {
        Some(Use::PullQuote)
    } else if any(&SKIP) || begins() || exact(node, &["d-none", "hidden", "sr-only", "screen-reader-text", "visually-hidden"]) {
        Some(Use::Skip)
    } else if any(&KICKER) {
        Some(Use::Kicker)
    } else if any(&LEAD) {
        Some(Use::Lead)
    } else if any(&TAGS) {
        Some(Use::Tags)
    } else if any(&CAPTION) {
        Some(Use::Caption)
    } else if any(&TIME) {
        Some(Use::Time)
    } else {
        None
    }
}

/// How much an element's names speak for its being the body of the article; 1 when they say nothing.
pub(crate) fn body_weight(node: &Node) -> f64 {
    if node.attribute("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("articleBody")) {
        return 3.0;
    }
    let words = words(node);
    let named = words.iter().any(|word| BODY.contains(&word.as_str()));
    let weight = if named { 1.25 } else { 1.0 };
    if node.name == "article" { weight * 1.25 } else { weight }
}

fn exact(node: &Node, classes: &[&str]) -> bool {
    node.attribute("class").is_some_and(|value| value.split_ascii_whitespace().any(|class| classes.contains(&class)))
}

#[cfg(test)]
mod tests {
    use super::super::tree::Tree;
    use super::*;

    fn of(html: &str) -> Option<Use> {
        let tree = Tree::parse(html);
        use_of(&tree.nodes[tree.first("body").unwrap() + 1])
    }

    #[test]
    fn by_words_of_names() {
        assert_eq!(of("<div class='news-rotitr'>"), Some(Use::Kicker));
        assert_eq!(of("<div class='ro-titr'>"), Some(Use::Kicker));
        assert_eq!(of("<div class='itemSummary'>"), Some(Use::Lead));
        assert_eq!(of("<p class='update candidate'>"), None);
        assert_eq!(of("<span id='publish_date'>"), Some(Use::Time));
        assert_eq!(of("<div class='share-box'>"), Some(Use::Skip));
        assert_eq!(of("<aside class='pull-quote'>"), Some(Use::PullQuote));
        assert_eq!(of("<div class='related' itemprop='articleBody'>"), None);
        assert_eq!(of("<p class='hidden-xs'>"), None);
    }
}
