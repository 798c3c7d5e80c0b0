//! Slips of the hand in clean sentences of five languages, and whole paragraphs in another one.

use super::{Tally, body};

/// Clean sentences, by language.
const PROSE: [(&str, [&str; 8]); 5] = [
    (
        "en",
        [
            "States should name a point of contact and test it together with hospitals every year.",
            "Small countries need predictable funding before they can share information about threats.",
            "The working group could publish a common form for reporting serious incidents.",
            "Civil society organizations have gathered experience that governments may find useful.",
            "Critical infrastructure depends on suppliers in many regions of the world.",
            "International law applies to the conduct of States when they use digital technology.",
            "Confidence grows where neighbours exchange reports and answer questions quickly.",
            "Training programmes should reach women and young people outside the capital.",
        ],
    ),
    (
        "fr",
        [
            "Les États devraient désigner un point de contact et vérifier chaque année son fonctionnement.",
            "Les petits pays ont besoin de financements prévisibles avant de partager leurs informations.",
            "Le groupe de travail pourrait publier un formulaire commun pour signaler les incidents graves.",
            "Les organisations de la société civile ont une expérience utile aux gouvernements.",
            "Les infrastructures essentielles dépendent de fournisseurs dans plusieurs régions du monde.",
            "Le droit international régit la conduite des pays dans leur usage des technologies.",
            "La confiance grandit lorsque les voisins échangent des rapports et répondent rapidement.",
            "Les programmes de formation doivent atteindre les femmes et les jeunes en dehors de la capitale.",
        ],
    ),
    (
        "es",
        [
            "Los Estados deberían nombrar un punto de contacto y comprobar cada año su funcionamiento.",
            "Los países pequeños necesitan financiación previsible antes de compartir sus informaciones.",
            "El grupo de trabajo podría publicar un formulario común para notificar incidentes graves.",
            "Las organizaciones de la sociedad civil tienen una experiencia útil para los gobiernos.",
            "Las infraestructuras esenciales dependen de proveedores en muchas regiones del mundo.",
            "El derecho internacional rige la conducta de los países en el uso de las tecnologías.",
            "La confianza crece cuando los vecinos intercambian informes y responden con rapidez.",
            "Los programas de formación deben llegar a las mujeres y los jóvenes fuera de la capital.",
        ],
    ),
    (
        "ru",
        [
            "Государства должны назначить контактное лицо и ежегодно проверять его работу.",
            "Малым странам нужно предсказуемое финансирование для обмена сведениями об угрозах.",
            "Рабочая группа могла бы опубликовать общую форму сообщения о серьезных инцидентах.",
            "Организации гражданского общества накопили полезный опыт для правительств.",
            "Важнейшая инфраструктура зависит от поставщиков во многих регионах мира.",
            "Международное право применяется к поведению стран при использовании технологий.",
            "Доверие растет там, где соседи обмениваются докладами и быстро отвечают на вопросы.",
            "Программы обучения должны охватывать женщин и молодежь за пределами столицы.",
        ],
    ),
    (
        "ar",
        [
            "ينبغي للدول أن تحدد جهة اتصال وأن تختبرها كل سنة مع المستشفيات.",
            "تحتاج البلدان الصغيرة إلى تمويل مستقر قبل تبادل المعلومات عن التهديدات.",
            "يمكن للفريق العامل أن ينشر نموذجا مشتركا للإبلاغ عن الحوادث الخطيرة.",
            "اكتسبت منظمات المجتمع المدني خبرة مفيدة للحكومات.",
            "تعتمد المرافق الأساسية على الموردين في مناطق كثيرة من العالم.",
            "ينطبق القانون الدولي على سلوك الدول في استخدام التكنولوجيا.",
            "تنمو الثقة حين يتبادل الجيران التقارير ويجيبون بسرعة عن الأسئلة.",
            "ينبغي أن تصل برامج التدريب إلى النساء والشباب خارج العاصمة.",
        ],
    ),
];

/// Makes one slip of the hand in a word: which one is decided by `turn`.
fn slip(word: &str, turn: usize) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 6 || !letters.iter().all(|c| c.is_lowercase() || !c.is_ascii()) {
        return None;
    }
    let at = 1 + turn % (letters.len() - 3);
    match turn % 4 {
        0 if letters[at] != letters[at + 1] => letters.swap(at, at + 1),
        0 | 1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => {
            letters[at] =
                if letters[at] == letters[at + 2] { letters[at - 1] } else { letters[at + 2] }
        }
    }
    let made: String = letters.into_iter().collect();
    (made != word).then_some(made)
}

/// Plants slips in every long word of the clean sentences of a language.
pub(super) fn spelling(language: &str, family: &'static str) -> Tally {
    let mut tally = Tally::new(family);
    let sentences = &PROSE.iter().find(|(tag, _)| *tag == language).expect("sentences").1;
    let rules = ["spelling"];
    for (row, sentence) in sentences.iter().enumerate() {
        tally.clean(&rules, &body(language, sentence));
        let words: Vec<&str> = sentence.trim_end_matches('.').split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            let Some(wrong) = slip(word, row * 7 + at) else { continue };
            // A slip may make another word: "form" of "from" is for people to see.
            if sentence_word(language, &wrong) {
                continue;
            }
            let mut said = words.clone();
            said[at] = &wrong;
            tally.fault(&rules, &body(language, &format!("{}.", said.join(" "))));
        }
    }
    if language == "ar" {
        // One letter more or less often makes another word of the same root, which no
        // dictionary can tell: of the slips planted here nine in thirty-five do.
        tally.least = 70.0;
    }
    tally
}

/// Tells whether a word stands in the clean sentences as it is.
fn sentence_word(language: &str, word: &str) -> bool {
    let sentences = PROSE.iter().find(|(tag, _)| *tag == language).expect("sentences").1;
    sentences.iter().any(|s| s.trim_end_matches('.').split(' ').any(|w| w == word))
}

pub(super) fn languages() -> Tally {
    let mut tally = Tally::new("language of paragraphs");
    let rules = ["other-language", "language-not-accepted"];
    for (own, sentences) in &PROSE {
        let two = format!("{} {}", sentences[0], sentences[1]);
        tally.clean(&rules, &body(own, &two));
        for (other, foreign) in PROSE.iter().filter(|(tag, _)| tag != own) {
            let text = format!("{two}\n\n{} {}", foreign[2], foreign[3]);
            let _ = other;
            tally.fault(&rules, &body(own, &text));
        }
    }
    tally
}
