//! Wordings that are not those of the United Nations, and claims without a source.

use super::{Tally, framed};

pub(super) fn style() -> Vec<Tally> {
    let verbs = [
        "organize",
        "recognize",
        "prioritize",
        "harmonize",
        "mobilize",
        "minimize",
        "weaponize",
        "operationalize",
        "criminalize",
        "emphasize",
        "standardize",
        "synchronize",
        "politicize",
        "securitize",
        "incentivize",
        "stigmatize",
        "anonymize",
        "scrutinize",
        "utilize",
        "finalize",
        "summarize",
        "legitimize",
        "revitalize",
        "rationalize",
        "contextualize",
        "publicize",
    ];
    let mut ise: Vec<(String, String)> = Vec::new();
    for verb in verbs {
        let stem = verb.trim_end_matches("ize");
        for ending in ["ise", "ised", "ising"] {
            let right = format!("{stem}{}", ending.replacen("is", "iz", 1));
            ise.push((format!("{stem}{ending}"), right));
        }
    }
    ise.extend(
        [("analyze", "analyse"), ("analyzed", "analysed"), ("paralyze", "paralyse")]
            .map(|(a, b)| (a.to_owned(), b.to_owned())),
    );
    let ise: Vec<(&str, &str)> = ise.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();

    let mut dates: Vec<(String, String)> = Vec::new();
    let months = ["January", "March", "June", "August", "October", "December"];
    for (at, month) in months.iter().enumerate() {
        let day = 3 + at * 4;
        let right = format!("{day} {month} 2026");
        for wrong in [
            format!("{month} {day}, 2026"),
            format!("{month} {day} 2026"),
            format!("{month} {day}th, 2026"),
            format!("{day}th of {month} 2026"),
            format!("{day}th {month} 2026"),
            format!("{day} {month}, 2026"),
            format!("2026-{:02}-{day:02}", at * 2 + 1),
        ] {
            dates.push((wrong, right.clone()));
        }
        if *month != "June" {
            dates.push((format!("{day} {} 2026", &month[..3]), right.clone()));
        }
        dates.push((format!("{}/{}/2026", at * 2 + 1, day.min(12)), right));
    }
    let dates: Vec<(&str, &str)> = dates.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();

    vec![
        framed(
            "style: -ize and -yse",
            &["ise-spelling"],
            &[
                "We ask States to {} what they can.",
                "They have begun to {} the work, and more follows.",
            ],
            &ise,
        ),
        framed(
            "style: per cent",
            &["percent-sign"],
            &[
                "Donors should give {} more.",
                "About {} of ports took part, we heard.",
                "It was {}.",
            ],
            &[
                ("2%", "2 per cent"),
                ("2 %", "2 per cent"),
                ("2 percent", "2 per cent"),
                ("12.5%", "12.5 per cent"),
                ("40%", "40 per cent"),
                ("40 percent", "40 per cent"),
                ("0.7%", "0.7 per cent"),
                ("100 %", "100 per cent"),
            ],
        ),
        framed(
            "style: numbers",
            &["number-in-figures"],
            &[
                "We propose {} steps for States.",
                "The group met {} times, as we heard.",
                "In the region {} ports took part.",
                "They asked {} questions and left.",
            ],
            &[
                ("2", "two"),
                ("3", "three"),
                ("4", "four"),
                ("5", "five"),
                ("6", "six"),
                ("7", "seven"),
                ("8", "eight"),
                ("9", "nine"),
                ("ten", "10"),
                ("eleven", "11"),
                ("twelve", "12"),
                ("fifteen", "15"),
                ("twenty", "20"),
                ("thirty", "30"),
                ("fifty", "50"),
            ],
        ),
        framed(
            "style: dates",
            &["date-form"],
            &["We met on {} in Geneva.", "The text of {} is new."],
            &dates,
        ),
        framed(
            "style: lists",
            &["serial-comma"],
            &["It concerns {}.", "We spoke with {}.", "Support for {} is needed."],
            &[
                ("ports, roads, and bridges", "ports, roads and bridges"),
                ("ports, roads, or bridges", "ports, roads or bridges"),
                ("women, young people, and workers", "women, young people and workers"),
                (
                    "States, the private sector, and civil society",
                    "States, the private sector and civil society",
                ),
                ("law, trade, health, and energy", "law, trade, health and energy"),
                ("hospitals, schools, and water works", "hospitals, schools and water works"),
            ],
        ),
        framed(
            "style: names",
            &["united-nations-name", "country-name"],
            &["We recall {} once more.", "As for {}, we agree.", "{} matters here."],
            &[
                (
                    "the Universal Declaration on Human Rights",
                    "the Universal Declaration of Human Rights",
                ),
                ("the UN Charter", "the Charter of the United Nations"),
                (
                    "the Convention of the Rights of the Child",
                    "the Convention on the Rights of the Child",
                ),
                ("Agenda 2030", "the 2030 Agenda"),
                ("the Paris Accord", "the Paris Agreement"),
                ("the Secretary General", "the Secretary-General"),
                ("the general assembly", "the General Assembly"),
                ("the security council", "the Security Council"),
                ("all member states", "all Member States"),
                ("the Pact of the Future", "the Pact for the Future"),
                ("the Open Ended Working Group", "the Open-ended Working Group"),
                ("the Group of Government Experts", "the Group of Governmental Experts"),
                ("Vietnam", "Viet Nam"),
                ("Ivory Coast", "Côte d'Ivoire"),
                ("Turkey", "Türkiye"),
                ("South Korea", "the Republic of Korea"),
                ("Laos", "the Lao People's Democratic Republic"),
                ("the Czech Republic", "Czechia"),
                ("Swaziland", "Eswatini"),
                ("Tanzania", "the United Republic of Tanzania"),
            ],
        ),
        framed(
            "style: headings",
            &["heading-capitals"],
            &["We agree.\n\n## {}\n\nYes."],
            &[
                ("Points Of Contact Need Testing", "Points of contact need testing"),
                ("Better Ports and Better Roads", "Better ports and better roads"),
                ("WHAT WE ASK FOR", "What we ask for"),
                ("Protecting Hospitals From Harm", "Protecting hospitals from harm"),
                ("Money for Training", "Money for training courses"),
                ("MONEY FOR TRAINING", "Money for training"),
                ("Threats: A New Reading", "Threats: a new reading"),
                ("Lessons Learned So Far", "Lessons learned so far"),
                ("Reporting Serious Incidents", "Reporting serious incidents"),
                ("Who Pays, and When", "Who pays, and when"),
            ],
        ),
    ]
}

pub(super) fn evidence() -> Tally {
    framed(
        "evidence",
        &[
            "number-without-source",
            "vague-authority",
            "superlative-without-source",
            "attribution-without-source",
            "unknown-source",
        ],
        &["{}"],
        &[
            (
                "Some 40 per cent of attacks hit hospitals.",
                "Some 40 per cent of attacks hit hospitals (A/79/214, para. 4).",
            ),
            ("Studies show that tests work.", "Tests work, and we have made them."),
            ("Research shows that ports pay.", "Ports pay when they must."),
            ("It is well known that ports pay.", "We know that our ports pay."),
            ("Experts agree that tests work.", "Our members say that tests work."),
            ("According to the World Bank, ports lost US$4 billion in 2024.", "Ports lose money."),
            ("This is the largest attack in history.", "This is an attack."),
            ("In 2024 there were 1,200 attacks on ports.", "There were attacks on ports."),
            ("Losses rose by 12 per cent in one year.", "Losses rose."),
            ("The losses were the highest ever.", "The losses were high."),
            ("Evidence suggests that training helps.", "Training helps our members."),
            ("One in five hospitals was hit last year.", "Hospitals were hit."),
            ("It took years.[@nobody]", "It took years."),
            ("More than 2.5 million people lost power.", "People lost power."),
        ],
    )
}
