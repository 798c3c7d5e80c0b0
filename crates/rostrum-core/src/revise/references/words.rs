//! What paragraphs are called in the languages statements are written in.

/// The words of one language.
pub(super) struct Words {
    /// What stands before a number: "paragraph", "paras."; in small letters, without a dot.
    pub(super) paragraph: &'static [&'static str],
    /// What joins two numbers of a list.
    pub(super) and: &'static [&'static str],
    /// What joins the ends of a range.
    pub(super) to: &'static [&'static str],
    /// What joins a number to the document it is of.
    pub(super) of: &'static [&'static str],
    /// What may lead to a document: "paragraph 3 in the report", but also "in full".
    pub(super) inside: &'static [&'static str],
    /// What shows that one's own text is meant: "above".
    pub(super) own: &'static [&'static str],
}

/// What shows that the draft is meant: "paragraph 23 of the zero draft".
pub(super) const DRAFT: &[&str] = &[
    "draft",
    "zero",
    "text",
    "avant-projet",
    "projet",
    "texte",
    "borrador",
    "proyecto",
    "texto",
    "anteproyecto",
    "проекта",
    "текста",
];

/// What shows that another document is meant, in whichever language.
pub(super) const DOCUMENT: &[&str] = &[
    "resolution",
    "resolutions",
    "report",
    "charter",
    "convention",
    "covenant",
    "declaration",
    "agreement",
    "treaty",
    "protocol",
    "pact",
    "statute",
    "decision",
    "comment",
    "agenda",
    "ibid",
    "résolution",
    "résolutions",
    "rapport",
    "charte",
    "pacte",
    "décision",
    "traité",
    "resolución",
    "resoluciones",
    "informe",
    "carta",
    "convenio",
    "pacto",
    "decisión",
    "tratado",
    "резолюции",
    "доклада",
    "устава",
    "конвенции",
    "القرار",
    "التقرير",
];

/// Returns the words of a language; English for one that is not known.
pub(super) fn of(language: &str) -> &'static Words {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "fr" => &FRENCH,
        "es" => &SPANISH,
        "ru" => &RUSSIAN,
        "ar" => &ARABIC,
        "zh" => &CHINESE,
        _ => &ENGLISH,
    }
}

static ENGLISH: Words = Words {
    paragraph: &["paragraph", "paragraphs", "para", "paras"],
    and: &["and", "or", "&"],
    to: &["to", "through"],
    of: &["of"],
    inside: &["in", "from"],
    own: &["above", "below"],
};

static FRENCH: Words = Words {
    paragraph: &["paragraphe", "paragraphes", "par", "para"],
    and: &["et", "ou"],
    to: &["à", "au"],
    of: &["de", "du", "des"],
    inside: &["dans"],
    own: &["ci-dessus", "ci-dessous", "supra", "infra"],
};

static SPANISH: Words = Words {
    paragraph: &["párrafo", "párrafos", "párr", "párrs"],
    and: &["y", "o", "e"],
    to: &["a", "al"],
    of: &["de", "del"],
    inside: &["en"],
    own: &["supra", "infra"],
};

static RUSSIAN: Words = Words {
    paragraph: &[
        "пункт",
        "пункта",
        "пункте",
        "пункту",
        "пунктом",
        "пункты",
        "пунктов",
        "пунктах",
        "пунктам",
        "пунктами",
        "п",
        "пп",
    ],
    and: &["и", "или"],
    to: &["до", "по"],
    of: &[],
    inside: &[],
    own: &["выше", "ниже"],
};

static ARABIC: Words = Words {
    paragraph: &[
        "الفقرة",
        "فقرة",
        "الفقرات",
        "فقرات",
        "الفقرتين",
        "الفقرتان",
        "للفقرة",
        "بالفقرة",
        "والفقرة",
        "للفقرات",
    ],
    and: &["و", "أو"],
    to: &["إلى"],
    of: &["من"],
    inside: &["في"],
    own: &["أعلاه", "أدناه"],
};

static CHINESE: Words = Words {
    paragraph: &["第"],
    and: &["和", "、", "及", "或"],
    to: &["至", "到"],
    of: &[],
    inside: &[],
    own: &[],
};
