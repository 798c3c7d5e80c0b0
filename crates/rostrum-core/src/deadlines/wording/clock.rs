//! Finds the hour in a secretariat's words.

use jiff::civil::Time;

/// An hour that words name.
pub(super) struct Clock {
    pub(super) time: Time,
    /// What had to be assumed.
    pub(super) doubt: Vec<String>,
}

/// Finds the hour; of several, the first.
pub(super) fn read(text: &str) -> Option<Clock> {
    let mut doubt = Vec::new();
    let figures = figures(text);
    if let Some(found) = figures.first() {
        if figures.len() > 1 {
            doubt.push("The words name more than one hour; the first is taken.".into());
        }
        let time = found.time(&mut doubt)?;
        return Some(Clock { time, doubt });
    }
    let at = |hour| Some(Time::constant(hour, 0, 0, 0));
    let time = if text.contains("midnight") {
        if text.contains("end of") {
            Some(Time::constant(23, 59, 0, 0))
        } else {
            doubt.push(
                "\"Midnight\" can begin or end the day; the beginning is the earlier reading."
                    .into(),
            );
            at(0)
        }
    } else if text.contains("noon") && !text.contains("afternoon") {
        at(12)
    } else if has_word(text, "cob") || text.contains("close of business") {
        doubt.push("Close of business is taken as 17:00.".into());
        at(17)
    } else if text.contains("end of the day") || text.contains("end of day") {
        Some(Time::constant(23, 59, 0, 0))
    } else {
        None
    };
    time.map(|time| Clock { time, doubt })
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|w| w == word)
}

/// An hour in figures.
struct Figures {
    hour: i8,
    minute: i8,
    /// Whether the hour was written with a nought before it, as on a clock of 24 hours.
    padded: bool,
    /// `a.m.` or `p.m.`, when it stands there.
    half: Option<Half>,
    noon: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Half {
    Am,
    Pm,
}

impl Figures {
    fn time(&self, doubt: &mut Vec<String>) -> Option<Time> {
        let hour = match (self.hour, self.half) {
            (12, Some(Half::Am)) => {
                doubt.push("12 a.m. is the beginning of the day.".into());
                0
            }
            (12, Some(Half::Pm)) => {
                doubt.push("12 p.m. is noon, though many read midnight.".into());
                12
            }
            (hour, Some(Half::Pm)) if hour < 12 => hour + 12,
            (hour @ 1..=11, None) if !self.padded && !self.noon => {
                doubt.push(format!(
                    "{hour}:{:02} stands without a.m. or p.m.; the morning is the earlier reading.",
                    self.minute
                ));
                hour
            }
            (24, None) => return Some(Time::constant(23, 59, 59, 0)),
            (hour, _) => hour,
        };
        Time::new(hour, self.minute, 0, 0).ok()
    }
}

/// Finds hours in figures: `11.59`, `23:59`, `6 pm`, `12:00 noon`, `17h00`.
fn figures(text: &str) -> Vec<Figures> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || (at > 0 && glued(bytes[at - 1])) {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let hour_text = &text[at..end];
        let start = at;
        at = end;
        let Ok(hour) = hour_text.parse::<i8>() else { continue };
        let mut minute = None;
        let parted = bytes.get(end).is_some_and(|b| matches!(b, b':' | b'.' | b'h'));
        if parted {
            let digits: String = text[end + 1..].chars().take_while(char::is_ascii_digit).collect();
            if digits.len() == 2 {
                minute = digits.parse::<i8>().ok();
                at = end + 3;
            }
        }
        let rest = text[at..].trim_start();
        let compact: String = rest.chars().filter(|c| *c != '.' && *c != ' ').take(2).collect();
        let half = match compact.as_str() {
            "am" => Some(Half::Am),
            "pm" => Some(Half::Pm),
            _ => None,
        };
        let before = text[..start].trim_end();
        let zoned = ["utc+", "utc-", "gmt+", "gmt-"].iter().any(|sign| before.ends_with(sign));
        if (minute.is_some() || half.is_some()) && hour <= 24 && !zoned {
            found.push(Figures {
                hour,
                minute: minute.unwrap_or(0),
                padded: hour_text.starts_with('0'),
                half,
                noon: rest.starts_with("noon"),
            });
        }
    }
    found
}

/// Tells whether a figure after this letter belongs to a longer thing, such as a date.
fn glued(before: u8) -> bool {
    before.is_ascii_alphanumeric() || matches!(before, b'.' | b'/')
}
