//! Marks in a text: spans that nest and overlap, cut into pieces that do neither.

use std::collections::BTreeSet;

use rawi_text::CharSpan;

/// A stretch of text in which no mark begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'t> {
    /// The first code point.
    pub(crate) start: u32,
    /// The words.
    pub(crate) text: &'t str,
    /// Which marks cover it, by their place in the list, in that order.
    pub(crate) marks: Vec<usize>,
    /// Which of them begin with it.
    pub(crate) begins: Vec<usize>,
}

/// Cuts a text at the beginning and end of every mark, and at the given places besides. Pieces joined give the text;
/// marks that do not fit it are cut to it, and empty ones are left out.
pub(crate) fn cut<'t>(text: &'t str, marks: &[CharSpan], places: &[u32]) -> Vec<Piece<'t>> {
    let mut order: Vec<usize> = (0..marks.len()).filter(|&i| marks[i].start < marks[i].end).collect();
    order.sort_by_key(|&i| (marks[i].start, i));
    let bounds: BTreeSet<u32> =
        order.iter().flat_map(|&i| [marks[i].start, marks[i].end]).chain(places.iter().copied()).filter(|&b| b > 0).collect();

    let mut pieces = Vec::with_capacity(bounds.len() + 1);
    let mut order = order.into_iter().peekable();
    let mut open: BTreeSet<usize> = BTreeSet::new();
    let mut chars = text.char_indices();
    let (mut from, mut start) = (0, 0);
    let mut push = |from: usize, to: usize, start: u32| {
        if from == to {
            return;
        }
        open.retain(|&i| marks[i].end > start);
        let mut begins = Vec::new();
        while let Some(i) = order.next_if(|&i| marks[i].start <= start) {
            if marks[i].end > start {
                open.insert(i);
                begins.push(i);
            }
        }
        begins.sort_unstable();
        pieces.push(Piece { start, text: &text[from..to], marks: open.iter().copied().collect(), begins });
    };
    for bound in bounds {
        // The byte at which the code point of this number starts; none when the text ends before.
        let Some((to, _)) = chars.nth((bound - start - 1) as usize).and_then(|_| chars.clone().next()) else { break };
        push(from, to, start);
        (from, start) = (to, bound);
    }
    push(from, text.len(), start);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> CharSpan {
        CharSpan { start, end }
    }

    fn shown(text: &str, marks: &[CharSpan], places: &[u32]) -> Vec<(u32, String, Vec<usize>, Vec<usize>)> {
        cut(text, marks, places).into_iter().map(|p| (p.start, p.text.to_owned(), p.marks, p.begins)).collect()
    }

    #[test]
    fn nested_and_overlapping_marks() {
        let pieces = shown("آب\u{200C}های رود کم شد", &[span(0, 10), span(7, 13), span(7, 10)], &[3]);
        let expected: [(u32, &str, &[usize], &[usize]); 5] = [
            (0, "آب\u{200C}", &[0], &[0]),
            (3, "های ", &[0], &[]),
            (7, "رود", &[0, 1, 2], &[1, 2]),
            (10, " کم", &[1], &[]),
            (13, " شد", &[], &[]),
        ];
        let expected: Vec<_> = expected.iter().map(|(s, t, m, b)| (*s, (*t).to_owned(), m.to_vec(), b.to_vec())).collect();
        assert_eq!(pieces, expected);
    }

    #[test]
    fn marks_that_do_not_fit() {
        assert_eq!(shown("سد", &[span(1, 99), span(5, 9), span(2, 1), span(0, 0)], &[0, 7]).len(), 2);
        assert!(shown("", &[span(0, 4)], &[1]).is_empty());
        assert_eq!(shown("سد", &[], &[]), [(0, "سد".to_owned(), vec![], vec![])]);
    }

    #[test]
    fn pieces_joined_give_the_text() {
        let text = "وزير المياه قال إن السد امتلأ 😀 اليوم";
        // A simple walk through many pairs of spans.
        for n in 0u32..2000 {
            let (a, b, c, d) = (n % 41, n / 7 % 43, n / 3 % 37, n / 11 % 44);
            let pieces = cut(text, &[span(a, b), span(c, d)], &[n % 13]);
            assert_eq!(pieces.iter().map(|p| p.text).collect::<String>(), text);
            for piece in &pieces {
                let end = piece.start + piece.text.chars().count() as u32;
                for (i, mark) in [span(a, b), span(c, d)].iter().enumerate() {
                    let covers = mark.start <= piece.start && end <= mark.end;
                    assert_eq!(piece.marks.contains(&i), covers, "{n}");
                }
            }
        }
    }
}
