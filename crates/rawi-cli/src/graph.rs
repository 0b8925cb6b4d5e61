//! A network as text, `GraphML`, GEXF and SVG.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::TAU;
use std::fmt::Write;

use rawi_record::query::{Edge, Network, Node};

use crate::output::isolate;

/// For people: one tie a line.
pub(crate) fn text(network: &Network) -> String {
    let mut out = String::new();
    for tie in &network.ties {
        let (a, b) = (&network.actors[tie.source], &network.actors[tie.target]);
        let kinds: Vec<String> = tie.kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        let days = match (&tie.from, &tie.to) {
            (Some(from), Some(to)) if from != to => format!("{from}/{to}"),
            (from, _) => from.clone().unwrap_or_default(),
        };
        // Writing to a string does not fail.
        let _ = writeln!(out, "{:>4}  {} – {}  {}  {days}", tie.weight, isolate(&a.name), isolate(&b.name), kinds.join(", "));
    }
    out
}

/// The actors that have ties, with their places in the list.
fn tied(network: &Network) -> impl Iterator<Item = (usize, &Node)> {
    let with: BTreeSet<usize> = network.ties.iter().flat_map(|t| [t.source, t.target]).collect();
    network.actors.iter().enumerate().filter(move |(at, _)| with.contains(at))
}

fn kind(node: &Node) -> &'static str {
    node.kind.map_or("", rawi_model::ActorKind::name)
}

/// As `GraphML`.
pub(crate) fn graphml(network: &Network) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\
         <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n\
         <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n\
         <key id=\"events\" for=\"node\" attr.name=\"events\" attr.type=\"int\"/>\n\
         <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>\n\
         <key id=\"kinds\" for=\"edge\" attr.name=\"kinds\" attr.type=\"string\"/>\n\
         <key id=\"months\" for=\"edge\" attr.name=\"months\" attr.type=\"string\"/>\n\
         <key id=\"from\" for=\"edge\" attr.name=\"from\" attr.type=\"string\"/>\n\
         <key id=\"to\" for=\"edge\" attr.name=\"to\" attr.type=\"string\"/>\n\
         <graph id=\"contacts\" edgedefault=\"undirected\">\n",
    );
    for (at, node) in tied(network) {
        let _ = writeln!(
            out,
            "<node id=\"n{at}\"><data key=\"name\">{}</data><data key=\"kind\">{}</data><data key=\"events\">{}</data></node>",
            escape(&node.name),
            kind(node),
            node.events
        );
    }
    for tie in &network.ties {
        let _ = write!(out, "<edge source=\"n{}\" target=\"n{}\"><data key=\"weight\">{}</data>", tie.source, tie.target, tie.weight);
        let _ = write!(out, "<data key=\"kinds\">{}</data><data key=\"months\">{}</data>", counts(&tie.kinds), counts(&tie.months));
        for (key, day) in [("from", &tie.from), ("to", &tie.to)] {
            if let Some(day) = day {
                let _ = write!(out, "<data key=\"{key}\">{}</data>", escape(day));
            }
        }
        out.push_str("</edge>\n");
    }
    out + "</graph>\n</graphml>\n"
}

fn counts<K: std::fmt::Display>(map: &BTreeMap<K, u32>) -> String {
    map.iter().map(|(key, count)| format!("{key}:{count}")).collect::<Vec<_>>().join(" ")
}

/// As GEXF 1.3, each tie from its first day to its last.
pub(crate) fn gexf(network: &Network) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n\
         <graph defaultedgetype=\"undirected\" mode=\"dynamic\" timeformat=\"date\">\n\
         <attributes class=\"node\"><attribute id=\"kind\" title=\"kind\" type=\"string\"/>\
         <attribute id=\"events\" title=\"events\" type=\"integer\"/></attributes>\n<nodes>\n",
    );
    for (at, node) in tied(network) {
        let _ = writeln!(
            out,
            "<node id=\"{at}\" label=\"{}\"><attvalues><attvalue for=\"kind\" value=\"{}\"/><attvalue for=\"events\" value=\"{}\"/></attvalues></node>",
            escape(&node.name),
            kind(node),
            node.events
        );
    }
    out.push_str("</nodes>\n<edges>\n");
    for (at, tie) in network.ties.iter().enumerate() {
        let day = |name: &str, day: &Option<String>| day.as_ref().map_or_else(String::new, |d| format!(" {name}=\"{}\"", escape(d)));
        let _ = writeln!(
            out,
            "<edge id=\"{at}\" source=\"{}\" target=\"{}\" weight=\"{}\"{}{}/>",
            tie.source,
            tie.target,
            tie.weight,
            day("start", &tie.from),
            day("end", &tie.to)
        );
    }
    out + "</edges>\n</graph>\n</gexf>\n"
}

/// Ties that a drawing shows.
const DRAWN: usize = 80;

/// As a drawing: actors on a circle, those with most contacts beside one another, ties as wide as they are many.
#[allow(clippy::cast_precision_loss, reason = "places on a drawing")]
pub(crate) fn svg(network: &Network) -> String {
    let ties: &[Edge] = network.ties.get(..DRAWN.min(network.ties.len())).unwrap_or(&[]);
    let mut order: Vec<usize> = Vec::new();
    for at in ties.iter().flat_map(|t| [t.source, t.target]) {
        if !order.contains(&at) {
            order.push(at);
        }
    }
    let radius = 120.0 + 9.0 * order.len() as f64;
    let (middle, size) = (radius + 190.0, 2.0 * radius + 380.0);
    let angle = |n: usize| TAU * n as f64 / order.len().max(1) as f64;
    let point = |at: usize| {
        let n = order.iter().position(|&o| o == at).unwrap_or(0);
        (middle + radius * angle(n).cos(), middle + radius * angle(n).sin())
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size:.0} {size:.0}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    );
    for tie in ties {
        let ((x1, y1), (x2, y2)) = (point(tie.source), point(tie.target));
        let title = format!("{} – {}: {}", network.actors[tie.source].name, network.actors[tie.target].name, tie.weight);
        let _ = writeln!(
            out,
            "<path d=\"M{x1:.1} {y1:.1}Q{middle:.1} {middle:.1} {x2:.1} {y2:.1}\" fill=\"none\" stroke=\"#357\" stroke-opacity=\"0.45\" \
             stroke-width=\"{:.1}\"><title>{}</title></path>",
            1.0 + f64::from(tie.weight).sqrt(),
            escape(&title)
        );
    }
    for (n, &at) in order.iter().enumerate() {
        let node = &network.actors[at];
        let (x, y) = point(at);
        let turn = angle(n).to_degrees();
        let left = (90.0..270.0).contains(&turn);
        let (turn, anchor, shift) = if left { (turn + 180.0, "end", -9.0) } else { (turn, "start", 9.0) };
        let _ = writeln!(
            out,
            "<g transform=\"translate({x:.1} {y:.1}) rotate({turn:.1})\"><circle r=\"5\" fill=\"#357\"/>\
             <text x=\"{shift}\" y=\"4\" text-anchor=\"{anchor}\" direction=\"ltr\">\u{2068}{}\u{2069} ({})</text></g>",
            escape(&node.name),
            node.events
        );
    }
    out + "</svg>\n"
}

/// Words as they stand in XML.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_escaped() {
        assert_eq!(escape("«آب» & <رود>\u{0}"), "«آب» &amp; &lt;رود&gt;");
        assert!(svg(&Network::default()).ends_with("</svg>\n"));
    }
}
