//! Checking while somebody writes gives what checking from the beginning gives.

use proptest::prelude::*;
use rostrum_core::check::{Live, mute_for};
use rostrum_core::count::Counter;
use rostrum_core::model::mute::MuteScope;
use rostrum_core::render::Composer;

use super::notation::{self, Written};

/// A statement with something for every kind of rule to find.
const BEGINNING: &str = "Call: oewg-ict-zero-draft
Body:
# Summary

We organise help. Studies show that 40% of hospitals were hit.[@gge] A CERT answers 1,200 calls.

- First item with the the word.
  - A second CERT, in paragraph 99.

# General comments

Every hospital needs a plan that has been tested before. See page 4 of the draft.[^1]

> Quoted words of Vietnam.

| a | b |
|---|---|
| 12% | organise |

[^1]: A note on a/res/75/240.

Draft:
1. States met.
2. States may act soon.
3. One.
4. Two.
5. Three.
Responses:
- modify 2: States shall act soon, and shuold say so.
  because: We organise it. Every hospital needs a plan that has been tested before.
- delete 2
Sources: gge, other
Signatories:
- Harbour Watch (Utopia), holds, special
- Harbour Watch (Utopia), asked
";

/// What somebody does next.
#[derive(Debug, Clone)]
enum Act {
    /// Types words at a place of the body.
    Type(usize, String),
    /// Takes out some characters.
    Cut(usize, usize),
    /// Types at a place of a rationale.
    Reason(usize, String),
    /// Adds a source, or takes the last one away.
    Source(bool),
    /// Sets the language.
    Language(&'static str),
    /// Gives a response another source.
    Support(usize),
    /// Keeps a response back, or no longer.
    Private(usize),
    /// Types at a place of a proposal.
    Propose(usize, String),
    /// Sets one of the findings aside, in one of four scopes.
    Mute(usize, usize),
    /// Lets what was set aside first come back.
    Unmute,
    /// Keeps a word as one's own, or no longer.
    Own(&'static str),
    /// Brings the dictionaries, or takes them away.
    Dictionaries(bool),
    /// Sets the clock: long before, shortly before and after the deadline.
    Clock(&'static str),
}

fn words() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "a",
        ".",
        " ",
        "\n",
        "\n\n",
        "# Recommendations\n\n",
        "organise ",
        "[@gge]",
        "[@nowhere]",
        "[^1]",
        "\n[^2]: other\n",
        "40 per cent ",
        "studies show ",
        "CERT ",
        "> ",
        "| a |\n|---|\n| 4% |\n",
        "Every hospital needs a plan that has been tested before. ",
        "paragraph 99 ",
        "é👍🏽",
        "**",
        "1. ",
        "[link]",
        "\n\n[link]: https://example.org\n\n",
        "first.last@example.org ",
        "`",
        "harbuor ",
        "Nous demandons aux États de nommer un point de contact avant la fin de cette anné. ",
        "contcat ",
    ])
    .prop_map(str::to_owned)
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => (any::<usize>(), words()).prop_map(|(at, text)| Act::Type(at, text)),
        4 => (any::<usize>(), 1_usize..30).prop_map(|(at, length)| Act::Cut(at, length)),
        2 => (any::<usize>(), words()).prop_map(|(at, text)| Act::Reason(at, text)),
        1 => any::<bool>().prop_map(Act::Source),
        1 => prop::sample::select(vec!["en", "fr", "zh", ""]).prop_map(Act::Language),
        2 => (any::<usize>(), words()).prop_map(|(at, text)| Act::Propose(at, text)),
        3 => (any::<usize>(), 0_usize..4).prop_map(|(at, scope)| Act::Mute(at, scope)),
        1 => Just(Act::Unmute),
        2 => prop::sample::select(vec!["harbuor", "contcat", "shuold"]).prop_map(Act::Own),
        1 => any::<bool>().prop_map(Act::Dictionaries),
        1 => (0_usize..2).prop_map(Act::Support),
        1 => (0_usize..2).prop_map(Act::Private),
        2 => prop::sample::select(vec![
            "2020-01-01T00:00:00Z",
            "2022-07-20T00:00:00Z",
            "2026-11-22T12:00:00Z",
            "2031-01-01T00:00:00Z",
        ]).prop_map(Act::Clock),
    ]
}

/// Returns the place of the character that is so far in a text, counted round and round.
fn place(text: &str, at: usize) -> usize {
    let count = text.chars().count() + 1;
    text.char_indices().nth(at % count).map_or(text.len(), |(byte, _)| byte)
}

fn done(written: &mut Written, act: &Act) {
    let statement = &mut written.statement;
    match act {
        Act::Type(at, text) => {
            let at = place(&statement.body, *at);
            statement.body.insert_str(at, text);
        }
        Act::Cut(at, length) => {
            let from = place(&statement.body, *at);
            let cut: usize = statement.body[from..].chars().take(*length).map(char::len_utf8).sum();
            statement.body.replace_range(from..from + cut, "");
        }
        Act::Reason(at, text) => {
            let why = &mut statement.responses[0].rationale;
            let at = place(why, *at);
            why.insert_str(at, text);
        }
        Act::Source(true) => {
            let mut source = statement.sources.first().cloned().unwrap_or_default();
            source.key = format!("key{}", statement.sources.len());
            statement.sources.push(source);
        }
        Act::Source(false) => drop(statement.sources.pop()),
        Act::Language(tag) => statement.language = (*tag).into(),
        Act::Support(at) => statement.responses[*at].sources.push("gge".into()),
        Act::Private(at) => {
            let private = &mut statement.responses[*at].private;
            *private = !*private;
        }
        Act::Propose(at, text) => {
            let wording = &mut statement.responses[0].proposal;
            let at = place(wording, *at);
            wording.insert_str(at, text);
        }
        Act::Mute(at, scope) => {
            let report = written.checked();
            let statement = &mut written.statement;
            let Some(finding) = report.findings.get(at % report.findings.len().max(1)) else {
                return;
            };
            let scopes =
                [MuteScope::Finding, MuteScope::Paragraph, MuteScope::Section, MuteScope::Rule];
            if let Some(mut mute) = mute_for(finding, scopes[*scope], statement) {
                mute.id = format!("m{}", statement.mutes.len());
                mute.reason = "It is meant so.".into();
                statement.mutes.push(mute);
            }
        }
        Act::Unmute => {
            if !statement.mutes.is_empty() {
                statement.mutes.remove(0);
            }
        }
        Act::Own(word) => match statement.words.iter().position(|own| own == word) {
            Some(at) => drop(statement.words.remove(at)),
            None => statement.words.push((*word).into()),
        },
        Act::Dictionaries(there) => written.no_dictionary = !there,
        Act::Clock(now) => written.now = Some((*now).into()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_findings_are_those_of_a_check_from_the_beginning(acts in prop::collection::vec(act(), 1..12)) {
        let mut written = notation::read(BEGINNING);
        let mut live = Live::default();
        written.checked_live(&mut live);
        for act in &acts {
            done(&mut written, act);
            prop_assert_eq!(written.checked_live(&mut live), written.checked(), "after {:?}", act);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_document_and_count_are_those_made_from_the_beginning(acts in prop::collection::vec(act(), 1..12)) {
        let mut written = notation::read(BEGINNING);
        let (mut composer, mut counter) = (Composer::default(), Counter::default());
        written.counted(&mut composer, &mut counter);
        for act in &acts {
            done(&mut written, act);
            let kept = written.counted(&mut composer, &mut counter);
            let anew = written.counted(&mut Composer::default(), &mut Counter::default());
            prop_assert_eq!(kept, anew, "after {:?}", act);
        }
    }
}

#[test]
fn the_acts_set_aside_bring_words_back_and_turn_the_clock() {
    let mut written = notation::read(BEGINNING);
    let mut live = Live::default();
    let rules = |written: &Written, live: &mut Live| {
        let report = written.checked_live(live);
        assert_eq!(report, written.checked());
        let found = report.findings.into_iter().map(|f| f.name).collect::<Vec<_>>();
        (found, report.muted.len())
    };
    let (before, _) = rules(&written, &mut live);
    let slip = before.iter().position(|name| name == "spelling").expect("the slip of a proposal");
    done(&mut written, &Act::Mute(slip, 0));
    assert_eq!(rules(&written, &mut live).1, 1);
    done(&mut written, &Act::Unmute);
    done(&mut written, &Act::Own("shuold"));
    assert!(!rules(&written, &mut live).0.contains(&"spelling".into()));
    done(&mut written, &Act::Own("shuold"));
    done(&mut written, &Act::Dictionaries(false));
    assert!(!rules(&written, &mut live).0.contains(&"spelling".into()));
    done(&mut written, &Act::Dictionaries(true));
    assert!(rules(&written, &mut live).0.contains(&"spelling".into()));
}

#[test]
fn a_key_stroke_makes_one_paragraph_be_counted() {
    let mut written = notation::read(BEGINNING);
    let (mut composer, mut counter) = (Composer::default(), Counter::default());
    written.counted(&mut composer, &mut counter);
    assert!(counter.counted_anew() > 10);
    let at = written.statement.body.find("See page").expect("the words");
    written.statement.body.insert_str(at, "x ");
    written.counted(&mut composer, &mut counter);
    assert_eq!(counter.counted_anew(), 1);
}

#[test]
fn a_key_stroke_makes_one_passage_be_looked_at() {
    let mut written = notation::read(BEGINNING);
    let mut live = Live::default();
    written.checked_live(&mut live);
    assert!(live.looked_at() > 10);
    let at = written.statement.body.find("See page").expect("the words");
    written.statement.body.insert(at, 'x');
    written.checked_live(&mut live);
    assert_eq!(live.looked_at(), 1);
    written.statement.body.insert_str(0, "Words before everything else.\n\n");
    written.checked_live(&mut live);
    assert_eq!(live.looked_at(), 1, "what only moved is not looked at again");
}
