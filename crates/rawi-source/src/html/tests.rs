use proptest::prelude::*;

use super::*;

fn page(html: &str) -> RawDocument {
    let mut all = read(&Place::named("a.html"), html.as_bytes()).unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn blocks(raw: &RawDocument) -> Vec<(&'static str, &str)> {
    raw.document.blocks.iter().map(|block| (block.role.name(), block.span.of(&raw.document.text))).collect()
}

/// An agency's page with everything around the article. Kicker: "in a meeting with the envoy it was put forward";
/// headline: "The minister of trade: the border markets open in autumn".
const AGENCY: &str = r#"<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta charset="utf-8">
<title>وزیر بازرگانی: بازارهای مرزی پاییز باز می&zwnj;شوند - خبرگزاری نمونه</title>
<meta property="og:site_name" content="خبرگزاری نمونه"><meta property="article:published_time" content="2024-09-14T10:20:00+03:30">
<link rel="canonical" href="https://example.org/news/12"><style>p{color:red}</style></head>
<body class="menu-open sidebar-right"><header><nav><ul><li><a href="/">خانه</a></li><li><a href="/w">جهان</a></li></ul></nav></header>
<main><div class="news-page"><div class="rotitr">در دیدار با فرستاده مطرح شد</div>
<h1>وزیر بازرگانی: بازارهای مرزی پاییز باز می&zwnj;شوند</h1>
<div class="meta"><span class="news-date">۲۴ شهریور ۱۴۰۳ - ۱۰:۲۰</span> <span>کد خبر: ۱۲</span></div>
<div class="share-box"><a href="s">همرسانی</a> این خبر را با دوستان خود در میان بگذارید</div>
<p class="lead">وزیر بازرگانی در دیدار با فرستاده همسایه شرقی گفت
   که بازارهای&nbsp;مرزی از مهرماه باز می&zwnj;شوند.</p>
<figure><img src="x.jpg" alt="عکس"><figcaption>دیدار در ساختمان وزارتخانه</figcaption></figure>
<div class="item-body" itemprop="articleBody">
<p>به گزارش خبرگزاری نمونه، بهرام رستگار روز شنبه در این دیدار افزود: «راه&zwnj;های تازه میان دو شهر ساخته شده است و مردم چشم به راه بازارند.»</p>
<blockquote>راه&zwnj;های تازه میان دو شهر ساخته شده است</blockquote>
<p>فرستاده همسایه نیز <a href="/p">گفت&zwnj;وگوها</a> را سودمند خواند و از میزبانی سپاسگزاری کرد.<br>او گفت که سفر بعدی در زمستان خواهد بود.</p>
<p><a href="/other">بیشتر بخوانید: نمایشگاه فرش گشایش یافت</a></p>
<div class="related-news"><ul><li><a href="/1">خبر یک</a></li><li><a href="/2">خبر دو</a></li></ul></div>
<script>var a = "متن";</script>
<p>دو طرف قرار گذاشتند که کارگروهی برای پیگیری این گفت&zwnj;وگوها برپا کنند.</p></div>
<div class="tags"><a rel="tag" href="/t1">بازار مرزی</a><a rel="tag" href="/t2">بازرگانی</a></div></div></main>
<div class="comments"><p>خواننده: خبر خوبی بود، امیدوارم که زودتر باز شود و رفت و آمد آسان گردد.</p></div>
<footer><p>همه حقوق برای خبرگزاری نمونه محفوظ است و بازنشر با یاد منبع آزاد است.</p></footer></body></html>"#;

#[test]
fn an_agency_page() {
    let raw = page(AGENCY);
    assert_eq!(
        blocks(&raw),
        [
            ("kicker", "در دیدار با فرستاده مطرح شد"),
            ("headline", "وزیر بازرگانی: بازارهای مرزی پاییز باز می\u{200C}شوند"),
            ("dateline", "۲۴ شهریور ۱۴۰۳ - ۱۰:۲۰"),
            ("lead", "وزیر بازرگانی در دیدار با فرستاده همسایه شرقی گفت که بازارهای مرزی از مهرماه باز می\u{200C}شوند."),
            ("caption", "دیدار در ساختمان وزارتخانه"),
            (
                "body",
                "به گزارش خبرگزاری نمونه، بهرام رستگار روز شنبه در این دیدار افزود: «راه\u{200C}های تازه میان دو شهر ساخته شده است و مردم چشم به راه بازارند.»"
            ),
            ("pull_quote", "راه\u{200C}های تازه میان دو شهر ساخته شده است"),
            ("body", "فرستاده همسایه نیز گفت\u{200C}وگوها را سودمند خواند و از میزبانی سپاسگزاری کرد."),
            ("body", "او گفت که سفر بعدی در زمستان خواهد بود."),
            ("body", "دو طرف قرار گذاشتند که کارگروهی برای پیگیری این گفت\u{200C}وگوها برپا کنند."),
            ("tags", "بازار مرزی، بازرگانی"),
        ]
    );
    assert_eq!(raw.document.title.as_deref(), Some("وزیر بازرگانی: بازارهای مرزی پاییز باز می\u{200C}شوند"));
    assert_eq!(raw.document.outlet.as_deref(), Some("خبرگزاری نمونه"));
    assert_eq!(raw.document.url.as_deref(), Some("https://example.org/news/12"));
    assert_eq!((raw.published.as_deref(), raw.document.language), (Some("2024-09-14T10:20:00+03:30"), Language::Fa));
    assert!(raw.document.text.starts_with("در دیدار با فرستاده مطرح شد\n\nوزیر بازرگانی: "));
}

/// The same in windows-1256, an old table layout without any class. "The minister of culture received a delegation".
#[test]
fn an_old_page_in_windows_1256() {
    let html = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1256'><title>وزيرة الثقافة تستقبل وفدا من الكتاب</title></head><body><table><tr><td width=150><a href=1>الرئيسية</a><br><a href=2>اتصل بنا</a></td><td><b>وزيرة الثقافة تستقبل وفدا من الكتاب</b><br><br>استقبلت وزيرة الثقافة سلمى الحافظ في مكتبها أمس وفدا من الكتاب برئاسة عامر الزين.<br><br>وبحث الجانبان شؤون معرض الكتاب المقبل وسبل دعم دور النشر الصغيرة في المدن البعيدة.</td></tr></table></body></html>";
    let bytes: Vec<u8> = html.chars().map(to_1256).collect();
    let raw = read(&Place::named("a.html"), &bytes).unwrap().remove(0);
    assert_eq!(raw.notes[0].code, "decode/legacy");
    let blocks = blocks(&raw);
    assert_eq!(blocks[0], ("headline", "وزيرة الثقافة تستقبل وفدا من الكتاب"));
    assert_eq!(blocks[1], ("body", "استقبلت وزيرة الثقافة سلمى الحافظ في مكتبها أمس وفدا من الكتاب برئاسة عامر الزين."));
    assert_eq!(blocks.len(), 3);
}

/// The letters of the page above in windows-1256.
fn to_1256(c: char) -> u8 {
    const LETTERS: [(char, u8); 32] = [
        ('ا', 0xC7),
        ('ب', 0xC8),
        ('ة', 0xC9),
        ('ت', 0xCA),
        ('ث', 0xCB),
        ('ج', 0xCC),
        ('ح', 0xCD),
        ('خ', 0xCE),
        ('د', 0xCF),
        ('ر', 0xD1),
        ('ز', 0xD2),
        ('س', 0xD3),
        ('ش', 0xD4),
        ('ص', 0xD5),
        ('ض', 0xD6),
        ('ط', 0xD8),
        ('ظ', 0xD9),
        ('ع', 0xDA),
        ('غ', 0xDB),
        ('ف', 0xDD),
        ('ق', 0xDE),
        ('ك', 0xDF),
        ('ل', 0xE1),
        ('م', 0xE3),
        ('ن', 0xE4),
        ('ه', 0xE5),
        ('و', 0xE6),
        ('ى', 0xEC),
        ('ي', 0xED),
        ('أ', 0xC3),
        ('إ', 0xC5),
        ('ئ', 0xC6),
    ];
    LETTERS.into_iter().find(|(letter, _)| *letter == c).map_or_else(|| u8::try_from(c).unwrap_or(b'?'), |(_, byte)| byte)
}

#[test]
fn a_bare_page_and_one_without_text() {
    let raw = page("<p>سفیر تازه به شهر رسید.</p>"); // "the new ambassador arrived in the city"
    assert_eq!(blocks(&raw), [("body", "سفیر تازه به شهر رسید.")]);
    assert!(raw.document.title.is_none());
    for html in ["", "<html><head><title>x</title></head><body></body></html>", "<script>var a</script>", "<p> \n</p>"] {
        assert!(matches!(read(&Place::named("a.html"), html.as_bytes()), Err(SourceError::Empty { .. })), "{html}");
    }
}

#[test]
fn a_language_that_the_letters_contradict_is_not_taken() {
    let raw = page("<html lang='en-US'><body><p>وصل السفير الجديد إلى المدينة صباح اليوم.</p></body></html>");
    assert_eq!(raw.document.language, Language::Other);
}

#[test]
fn a_quotation_that_stands_nowhere_else_is_body() {
    let raw = page(
        "<article><h1>بيان الجمعية عن المكتبة</h1><p>أصدرت الجمعية بيانا عن مكتبة المدينة جاء فيه ما يلي من الكلام.</p><blockquote>نشكر أهل المدينة على صبرهم.</blockquote></article>",
    );
    assert_eq!(blocks(&raw)[2], ("body", "نشكر أهل المدينة على صبرهم."));
}

#[test]
fn posts_of_a_mirror() {
    let page = r#"<div><style>.tg-post{}</style><h1>📡 کانال نمونه</h1><div class="tg-post" id="msg-7"><div class="tg-post-header">📌</div>
<div class="tg-text">وزیر گفت:<br/>🔹<br/>«راه باز است.»</div><div class="tg-footer"><a href="https://t.me/nemune/7">📅 10:20 · 3 Mordad 1405</a></div></div>
<div class="tg-post" id="msg-8"><div class="tg-photo"><img src="x"></div><div class="tg-footer"><a href="https://t.me/nemune/8">x</a></div></div><div class="tg-post"><p>سفیر رفت.</p></div><div class="tg-post"><p>سفیر آمد.</p></div></div>"#;
    let posts = read_fragments(&Place::named("a.md"), page.as_bytes()).unwrap();
    assert_eq!(posts.len(), 3);
    let post = &posts[0];
    assert_eq!(post.document.source, "a.md#7");
    assert_eq!(post.document.text, "وزیر گفت:\n🔹\n«راه باز است.»");
    assert_eq!((post.published.as_deref(), post.document.outlet.as_deref()), (Some("10:20 · 3 Mordad 1405"), Some("کانال نمونه")));
}

#[test]
fn deep_nesting_is_no_danger() {
    for part in ["<div>", "<blockquote><p>", "<b><i>", "<table><tr><td>", "<a href=x>", "<ul><li>"] {
        let html = format!("{}متن خبر در ژرفا", part.repeat(900));
        let _ = read(&Place::named("a.html"), html.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn hostile_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&Place::named("a.html"), &bytes);
    }

    #[test]
    fn blocks_cover_the_text(parts in prop::collection::vec("</?(p|div|h1|span class=date|a href=x|br|blockquote|b|article|aside class=pullquote|ul|li|time)>|[گفت وزیر\u{200C}۱۲۳4:.« »\n]{1,90}|&nbsp;|<!--|-->", 0..40)) {
        let html = parts.concat();
        if let Ok(documents) = read(&Place::named("a.html"), html.as_bytes()) {
            for raw in documents {
                let joined: Vec<&str> = raw.document.blocks.iter().map(|b| b.span.of(&raw.document.text)).collect();
                prop_assert_eq!(joined.join("\n\n"), raw.document.text.clone());
                prop_assert!(joined.iter().all(|block| !block.is_empty() && *block == block.trim()));
            }
        }
    }
}
