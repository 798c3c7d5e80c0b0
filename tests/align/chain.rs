//! A chain of eight revisions, each made from the one before as negotiations do: any two can
//! be compared.

use rostrum_core::model::{Block, Draft};
use rostrum_core::revise::align::{Relation, align};

const SUBJECTS: &[&str] = &[
    "protecting hospitals and other medical facilities from malicious activity",
    "keeping a global directory of points of contact for incidents",
    "publishing national views on how international law applies",
    "training judges, prosecutors and police of small States",
    "supporting research by universities on safe public networks",
    "translating guidance on norms into every official language",
    "helping victims of ransomware to restore their services",
    "consulting civil society before each substantive session",
    "securing undersea cables and landing stations",
    "reporting vulnerabilities to vendors without delay",
];

/// What is added, one in each revision.
const ADDED: &[&str] = &[
    "A youth forum meets on the eve of every plenary.",
    "Satellite operators are invited to brief delegates.",
    "Insurance companies may publish loss figures.",
    "The archive of statements moves to Nairobi.",
    "Chairs rotate between the regional groups.",
    "Museums keep the records of earlier conferences.",
    "Farmers rely on weather data that must stay available.",
];

/// Returns revision `at`: one paragraph added, one dropped, one moved and one edited each time.
fn revision(at: usize) -> Draft {
    let mut subjects: Vec<(usize, String)> = SUBJECTS
        .iter()
        .enumerate()
        .map(|(number, subject)| (number, format!("States underline the need for {subject}.")))
        .collect();
    for step in 1..=at {
        let edited = &mut subjects[step % 5].1;
        *edited = edited.replace("underline the need", "reaffirm the urgent need");
        let moved = subjects.remove(step % 4);
        subjects.push(moved);
        if step > 5 {
            subjects.remove(step - 5);
        }
        subjects.insert(step, (100 + step, ADDED[step - 1].to_owned()));
    }
    let blocks = subjects.into_iter().enumerate().map(|(place, (number, text))| Block {
        id: format!("r{at}-{number}"),
        label: Some(format!("{}.", place + 1)),
        text,
        confidence: 1.0,
        ..Block::default()
    });
    Draft { blocks: blocks.collect(), ..Draft::default() }
}

#[test]
fn any_two_of_eight_revisions_can_be_compared() {
    for from in 0..8 {
        for to in 0..8 {
            let (old, new) = (revision(from), revision(to));
            let alignment = align(&old, &new);
            for link in &alignment.links {
                let number = link.old.split('-').next_back().expect("a number");
                let counterpart = format!("r{to}-{number}");
                match new.block(&counterpart) {
                    Some(_) => assert!(
                        link.new.contains(&counterpart),
                        "{from} to {to}: {} became {:?} {:?}",
                        link.old,
                        link.relation,
                        link.new
                    ),
                    None => assert!(
                        matches!(link.relation, Relation::Gone | Relation::Unsure),
                        "{from} to {to}: {} is gone, not {:?}",
                        link.old,
                        link.relation
                    ),
                }
            }
        }
    }
}
