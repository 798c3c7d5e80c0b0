//! Words one slip of the hand away: two letters changed round, one too many, one missing,
//! one wrong.

/// Letters that are tried, by language; those of other languages with a wordbook are taken
/// from the word itself.
fn letters(language: &str) -> &'static str {
    match language {
        "fr" => "esaitnrulodcmpévqfbghjàxèyêzâçîùôûïkëœwüæ",
        "es" => "aeosrnidlctumpbgvyqóíhfzáéúñjxkwü",
        "ru" => "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        "ar" => "اليمونرتبةعدسفهكقأحجشطصىخإذزثئءغضآظؤ",
        _ => "esianrtolcdugmphbyfvkwzxjq",
    }
}

/// Letters that are taken for one another, by sound or by a mark that was left out.
fn alike(language: &str) -> &'static [&'static str] {
    match language {
        "fr" => &["aàâæ", "eéèêë", "iîïy", "oôœ", "uùûü", "cçs", "ckq", "gj", "sz", "mn", "ae"],
        "es" => &["aá", "eé", "ií", "oó", "uúü", "nñ", "bv", "csz", "gj", "iy", "ck"],
        "ru" => &["её", "ао", "еи", "ыи", "шщ", "ьъ", "бп", "дт", "зс", "гк", "вф"],
        "ar" => &["اأإآ", "هة", "يىئ", "ضظ", "ذزظ", "تط", "سص", "حه", "قك", "ءئؤ"],
        _ => &["ei", "ao", "ae", "cs", "sz", "ck", "gj", "iy"],
    }
}

/// Returns the words one slip away that are known, the likeliest slips first.
///
/// A word that began with a capital is given back with one.
pub(super) fn candidates(language: &str, word: &str, known: impl Fn(&str) -> bool) -> Vec<String> {
    let capital = word.starts_with(char::is_uppercase);
    let small: Vec<char> = word.to_lowercase().chars().collect();
    // A slip in a word of two or three letters can mean nearly anything.
    if small.len() < 4 || small.len() > 32 {
        return Vec::new();
    }
    let mut out: Vec<String> = Vec::new();
    let mut consider = |letters: &[char]| {
        let mut other: String = letters.iter().collect();
        if !known(&other) {
            if !capital {
                return;
            }
            other = capitalised(&other);
            if !known(&other) {
                return;
            }
        }
        let other = if capital { capitalised(&other) } else { other };
        if other != word && !out.contains(&other) {
            out.push(other);
        }
    };
    let mut tried = small.clone();
    for at in 1..small.len() {
        tried.swap(at - 1, at);
        consider(&tried);
        tried.swap(at - 1, at);
    }
    for (at, letter) in small.iter().enumerate() {
        for group in alike(language).iter().filter(|group| group.contains(*letter)) {
            let mut other = small.clone();
            for letter in group.chars() {
                other[at] = letter;
                consider(&other);
            }
        }
    }
    for at in 0..small.len() {
        let mut fewer = small.clone();
        fewer.remove(at);
        consider(&fewer);
    }
    // A letter that should be double comes before any other that may be missing.
    for at in 0..small.len() {
        let mut more = small.clone();
        more.insert(at, small[at]);
        consider(&more);
    }
    for at in 0..=small.len() {
        for letter in letters(language).chars() {
            let mut more = small.clone();
            more.insert(at, letter);
            consider(&more);
        }
    }
    for at in 0..small.len() {
        let mut other = small.clone();
        for letter in letters(language).chars() {
            other[at] = letter;
            consider(&other);
        }
    }
    out
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn the_likeliest_slips_come_first() {
        let known = |word: &str| ["form", "from", "forms", "farm"].contains(&word);
        assert_eq!(candidates("en", "fomr", known), ["form"]);
        assert_eq!(candidates("en", "forrm", known), ["form"]);
        assert_eq!(candidates("en", "Fomrs", known), ["Forms"]);
        assert!(candidates("en", "fom", known).is_empty());
    }
}
