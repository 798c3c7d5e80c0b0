//! Judges whether words are words of a language, or letters that a missing Unicode map made up.

use std::collections::BTreeSet;

/// Fewest words on which the judgement is made.
const FEW_WORDS: usize = 150;
/// Fewest Chinese characters on which the judgement is made.
const FEW_CHARACTERS: usize = 400;

/// Function words of the languages of the United Nations and some others. In running text they
/// are a quarter of all words, and never less than a tenth.
const COMMON: &str = "the of and to in a for on that by with as is be or its their shall at from which this \
    are an have not it de la le les et des du en un une que à dans pour par sur au aux qui est ou ces ses se y el \
    los las del al con para por su sus como una o e no lo da do dos das em os as com na di il che della per und \
    der die den von zu mit für im das ein eine auf и в на с по о к не что их для из от или а также за при об это \
    как его у до всех ее всем الى إلى في من على أن التي عن مع هذا هذه أو ما بين كل لا ذلك وفي ومن وعلى و je za v ki so \
    van het van een op te voor w z się nie jest och att som det \
    של את על לא הוא היא עם כי זה או גם כל אשר בין";

/// The most frequent Chinese characters; a third of any running text.
const COMMON_CHINESE: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

/// What the words look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Words of a language, or too few to tell.
    Words,
    /// Letters in an order that no known language has.
    Nonsense,
}

/// Returns what a text looks like.
pub(super) fn look(text: &str) -> Look {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let characters = text.chars().filter(|c| chinese(*c)).count();
    if characters >= FEW_CHARACTERS {
        let common = text.chars().filter(|c| COMMON_CHINESE.contains(*c)).count();
        return if common * 5 < characters { Look::Nonsense } else { Look::Words };
    }
    let common_words: BTreeSet<&str> = COMMON.split_whitespace().collect();
    let mut words = 0usize;
    let mut common = 0usize;
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.chars().any(char::is_alphabetic) && !word.chars().any(|c| c.is_ascii_digit()) {
            words += 1;
            let lower = word.to_lowercase();
            common += usize::from(common_words.contains(lower.as_str()));
        }
    }
    if words < FEW_WORDS || common * 25 >= words {
        return Look::Words;
    }
    // Another language that is told with certainty is no nonsense.
    let sample: String = text.chars().take(6000).collect();
    let told = whatlang::detect(&sample)
        .is_some_and(|info| info.is_reliable() && info.confidence() > 0.95);
    if told && common * 100 >= words { Look::Words } else { Look::Nonsense }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_language_are_told_from_shifted_letters() {
        let words = "States recall that the norms of the report remain the basis for all of their work in this area. ".repeat(12);
        assert_eq!(look(&words), Look::Words);
        let shifted: String = words
            .chars()
            .map(|c| {
                if c.is_ascii_lowercase() {
                    char::from((c as u8 - b'a' + 7) % 26 + b'a')
                } else {
                    c
                }
            })
            .collect();
        assert_eq!(look(&shifted), Look::Nonsense);
        assert_eq!(look("xqzt vbnw"), Look::Words);
    }
}
