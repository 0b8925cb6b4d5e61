//! What was read beside what is there: places that overlap, and items that belong together.

use rawi_text::CharSpan;

/// How far two lists of places are the same, intersection over union; 0 below half.
pub(crate) fn overlap(a: &[CharSpan], b: &[CharSpan]) -> f64 {
    let both: Vec<CharSpan> = a.iter().chain(b).copied().collect();
    let union = covered(&both);
    let shared = covered(a) + covered(b) - union;
    let value = f64::from(shared) / f64::from(union.max(1));
    if value >= 0.5 { value } else { 0.0 }
}

/// How many characters some places hold together.
fn covered(spans: &[CharSpan]) -> u32 {
    let mut spans = spans.to_vec();
    spans.sort_unstable_by_key(|s| (s.start, s.end));
    let (mut count, mut upto) = (0, 0);
    for span in spans {
        count += span.end.saturating_sub(span.start.max(upto));
        upto = upto.max(span.end);
    }
    count
}

/// Pairs of what is there and what was read, each once, the best first; a score of 0 never pairs.
pub(crate) fn pair(gold: usize, found: usize, score: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let all = (0..gold).flat_map(|i| (0..found).map(move |j| (i, j)));
    let mut rows: Vec<(f64, usize, usize)> = all.map(|(i, j)| (score(i, j), i, j)).filter(|r| r.0 > 0.0).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut paired_gold, mut paired_found) = (vec![false; gold], vec![false; found]);
    rows.retain(|&(_, i, j)| {
        !paired_gold[i] && !paired_found[j] && {
            paired_gold[i] = true;
            paired_found[j] = true;
            true
        }
    });
    rows.into_iter().map(|(_, i, j)| (i, j)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> CharSpan {
        CharSpan { start, end }
    }

    #[test]
    fn half_is_enough_and_less_is_nothing() {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(close(overlap(&[span(0, 10)], &[span(0, 5)]), 0.5));
        assert!(close(overlap(&[span(0, 10)], &[span(6, 10)]), 0.0));
        assert!(close(overlap(&[span(0, 10)], &[span(0, 4), span(2, 8)]), 0.8));
        assert!(close(overlap(&[], &[]), 0.0));
    }

    #[test]
    fn the_best_are_paired_first() {
        let scores = [[0.5, 0.9], [0.0, 0.8]];
        assert_eq!(pair(2, 2, |i, j| scores[i][j]), [(0, 1)]);
        assert_eq!(pair(2, 1, |_, _| 1.0), [(0, 0)]);
    }
}
