//! English as the United Nations spells it: -ize, and analyse.

/// Words that end in -ise and its kin and are no verbs in -ize: they keep their s.
const KEPT: [&str; 76] = [
    "advertise",
    "advise",
    "anise",
    "appraise",
    "apprise",
    "arise",
    "braise",
    "bruise",
    "catharsis",
    "chastise",
    "chemise",
    "circumcise",
    "clockwise",
    "compromise",
    "comprise",
    "concise",
    "cruise",
    "demise",
    "despise",
    "devise",
    "disenfranchise",
    "disguise",
    "enfranchise",
    "enterprise",
    "excise",
    "exercise",
    "expertise",
    "exercice",
    "fundraise",
    "franchise",
    "guise",
    "hoise",
    "improvise",
    "incise",
    "imprecise",
    "kaise",
    "liaise",
    "likewise",
    "malaise",
    "marquise",
    "mayonnaise",
    "merchandise",
    "merise",
    "misadvise",
    "mortise",
    "noise",
    "otherwise",
    "overexercise",
    "paradise",
    "poise",
    "porpoise",
    "praise",
    "precise",
    "premise",
    "prise",
    "promise",
    "raise",
    "reappraise",
    "reprise",
    "revise",
    "rise",
    "sunrise",
    "supervise",
    "surmise",
    "surprise",
    "televise",
    "tortoise",
    "treatise",
    "turquoise",
    "unwise",
    "upraise",
    "uprise",
    "valise",
    "vise",
    "wise",
    "lengthwise",
];

/// Endings of the verbs and their nouns, the longest first.
const ENDINGS: [&str; 8] = ["isations", "isation", "isers", "ising", "ised", "iser", "ises", "ise"];

/// Beginnings of the verbs that keep their s before -yse.
const YZE: [&str; 5] = ["analyz", "reanalyz", "paralyz", "catalyz", "dialyz"];

/// Returns a word as the United Nations spells it, when that differs.
pub(crate) fn oxford(word: &str) -> Option<String> {
    let small = word.to_lowercase();
    if !small.is_ascii() {
        return None;
    }
    if YZE.iter().any(|stem| small.starts_with(stem)) {
        return Some(word.replacen("yz", "ys", 1));
    }
    let ending = ENDINGS.iter().find(|ending| small.ends_with(**ending))?;
    let at = word.len() - ending.len();
    let stem = &small[..at];
    let verb = format!("{stem}ise");
    // "Crises", "wiser" and "rising" have no verb before the ending.
    if stem.len() < 3 || !stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return None;
    }
    // "Improvisation" is the only noun in -isation whose verb keeps its s.
    let kept = KEPT.iter().any(|kept| verb == *kept || (kept.len() > 6 && verb.ends_with(kept)));
    if kept || stem.ends_with("wa") || stem.ends_with("ra") || stem.ends_with("no") {
        return None;
    }
    Some(format!("{}{}", &word[..at], ending.replacen("is", "iz", 1)))
}

/// What may follow the z of a verb.
const IZE: [&str; 9] = ["e", "ed", "es", "er", "ers", "ing", "ation", "ations", "able"];

/// Returns what a verb in -ize is made of: "digital" of "digitalization".
pub(super) fn made_of(word: &str) -> Option<&str> {
    let at = word.rfind("iz").filter(|at| IZE.contains(&&word[at + 2..]))?;
    Some(&word[..at]).filter(|stem| stem.len() > 4)
}

/// Returns the spelling with s of a word with z: dictionaries of British English have that.
pub(super) fn ise(word: &str) -> Option<String> {
    let at = word.rfind("iz").filter(|at| IZE.contains(&&word[at + 2..]))?;
    Some(format!("{}is{}", &word[..at], &word[at + 2..]))
}

/// Nouns that have no plural, though writers of other languages give them one.
const UNCOUNTED: [&str; 20] = [
    "information",
    "advice",
    "equipment",
    "research",
    "knowledge",
    "feedback",
    "software",
    "hardware",
    "legislation",
    "progress",
    "training",
    "evidence",
    "assistance",
    "awareness",
    "outreach",
    "cooperation",
    "furniture",
    "homework",
    "staff",
    "traffic",
];

/// Returns the noun of a plural that a dictionary may lack; none for nouns without one.
pub(super) fn singular(word: &str) -> Option<String> {
    let one = match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').filter(|one| !one.ends_with('s'))?.to_owned(),
    };
    (one.len() > 5 && !UNCOUNTED.contains(&one.to_lowercase().as_str())).then_some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_and_their_nouns_take_a_z() {
        for (word, other) in [
            ("organisations", "organizations"),
            ("Recognising", "Recognizing"),
            ("weaponised", "weaponized"),
            ("securitisation", "securitization"),
            ("mobilisers", "mobilizers"),
            ("emphasise", "emphasize"),
            ("analyzed", "analysed"),
        ] {
            assert_eq!(oxford(word).as_deref(), Some(other));
        }
    }

    #[test]
    fn other_words_stay() {
        for word in [
            "advise",
            "adviser",
            "advisers",
            "comprised",
            "exercises",
            "promising",
            "analysis",
            "raises",
            "otherwise",
            "improvisation",
            "crises",
            "premises",
            "wiser",
            "rising",
            "supervision",
            "enterprises",
            "disenfranchised",
            "appraisers",
            "noises",
            "expertise",
            "kaiser",
            "arises",
        ] {
            assert_eq!(oxford(word), None, "{word}");
        }
    }

    #[test]
    fn nouns_that_are_not_counted_have_no_plural() {
        assert_eq!(singular("interferences").as_deref(), Some("interference"));
        assert_eq!(singular("pedagogies").as_deref(), Some("pedagogy"));
        for word in ["informations", "equipments", "trainings", "harbour", "cross"] {
            assert_eq!(singular(word), None, "{word}");
        }
    }

    #[test]
    fn the_s_comes_back_for_the_dictionary() {
        assert_eq!(made_of("digitalization"), Some("digital"));
        assert_eq!(ise("digitaliz"), None);
        assert_eq!(ise("citizenize").as_deref(), Some("citizenise"));
        assert_eq!(ise("state"), None);
    }
}
