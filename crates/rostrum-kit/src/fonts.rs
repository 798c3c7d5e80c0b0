//! Fonts for pages: our own, and for Chinese one of this machine.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rostrum_pages::Fonts;

/// Our own fonts (`templates/fonts`, SIL Open Font License): Latin, Greek, Cyrillic and
/// Hebrew letters in two families as wide as Times New Roman and Arial, and Arabic ones.
const OWN: [&[u8]; 10] = [
    include_bytes!("../../../templates/fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../../templates/fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../../templates/fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../../templates/fonts/LiberationSerif-BoldItalic.ttf"),
    include_bytes!("../../../templates/fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../../templates/fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../../../templates/fonts/LiberationSans-Italic.ttf"),
    include_bytes!("../../../templates/fonts/LiberationSans-BoldItalic.ttf"),
    include_bytes!("../../../templates/fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../../templates/fonts/NotoNaskhArabic-Bold.ttf"),
];

/// Names that files of Chinese fonts begin with, the best for a document first. A font for
/// all characters is 10 MB and more: it is taken from the machine, never shipped.
const CHINESE: [&str; 16] = [
    "notoserifcjk-regular",
    "notoserifcjksc-regular",
    "notoserifsc",
    "sourcehanserif",
    "simsun",
    "songti",
    "notosanscjk-regular",
    "notosanscjksc-regular",
    "notosanssc",
    "sourcehansans",
    "msyh",
    "pingfang",
    "stheiti",
    "wqy-zenhei",
    "wqy-microhei",
    "uming",
];

/// The largest font file that is read.
const LARGEST: u64 = 64 << 20;
/// How deep folders of fonts are looked through.
const DEEPEST: u32 = 4;

/// Returns the fonts for a document; with those for Chinese only when it has such letters,
/// for reading them takes a moment and much memory.
pub fn fonts(chinese: bool) -> &'static Fonts {
    static PLAIN: OnceLock<Fonts> = OnceLock::new();
    static WIDE: OnceLock<Fonts> = OnceLock::new();
    let own = || OWN.into_iter().map(Cow::Borrowed);
    if chinese {
        WIDE.get_or_init(|| {
            let found = chinese_font(&folders());
            let files = found.iter().flat_map(|path| [Some(path.clone()), bold_beside(path)]);
            let files = files.flatten().filter_map(|path| std::fs::read(path).ok());
            Fonts::new(own().chain(files.map(Cow::Owned)))
        })
    } else {
        PLAIN.get_or_init(|| Fonts::new(own()))
    }
}

/// Returns the folders where this system keeps fonts.
fn folders() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
    let at_home = |path: &str| home.as_ref().map(|home| home.join(path));
    if cfg!(windows) {
        let windows =
            std::env::var_os("WINDIR").map_or_else(|| "C:\\Windows".into(), PathBuf::from);
        let local = std::env::var_os("LOCALAPPDATA")
            .map(|local| PathBuf::from(local).join("Microsoft/Windows/Fonts"));
        [Some(windows.join("Fonts")), local].into_iter().flatten().collect()
    } else if cfg!(target_os = "macos") {
        let shared = ["/System/Library/Fonts", "/Library/Fonts"].map(|path| Some(path.into()));
        shared.into_iter().chain([at_home("Library/Fonts")]).flatten().collect()
    } else {
        let shared = ["/usr/share/fonts", "/usr/local/share/fonts"].map(|path| Some(path.into()));
        let own = [at_home(".local/share/fonts"), at_home(".fonts")];
        shared.into_iter().chain(own).flatten().collect()
    }
}

/// Returns the best font for Chinese in these folders.
fn chinese_font(folders: &[PathBuf]) -> Option<PathBuf> {
    let mut found = Vec::new();
    for folder in folders {
        look_in(folder, DEEPEST, &mut found);
    }
    // The path decides between two of one kind, so that the same machine chooses the same.
    found.sort();
    found.into_iter().next().map(|(_, path)| path)
}

/// Returns the file with the bold letters of a font, where they lie in a file of their own.
fn bold_beside(font: &Path) -> Option<PathBuf> {
    const BOLD: [(&str, &str); 3] =
        [("-Regular.", "-Bold."), ("-regular.", "-bold."), ("msyh.", "msyhbd.")];
    let name = font.file_name()?.to_str()?;
    let (regular, bold) = BOLD.into_iter().find(|(regular, _)| name.contains(regular))?;
    let path = font.with_file_name(name.replace(regular, bold));
    let about = std::fs::metadata(&path).ok()?;
    (about.is_file() && about.len() <= LARGEST).then_some(path)
}

fn look_in(folder: &Path, depth: u32, found: &mut Vec<(usize, PathBuf)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(about) = std::fs::metadata(&path) else { continue };
        if about.is_dir() {
            if depth > 0 {
                look_in(&path, depth - 1, found);
            }
            continue;
        }
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let is_font = [".ttf", ".otf", ".ttc", ".otc"].iter().any(|end| name.ends_with(end));
        let rank = CHINESE.iter().position(|known| name.starts_with(known));
        if let Some(rank) = rank.filter(|_| is_font && about.len() <= LARGEST) {
            found.push((rank, path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_font_for_chinese_is_found_wherever_it_lies() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("truetype/chinese");
        std::fs::create_dir_all(&deep).expect("a folder");
        assert_eq!(chinese_font(&[folder.path().into()]), None);
        for name in ["wqy-microhei.ttc", "NotoSerifCJK-Regular.txt", "Other.ttf"] {
            std::fs::write(deep.join(name), "").expect("a file");
        }
        let found = chinese_font(&["/nowhere".into(), folder.path().into()]);
        assert_eq!(found, Some(deep.join("wqy-microhei.ttc")));
        std::fs::write(folder.path().join("NotoSerifCJK-Regular.ttc"), "").expect("a file");
        let found = chinese_font(&[folder.path().into()]);
        assert_eq!(found, Some(folder.path().join("NotoSerifCJK-Regular.ttc")));
    }

    #[test]
    fn bold_letters_are_taken_from_the_file_beside() {
        let folder = tempfile::tempdir().expect("a folder");
        let regular = folder.path().join("NotoSerifCJK-Regular.ttc");
        assert_eq!(bold_beside(&regular), None);
        let bold = folder.path().join("NotoSerifCJK-Bold.ttc");
        std::fs::write(&bold, "").expect("a file");
        assert_eq!(bold_beside(&regular), Some(bold));
        assert_eq!(bold_beside(&folder.path().join("simsun.ttc")), None);
    }

    #[test]
    fn our_own_fonts_have_the_letters_of_five_languages() {
        let fonts = fonts(false);
        for c in "Aéß Ωή Жй ﷲع אב “„«–— №€".chars() {
            assert!(fonts.covers(c), "{c}");
        }
        assert!(!fonts.covers('中'));
    }
}
