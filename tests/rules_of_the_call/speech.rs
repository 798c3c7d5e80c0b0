//! A statement that is read aloud: its times, and the text as delivered.

use rostrum_kit::Code;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    DeliveredRequest, HeaderRequest, SectionRequest, Speech, SpeechRequest,
};

use crate::machine::{Machine, statement};

const NOW: &str = "2026-11-10T09:00:00Z";

fn oral(machine: &Machine, call: &str, text: &str) -> (Desk, String) {
    let desk = machine.at(NOW);
    let file = machine.path("oral.rostrum");
    let made = statement(&desk, &file, call, "oral-statement");
    let section = made.call.sections[0].id.clone();
    desk.section_write(SectionRequest { file: file.clone(), section, text: text.into() })
        .expect("written");
    (desk, file)
}

fn shown(desk: &Desk, file: &str, pace: u32, skipped: &[u32]) -> Speech {
    let request = SpeechRequest { file: file.into(), pace, skipped: skipped.to_vec() };
    desk.speech_show(request).expect("told")
}

fn words(count: usize) -> String {
    format!("{}.", vec!["Word"; count].join(" "))
}

#[test]
fn the_mark_stands_where_the_calls_minutes_end_or_after_three() {
    let machine = Machine::new();
    let text = format!("{}\n\n{} {}", words(240), words(120), words(60));
    let (desk, file) = oral(&machine, "no-stated-rules", &text);
    let speech = shown(&desk, &file, 0, &[]);
    assert_eq!((speech.limit, speech.limit_stated), (180, false));
    assert_eq!((speech.takes, speech.over_from), (210_000, Some(2)));
    assert_eq!(shown(&desk, &file, 140, &[]).over_from, None, "faster, it fits");
    assert_eq!(shown(&desk, &file, 0, &[2]).over_from, None, "shorter as well");
}

#[test]
fn the_call_for_speeches_of_the_human_rights_council_gives_its_own_time() {
    let machine = Machine::new();
    let (desk, file) = oral(&machine, "hrc-oral", &words(10));
    let speech = shown(&desk, &file, 0, &[]);
    assert!(speech.limit_stated, "the call states minutes");
}

#[test]
fn chinese_is_read_by_characters_at_its_own_pace() {
    let machine = Machine::new();
    let (desk, file) = oral(&machine, "no-stated-rules", "各国重申国际法适用。我们同意。");
    desk.header_set(HeaderRequest {
        file: file.clone(),
        field: "language".into(),
        value: "zh".into(),
    })
    .expect("the language is set");
    let speech = shown(&desk, &file, 0, &[]);
    assert_eq!((speech.words, speech.sentences.len()), (15, 2));
    assert_eq!(speech.pace, rostrum_core::count::pace("zh"));
}

#[test]
fn the_delivered_text_is_what_was_said() {
    let machine = Machine::new();
    let text = "We agree.[^1] We add a point.\n\nTime did not allow this.\n\n[^1]: A source.";
    let (desk, file) = oral(&machine, "no-stated-rules", text);
    for ending in ["txt", "md", "docx", "html"] {
        let out = machine.path(&format!("delivered.{ending}"));
        desk.delivered_export(DeliveredRequest {
            file: file.clone(),
            skipped: vec![2],
            occasion: "Geneva, 9 December 2026".into(),
            out: out.clone(),
        })
        .expect("written");
        if ending == "txt" {
            let text = std::fs::read_to_string(&out).expect("the text");
            assert!(text.contains("We agree. We add a point."), "{text}");
            assert!(text.contains("Geneva, 9 December 2026"), "{text}");
            assert!(!text.contains("Time did not allow") && !text.contains("A source"), "{text}");
        }
    }
    let refused = desk.delivered_export(DeliveredRequest {
        file,
        out: machine.path("delivered.mp3"),
        ..DeliveredRequest::default()
    });
    assert_eq!(refused.expect_err("no such kind").code, Code::ValueRefused);
}
