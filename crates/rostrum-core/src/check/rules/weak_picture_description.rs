//! Pictures whose description says nothing.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports alternative texts that do not say what the picture shows, or say too much.
pub(super) static RULE: Rule = Rule {
    code: "R110",
    name: "weak-picture-description",
    family: Family::Structure,
    checks: "Whether what stands for a picture in words is more than its file name or the word picture, and no longer than a reader listens.",
    why: "A program reads these words aloud without a pause: \"image1.png\" says nothing, and a long one cannot be stopped or skimmed.",
    example: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![chart.png](chart.png)\n",
    instead: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![Reports rose from 12 in 2020 to 41 in 2024](chart.png)\n",
    source: "WCAG 2.2, criterion 1.1.1 and failure F30.",
    sentences: &[
        Sentence {
            variant: "file-name",
            severity: Severity::Warning,
            message: "What stands for the picture \"{picture}\" in words is the name of a file.",
            hint: "Say in a sentence what a reader should take from it.",
        },
        Sentence {
            variant: "word",
            severity: Severity::Warning,
            message: "What stands for the picture \"{picture}\" in words says only \"{words_said}\".",
            hint: "Say in a sentence what a reader should take from it.",
        },
        Sentence {
            variant: "long",
            severity: Severity::Info,
            message: "What stands for the picture \"{picture}\" in words has {count} characters.",
            hint: "Say it in one or two sentences, and put the rest into the caption or the text.",
        },
    ],
    reach: Reach::Statement,
    run,
};

/// Longest description that is listened to, in characters.
const LONGEST: usize = 250;

/// Words that say that there is a picture, in the six languages.
const WORDS: [&str; 35] = [
    "image",
    "picture",
    "photo",
    "photograph",
    "figure",
    "fig",
    "chart",
    "graph",
    "diagram",
    "map",
    "graphic",
    "screenshot",
    "logo",
    "illustration",
    "imagen",
    "foto",
    "figura",
    "gráfico",
    "mapa",
    "photographie",
    "graphique",
    "carte",
    "изображение",
    "рисунок",
    "фото",
    "диаграмма",
    "карта",
    "صورة",
    "رسم",
    "خريطة",
    "图",
    "图片",
    "图表",
    "照片",
    "地图",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (mention, picture) in reading.shown() {
        let words = mention.alt.to_lowercase();
        let bare = words.trim_matches(|c: char| !c.is_alphabetic());
        let length = mention.alt.chars().count();
        let count = length.to_string();
        let params =
            [("picture", &*picture.name), ("words_said", &*mention.alt), ("count", &*count)];
        let variant = if words.is_empty() {
            continue;
        } else if is_file_name(&words) || words == stem(&picture.name.to_lowercase()) {
            "file-name"
        } else if bare.is_empty() || WORDS.contains(&bare) {
            "word"
        } else if length > LONGEST {
            "long"
        } else {
            continue;
        };
        out.push(RULE.finding(variant, &params, reading.place_of(mention)));
    }
}

fn is_file_name(words: &str) -> bool {
    let endings = ["png", "jpg", "jpeg", "gif", "webp", "svg", "heic", "tif", "tiff", "bmp"];
    words.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
