//! Names of the months, as they stand in dates of United Nations documents.

/// January to December in English.
pub(crate) const ENGLISH: [&str; 12] = NAMES[0];

/// January to December in English, French, Spanish, Russian (genitive, as in dates) and
/// Arabic (the second of the two names that a date in Arabic gives).
pub(crate) const NAMES: [[&str; 12]; 5] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
];

/// Returns the number of the month, from 1, whose English name this word is, whatever its
/// capitals.
pub(crate) fn english(word: &str) -> Option<i8> {
    (1..).zip(ENGLISH).find_map(|(at, name)| name.eq_ignore_ascii_case(word).then_some(at))
}
