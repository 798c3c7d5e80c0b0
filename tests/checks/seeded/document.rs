//! Symbols, draft, structure and length.

use super::{Tally, body};

pub(super) fn symbols() -> Tally {
    let mut tally = Tally::new("symbols and resolutions");
    let rules = ["symbol-miswritten", "resolution-year", "page-cited"];
    for (session, number) in [(73, 27), (75, 240), (75, 282), (78, 241), (79, 239), (80, 16)] {
        let right = format!("A/RES/{session}/{number}");
        let wrong = [
            right.to_lowercase(),
            format!("A/RES-{session}-{number}"),
            format!("A/RES {session}/{number}"),
            format!("A/Res/{session}/{number}"),
            format!("A/RES/{session}-{number}"),
            format!("{right} ({})", 1940 + session),
            format!("resolution {session}/{number} of {}", 1948 + session),
        ];
        for wrong in wrong {
            tally.fault(&rules, &body("en", &format!("We recall {wrong} here.")));
        }
        tally.clean(&rules, &body("en", &format!("We recall {right} ({}) here.", 1945 + session)));
    }
    for (number, year) in [(1325, 2000), (1540, 2004), (2250, 2015), (1373, 2001), (2341, 2017)] {
        let said =
            |wrong: &str| body("en", &format!("Security Council resolution {wrong} says so."));
        tally.fault(&rules, &said(&format!("{number} ({})", year + 1)));
        tally.fault(&rules, &said(&number.to_string()));
        tally.clean(&rules, &said(&format!("{number} ({year})")));
    }
    tally
}

pub(super) fn drafts() -> Tally {
    let mut tally = Tally::new("draft: paragraphs and quotations");
    let paragraphs = [
        "States should consider naming a point of contact for serious incidents.",
        "The working group invites States to share their national views on norms.",
        "Capacity-building should be voluntary, sustainable and transparent.",
        "Members decide to hold one meeting with stakeholders at each session.",
        "The secretariat publishes a calendar of all meetings before the year begins.",
        "Members agree to review progress after two years on the basis of a report.",
    ];
    let draft: String =
        paragraphs.iter().enumerate().map(|(at, text)| format!("{}. {text}\n", at + 1)).collect();
    let case = |said: &str, responses: &str| {
        format!("Draft:\n{draft}Responses:\n{responses}\nBody:\n# Summary\n\n{said}\n")
    };
    let rules = ["wrong-quotation", "mentioned-paragraph-missing", "unknown-paragraph"];
    for (at, text) in paragraphs.iter().enumerate() {
        let label = at + 1;
        let plain = text.trim_end_matches('.');
        tally.clean(&rules, &case(&format!("Paragraph {label} says \"{plain}\"."), ""));
        let words: Vec<&str> = plain.split(' ').collect();
        // One word left out, changed or exchanged with the next, at every place inside.
        for place in 2..words.len() - 2 {
            let mut left_out = words.clone();
            left_out.remove(place);
            let mut exchanged = words.clone();
            exchanged.swap(place, place + 1);
            let mut changed = words.clone();
            changed[place] = "never";
            for wrong in [left_out, exchanged, changed] {
                let said = format!("Paragraph {label} says \"{}\".", wrong.join(" "));
                tally.fault(&rules, &case(&said, ""));
            }
        }
        for missing in [9, 14, 23, 57] {
            tally
                .fault(&rules, &case(&format!("We welcome paragraph {missing} of the draft."), ""));
            tally.fault(&rules, &case("We agree.", &format!("- keep {}", missing + label)));
        }
    }
    tally
}

pub(super) fn structure() -> Tally {
    let mut tally = Tally::new("structure");
    let rules = [
        "missing-section",
        "empty-section",
        "section-out-of-order",
        "unknown-section",
        "missing-header-field",
        "unwanted-footnotes",
        "typed-paragraph-numbers",
        "unwanted-emphasis",
    ];
    let whole = [
        ("Summary", "Two changes matter most."),
        ("General comments", "The draft keeps what was agreed."),
        ("Comments on specific paragraphs", "They follow the order of the draft."),
    ];
    let written = |sections: &[(&str, &str)]| {
        let text: String =
            sections.iter().map(|(head, text)| format!("# {head}\n\n{text}\n\n")).collect();
        format!("Body:\n{text}")
    };
    tally.clean(&["missing-section", "section-out-of-order", "unknown-section"], &written(&whole));
    for at in 0..whole.len() {
        let mut without = whole.to_vec();
        without.remove(at);
        tally.fault(&rules, &written(&without));
        let mut empty = whole.to_vec();
        empty[at].1 = "";
        tally.fault(&rules, &written(&empty));
        for other in ["Our views", "Annex of tables", "Thanks"] {
            let mut more = whole.to_vec();
            more.insert(at, (other, "More words."));
            tally.fault(&rules, &written(&more));
        }
    }
    for (text, call) in [
        ("It took years.[^1]\n\n[^1]: A note.", "wsis10-non-paper-2015"),
        ("12\\. States agreed on a test.", "wsis10-non-paper-2015"),
        ("It took years.[^1]\n\n[^1]: A note.", "csw-written"),
        ("12\\. States agreed on a test.", "csw-written"),
        ("3\\) The draft keeps what was agreed.", "wsis10-non-paper-2015"),
    ] {
        tally.fault(&rules, &format!("Call: {call}\nBody:\n# Statement\n\n{text}\n"));
    }
    tally
}

pub(super) fn length() -> Tally {
    let mut tally = Tally::new("length");
    let rules = ["over-word-limit", "over-other-limit"];
    for (call, limit) in [
        ("csw-written", 1_400),
        ("ahc-cybercrime", 2_000),
        ("upr-individual", 2_815),
        ("hrc-written", 1_500),
    ] {
        let case = |count: usize| {
            format!(
                "Call: {call}\nBody:\n# Statement\n\n[… {count} words …]\n\nSignatories:\n- Harbour Watch (Utopia), holds, special\n"
            )
        };
        for over in [120, 300, 900] {
            tally.fault(&rules, &case(limit + over));
        }
        for under in [300, 600, 900] {
            tally.clean(&rules, &case(limit - under));
        }
    }
    tally
}
