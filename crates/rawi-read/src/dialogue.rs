//! The turns of a dialogue: which parts ask and which answer.
//!
//! Archives print interviews in a few shapes: every turn opens with a name and a colon («البيدر: …؟», «العزاوي: …»), questions open
//! with a sign or with a word («◀ …؟», «س: …؟»), or they are known by their question mark alone.

use std::collections::BTreeMap;
use std::ops::Range;

use rawi_lang::{Class, Passage};
use rawi_model::BlockRole;
use rawi_text::TokenKind;

use crate::block::Part;

/// The most words of a question that no sign marks.
const PLAIN_QUESTION: usize = 35;
/// The most words of a question.
const QUESTION: usize = 80;
/// How many questions with a sign make an interview by themselves.
const OFTEN: usize = 4;
/// How many parts there are at most for each question of an interview with long answers.
const LONG: usize = 8;
/// The same of one that does not say what it is.
const MANY: usize = 4;
/// The stroke that prolongs a letter, which some write for a dash.
const TATWEEL: char = '\u{640}';
/// The most words of a name before a turn.
const LABEL: usize = 4;
/// The most words of a line behind the last answer that credits somebody.
const CREDIT: usize = 8;

/// Gives parts the roles of a dialogue, where the document is one.
pub(crate) fn turns(p: &Passage<'_>, parts: &mut [Part], words: &[usize]) {
    let given = parts.iter().any(|part| part.role == BlockRole::Question);
    if let Some(asker) = (!given).then(|| asker(p, parts)).flatten() {
        named(p, parts, words, &asker);
    } else {
        asked(p, parts, words, given);
    }
}

/// The words before the colon at the head of a turn: a name, «س», «پاسخ».
pub(crate) fn label(p: &Passage<'_>, part: &Range<usize>) -> Option<Range<usize>> {
    const TURN: u64 = Class::Question.bit() | Class::Answer.bit();
    let head = part.clone().find(|&k| p.tokens.is_word(k))?;
    let colon = (head..part.end.min(head + 2 * LABEL)).find(|&k| p.tokens.is_mark(k, ':'))?;
    let words = (head..colon).filter(|&k| p.tokens.is_word(k)).count();
    let turn = p.any(head, TURN);
    let plain = (head..colon).all(|k| p.tokens.kind(k) != TokenKind::Number) && p.cues_in(head..colon).is_empty();
    let says = part.end > colon + 1;
    (words <= LABEL && says && (turn || plain && !p.is(head, Class::Label))).then_some(head..colon)
}

fn key(p: &Passage<'_>, label: Range<usize>) -> String {
    label.filter(|&k| p.tokens.kind(k) == TokenKind::Word).map(|k| p.tokens.word(k)).collect()
}

fn is_body(part: &Part) -> bool {
    matches!(part.role, BlockRole::Body | BlockRole::Question | BlockRole::Answer)
}

/// Whether a part ends with a question mark.
fn asks(p: &Passage<'_>, part: &Part) -> bool {
    part.tokens.clone().rev().take(3).any(|k| p.tokens.is_mark(k, '؟') || p.tokens.is_mark(k, '?'))
}

/// The name before the questions, where the turns of a document open with the names of two or more who take turns.
fn asker(p: &Passage<'_>, parts: &[Part]) -> Option<String> {
    let labels = parts.iter().filter(|part| is_body(part)).filter_map(|part| Some((key(p, label(p, &part.tokens)?), asks(p, part))));
    let order: Vec<(String, bool)> = labels.collect();
    // How many turns each has, and how many of them ask.
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (name, asks) in &order {
        let count = counts.entry(name).or_default();
        count.0 += 1;
        count.1 += usize::from(*asks);
    }
    let first = |name: &str| order.iter().position(|(other, _)| other == name).unwrap_or(usize::MAX);
    let (&asker, &(turns, asked)) = counts
        .iter()
        .filter(|(_, c)| c.0 >= 2 && c.1 * 2 >= c.0)
        .max_by_key(|(name, c)| (c.1 * 100 / c.0, std::cmp::Reverse(first(name))))?;
    let answers = order.windows(2).filter(|pair| pair[0].0 == asker && pair[1].0 != asker && counts[pair[1].0.as_str()].0 >= 2).count();
    // An interview goes to and fro; a list of what many say does not.
    (asked >= 1 && answers >= 2 && answers * 3 >= turns * 2).then(|| asker.to_owned())
}

/// Roles where every turn opens with a name: what follows belongs to the turn, to the credits behind the last one.
fn named(p: &Passage<'_>, parts: &mut [Part], words: &[usize], asker: &str) {
    let mut turn = None;
    for (part, &words) in parts.iter_mut().zip(words).filter(|(part, _)| is_body(part)) {
        if let Some(label) = label(p, &part.tokens) {
            let role = if p.is(label.start, Class::Question) || key(p, label) == asker { BlockRole::Question } else { BlockRole::Answer };
            turn = (turn.is_some() || role == BlockRole::Question).then_some(role);
        } else if credits(p, part, words) {
            turn = None;
        }
        part.role = turn.filter(|_| words > 0).unwrap_or(part.role);
    }
}

/// Whether a line is no sentence, or bears a label.
fn credits(p: &Passage<'_>, part: &Part, words: usize) -> bool {
    let head = part.tokens.clone().find(|&k| p.tokens.is_word(k));
    let stops = matches!(p.tokens.kind(part.tokens.end - 1), TokenKind::Mark('.' | '!' | '?' | '\u{61F}' | '»' | '،' | '…'));
    words <= CREDIT && !stops || head.is_some_and(|k| p.any(k, Class::Label.bit() | Class::Resume.bit()))
}

/// Whether he who answers some questions speaks of himself or has a sign, other than in a column that asks its readers.
fn is_answered(p: &Passage<'_>, parts: &[Part], questions: &[usize]) -> bool {
    let says = |part: &&Part| is_body(part) && part.tokens.clone().any(|k| p.tokens.is_word(k));
    let answers: Vec<&Part> = questions.iter().filter_map(|&i| parts[i + 1..].iter().find(says)).collect();
    let head = |part: &Part| p.raw.get(..p.tokens.raw_from(part.tokens.start, 0) as usize).unwrap_or_default();
    let dash = |part: &&&Part| p.is_dash(part.tokens.start) || head(part).trim_end().ends_with(TATWEEL);
    let own = |part: &&&Part| p.first_person(part.tokens.clone());
    answers.iter().filter(own).count() * 2 >= questions.len() || answers.iter().filter(dash).count() * 2 >= questions.len()
}

/// Roles where a sign, a word or a question mark alone tells the questions.
fn asked(p: &Passage<'_>, parts: &mut [Part], words: &[usize], given: bool) {
    let sign = |part: &Part| match p.tokens.kind(part.tokens.start) {
        TokenKind::Mark(
            mark @ ('\u{25C0}' | '\u{25C4}' | '\u{2753}' | '\u{25AA}' | '\u{25CF}' | '\u{25A0}' | '*' | '\u{2022}' | '-' | '\u{2013}'),
        ) => Some(mark),
        _ => part.tokens.clone().find(|&k| p.tokens.is_word(k)).filter(|&k| p.is(k, Class::Question)).map(|_| ':'),
    };
    let signs: Vec<Option<char>> = parts.iter().map(sign).collect();
    let asking: Vec<bool> = parts.iter().map(|part| asks(p, part)).collect();
    let bodies = parts.iter().filter(|part| is_body(part)).count();
    let signed: Vec<usize> =
        (0..parts.len()).filter(|&i| signs[i].is_some() && asking[i] && words[i] <= QUESTION && is_body(&parts[i])).collect();
    if !given && !asking.contains(&true) {
        return;
    }
    // An interview that says what it is may ask at length.
    let told = p.find(0..p.tokens.len(), |k| p.is(k, Class::Interview)).is_some();
    let longest = if told && signed.is_empty() { QUESTION } else { PLAIN_QUESTION };
    let plain: Vec<usize> = (0..parts.len()).filter(|&i| asking[i] && words[i] <= longest && is_body(&parts[i])).collect();
    let short = plain.iter().filter(|&&i| words[i] <= PLAIN_QUESTION).count();
    // Questions outside a dialogue stand in columns; in an interview they make up much of the parts.
    let much = short >= 3 && short * 3 >= bodies;
    let long = || plain.len() >= OFTEN && plain.len() * if told { LONG } else { MANY } >= bodies && is_answered(p, parts, &plain);
    if !given && signed.is_empty() && !much && !long() {
        return;
    }
    // A column asks its readers, and an interview says what it is, or asks again and again.
    let again = || plain.len() > OFTEN && is_answered(p, parts, &plain);
    if !given && !p.grammar.article.is_empty() && signed.len() < OFTEN && !told && !again() {
        return;
    }
    // Where most that bear the sign ask, the others do so without a question mark: «* شنیده‌ایم …».
    let mark = signed.first().and_then(|&i| signs[i]);
    let bear = (0..parts.len()).filter(|&i| mark.is_some() && signs[i] == mark && is_body(&parts[i])).count();
    let all = signed.len() >= 2 && signed.len() * 2 > bear;
    let mut seen = given;
    let mut before = None;
    for i in (0..parts.len()).filter(|&i| words[i] > 0) {
        if !is_body(&parts[i]) {
            continue;
        }
        let unmarked = all
            && signs[i] == mark
            && words[i] <= PLAIN_QUESTION
            && before == Some(BlockRole::Answer)
            && parts.get(i + 1).is_some_and(|_| signs[i + 1].is_none());
        if parts[i].role == BlockRole::Question
            || asking[i] && (signs[i].is_some() && words[i] <= QUESTION || signed.is_empty() && words[i] <= longest)
            || unmarked
        {
            parts[i].role = BlockRole::Question;
            seen = true;
        } else if seen {
            parts[i].role = BlockRole::Answer;
        }
        before = Some(parts[i].role);
    }
    begun(p, parts, words);
}

/// What stands before the first question is an answer too when nobody reports there and no headline is above it.
fn begun(p: &Passage<'_>, parts: &mut [Part], words: &[usize]) {
    let first = parts.iter().position(|part| part.role == BlockRole::Question).unwrap_or(0);
    if parts[..first].iter().any(|part| part.role == BlockRole::Headline) {
        return;
    }
    for (i, part) in parts.iter_mut().enumerate().take(first) {
        let tells = part.tokens.clone().any(|k| p.is(k, Class::Interview));
        let speaks = p.cues_in(part.tokens.clone()).iter().any(|c| p.tokens.is_mark(c.end, ':'));
        if part.role == BlockRole::Body && words[i] > 40 && !tells && !speaks {
            part.role = BlockRole::Answer;
        }
    }
}

#[cfg(test)]
mod tests {
    use rawi_model::{Document, Genre, Reading};

    use crate::Reader;

    fn read(text: &str) -> Reading {
        Reader::new().read(Document { text: text.to_owned(), ..Document::default() }, None)
    }

    /// Speakers and the first words of what they say in a document given whole.
    fn answers(reading: &Reading) -> Vec<(String, String)> {
        let name = |key: &str| reading.actors.iter().find(|a| a.key == key).map(|a| a.name.clone()).unwrap_or_default();
        let whole = reading.statements.iter().filter(|s| s.form == rawi_model::Form::Document);
        let head = |words: &str| words.split(' ').take(2).collect::<Vec<_>>().join(" ");
        whole.map(|s| (name(s.speaker.as_deref().unwrap_or_default()), head(s.content[0].of(&reading.document.text)))).collect()
    }

    #[test]
    fn turns_that_open_with_names() {
        // "The beekeeper of Shahdad" – the magazine asks, she answers; the last line credits the photographer.
        let text = "گفت\u{200C}وگو با نرگس تابان، زنبوردار\n\nکندو: چند کندو دارید؟\n\nتابان: چهل کندو داریم و بهار پنجاه تا می\u{200C}شود.\n\n\
                    در زمستان کمتر است.\n\nکندو: شنیده\u{200C}ایم عسل گران شده.\n\nتابان: (می\u{200C}خندد) گران نشده، کم شده است.\n\n\
                    کندو: سال آینده چه می\u{200C}کنید؟\n\nتابان: به کوه می\u{200C}رویم و کندوها را می\u{200C}بریم.\n\nعکس: بایگانی";
        let reading = read(text);
        assert_eq!(reading.document.genre, Genre::Interview);
        let found = answers(&reading);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().all(|(name, _)| name.contains("تابان")), "{found:?}");
        assert_eq!(found[1].1, "گران نشده،");
        assert_eq!(reading.contacts.len(), 1);
    }

    #[test]
    fn a_sign_makes_a_question_without_a_mark() {
        // "Dr Salma al-Hattab: bees know no borders" – two questions ask, one only states.
        let text = "الدكتورة سلمى الحطاب: النحل لا يعرف الحدود\n\nالتقيناها في مختبرها وكان لنا معها هذا الحوار:\n\n• كيف بدأت الفكرة؟\n\
                    بدأت من خلية واحدة وضعتها على سطح البيت.\n\n• هناك من يقول إن العسل غال.\nهو على حق، فالكلفة كبيرة.\n\n\
                    • وماذا عن الموسم المقبل؟\nسنزرع الزعتر حول المناحل كلها.";
        let found = answers(&read(text));
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().all(|(name, _)| name.contains("سلمى الحطاب")), "{found:?}");
        assert_eq!(found[1].1, "هو على");
    }

    #[test]
    fn long_answers_of_one_who_speaks_of_himself() {
        // "The full conversation with Salem Nouri, head of the sailing club, is as follows" – four questions, two paragraphs to each.
        let turn = |question: &str, answer: &str| {
            format!(
                "{question}؟\n\nما {answer} و کار را ادامه می\u{200C}دهیم.\n\nباد هم کمک می\u{200C}کند.\n\nدریا آرام است.\n\nهمه خشنودند.\n\n"
            )
        };
        let text = format!(
            "مشروح گفت\u{200C}وگو با سالم نوری رئیس باشگاه قایقرانی به شرح زیر است:\n\n{}{}{}{}",
            turn("قایق\u{200C}ها آماده\u{200C}اند", "سه قایق داریم"),
            turn("مسابقه کجاست", "در صحار جمع می\u{200C}شویم"),
            turn("داور دارید", "دو داور آورده\u{200C}ایم"),
            turn("بلیت چند است", "بلیت نمی\u{200C}فروشیم"),
        );
        let found = answers(&read(&text));
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found.iter().all(|(name, _)| name.contains("نوری")), "{found:?}");
    }

    #[test]
    fn answers_behind_a_stroke() {
        // "The skipper's father tells of the race" – nothing but the turns says that it is an interview.
        let turn = |question: &str, answer: &str| format!("{question}؟\n\u{640} {answer}.\n");
        let text = format!(
            "والد البحار يكشف قصة السباق\n\nكشف سالم النخلي والد البحار أن ابنه أحب البحر صغيرا، وقال النخلي إن القارب هدية.\n\n{}{}{}{}{}",
            turn("كيف بدأت الرحلة", "بدأت من الميناء القديم"),
            turn("ومن علمه الإبحار", "علمه عمه في الصيف"),
            turn("وماذا عن المدرسة", "كان الأول في صفه"),
            turn("متى فاز أول مرة", "فاز في سباق صحار"),
            turn("وما القادم", "سباق مسقط في الخريف"),
        );
        let found = answers(&read(&text));
        assert_eq!(found.len(), 5, "{found:?}");
        assert!(found.iter().all(|(name, _)| name.contains("النخلي")), "{found:?}");
    }

    #[test]
    fn who_answers() {
        let turns = "* كيف الجسر؟\n- الجسر جاهز للعبور.\n* ومتى يفتح؟\n- نفتحه في الخريف.\n* ومن يعبر؟\n- يعبره الجميع.\n* وكم الرسوم؟\n- لا رسوم علينا، فالجسر هدية من أهل الميناء لكل من يعبر النهر صيفا وشتاء.";
        let who = |intro: &str| {
            let found = answers(&read(&format!("{intro}\n\n{turns}")));
            assert_eq!(found.len(), 4, "{found:?}");
            found[0].0.clone()
        };
        // "Salma Hattab to «the Quay»: …"; the paper to which it is told; whom the introduction names again and again
        assert!(
            who("سلمى الحطاب لـ«المرفأ»: الجسر الجديد يفتح أبوابه للجميع في الخريف\n\nتحدثنا إليها سريعا حول الجسر الذي بنته الحطاب.")
                .contains("سلمى الحطاب")
        );
        assert!(
            who("الحطاب: الجسر الجديد يفتح أبوابه للجميع في الخريف\n\nوتمسك سالم الحطاب في حوار مع \"المرفأ\" بالرسوم القديمة، وقال الحطاب إن العمل مستمر.")
                .contains("سالم الحطاب")
        );
        assert!(
            who("وزير النقل: الجسر الجديد يفتح أبوابه للجميع في الخريف\n\nمنذ توليه الوزارة انخرط سالم النخلي في بناء الجسر. والنخلي يتحدث هنا أول مرة.")
                .contains("سالم النخلي")
        );
    }

    #[test]
    fn what_many_say_is_no_dialogue() {
        // Four ministers, one line each.
        let text = "وزیران چه گفتند\n\nوزیر راه: جاده تا پاییز آماده می\u{200C}شود.\n\nوزیر نیرو: آب سدها کم شده است.\n\n\
                    وزیر ورزش: تیم ملی به اردو می\u{200C}رود.\n\nوزیر علوم: دانشگاه\u{200C}ها باز می\u{200C}مانند.";
        assert_ne!(read(text).document.genre, Genre::Interview);
    }

    #[test]
    fn numbers_and_tables_speak_not() {
        // Three numbered items of a channel; a table of prices.
        let post = "📰 سه خبر کوتاه\n\n1\u{FE0F}\u{20E3} وزیر گردشگری خواستار حذف عوارض خروج شد.\n\n\
                    2\u{FE0F}\u{20E3} معاون وزیر راه: قطار تهران هفته آینده راه می\u{200C}افتد.\n\n3\u{FE0F}\u{20E3} بهای انار در بازار بالا رفت.\n@rud_khabar";
        let reading = read(post);
        assert_eq!(reading.document.genre, Genre::Post);
        let told: Vec<&str> = reading.statements.iter().map(|s| s.content[0].of(&reading.document.text)).collect();
        assert!(told.iter().all(|words| !words.contains("انار")), "{told:?}");
        let table = "أسعار السمك في السوق\n\nالصافي: 2.800\nالهامور: 4.200\nالشعري: 1.600\nالكنعد: 3.400\nحال السوق: بلغت الكميات 41 طنا هذا الصباح.";
        assert!(read(table).statements.is_empty());
    }

    #[test]
    fn a_name_torn_from_its_colon() {
        // "The head of the harbour: the pier opens on Monday."
        let reading = read("⚓ رئيس هيئة الميناء\n:\n«الرصيف يفتح يوم الاثنين أمام القوارب»\n@rud_news");
        assert_eq!(reading.statements.len(), 1);
        assert_eq!(reading.statements[0].content[0].of(&reading.document.text), "الرصيف يفتح يوم الاثنين أمام القوارب");
    }
}
