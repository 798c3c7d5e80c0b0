//! Personal data, signatories and tone.

use super::{Tally, body};

pub(super) fn publication() -> Tally {
    let mut tally = Tally::new("publication");
    let rules = ["personal-data"];
    for frame in ["Write to {} for the data.", "Contact: {}.", "More at {}, every day."] {
        for wrong in [
            "first.last@example.org",
            "<first@example.org>",
            "office+un@sub.example.org",
            "first.last [at] example [dot] org",
            "first (at) example (dot) org",
            "+41 22 917 00 00",
            "+1 (212) 963-1234",
            "0041 22 917 00 00",
            "tel. 022 917 00 00",
            "phone 079 123 45 67",
            "WhatsApp: 079 123 45 67",
            "Tel: (212) 963 1234",
            "[us](mailto:first@example.org)",
        ] {
            tally.fault(&rules, &body("en", &frame.replace("{}", wrong)));
        }
        for right in [
            "our secretariat",
            "@harbourwatch",
            "www.example.org",
            "paragraph 12 of A/79/214",
            "2026",
        ] {
            tally.clean(&rules, &body("en", &frame.replace("{}", right)));
        }
    }
    tally
}

pub(super) fn coalition() -> Tally {
    let mut tally = Tally::new("coalition");
    let list = |names: &[&str]| {
        let rows: String = names.iter().map(|n| format!("- {n} (Utopia), holds\n")).collect();
        format!("Body:\n# Summary\n\nWe agree.\n\nSignatories:\n{rows}")
    };
    let rules = ["duplicate-signatory"];
    for name in [
        "Harbour Watch",
        "International Pier Union",
        "Centre for Digital Peace",
        "Réseau des Phares",
    ] {
        let forms = [
            name.to_uppercase(),
            format!("The {name}"),
            name.replace(' ', "-"),
            name.replace('é', "e") + " e.V.",
            format!("{name}."),
            format!("{name} Inc."),
            name.replacen('r', "rr", 1),
        ];
        for form in forms {
            tally.fault(&rules, &list(&[name, "Lighthouse Keepers", &form]));
        }
        tally.clean(&rules, &list(&[name, "Lighthouse Keepers", "Coast Guard Friends"]));
    }
    for status in ["", ", roster"] {
        let case = format!(
            "Call: csw-written\nBody:\n# Statement\n\nYes.\n\nSignatories:\n- Harbour Watch (Utopia), holds{status}\n- Pier Watch (Utopia), holds\n"
        );
        tally.fault(&["status-needed"], &case);
    }
    tally
}

pub(super) fn tone() -> Tally {
    let mut tally = Tally::new("tone");
    let rules = ["criticism-of-state", "abusive-words"];
    let case = |text: &str| format!("Call: wsis10-non-paper-2015\n{}", body("en", text));
    for who in [
        "France",
        "The Government of Norway",
        "The Utopian Government",
        "The President of Peru",
        "Kenya",
    ] {
        for what in [
            "has failed to protect its ports",
            "violates human rights",
            "is corrupt",
            "represses its critics",
            "refused to report",
            "lied to the Assembly",
            "persecutes journalists",
            "is to blame for the delay",
        ] {
            tally.fault(&rules, &case(&format!("{who} {what}.")));
        }
        for what in [
            "should not violate human rights",
            "hosted the meeting",
            "must avoid censorship",
            "agreed to test its ports",
        ] {
            tally.clean(&rules, &case(&format!("{who} {what}.")));
        }
    }
    for what in [
        "are corrupt",
        "violate human rights every day",
        "have failed to act",
        "lie to their people",
    ] {
        tally.fault(&rules, &case(&format!("Governments {what}.")));
        tally.fault(&rules, &case(&format!("Many political leaders {what}.")));
    }
    for word in ["idiots", "scum", "vermin", "morons", "bastards", "thugs", "parasites", "lunatics"]
    {
        tally.fault(&rules, &body("en", &format!("They are {word}.")));
    }
    tally
}
