//! What can be typed after `rostrum`.

use clap::{Parser, Subcommand};

use crate::verbs;

/// Answer a United Nations draft: read it, respond, check, export, hand over, keep the proof.
#[derive(Debug, Parser)]
#[command(name = "rostrum", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Print the answer as JSON, one document and nothing else.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Print no progress and no remarks.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Take this instant for the present, such as 2026-11-22T15:00:00Z.
    #[arg(long, global = true, value_name = "INSTANT")]
    pub(crate) now: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// The verbs, in the order of the way.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Run the main job on the shipped example, step by step.
    Demo(verbs::demo::Demo),
    /// Read a draft and print its paragraphs.
    Import(verbs::import::Import),
    /// Start a statement from a call.
    New(verbs::new::New),
    /// Show or fill in the cover: title, organisation, language, what the call asks for.
    Cover(verbs::cover::Cover),
    /// List how kinds of documents are usually built, or add one to a statement.
    Skeletons(verbs::skeletons::SkeletonsVerb),
    /// Show or change the plan of a statement back from its deadline.
    Plan(verbs::plan::PlanVerb),
    /// Add a draft to a statement, list its drafts, or find words in them.
    Draft(verbs::draft::DraftVerb),
    /// Respond to paragraphs, or change a response.
    Respond(Box<verbs::respond::Respond>),
    /// List responses in groups, with what stands against what.
    Responses(verbs::responses::Responses),
    /// List agreed language, or put some by.
    Phrases(verbs::phrases::PhrasesVerb),
    /// Replace the text of one section with what comes on standard input.
    Write(verbs::write::Write),
    /// Sort notes of a meeting by topic, without the names of those who spoke.
    Notes(verbs::skeletons::Notes),
    /// Add, list or check sources.
    Evidence(verbs::evidence::Evidence),
    /// Add pictures to the text, and say what they show.
    Picture(Box<verbs::picture::PictureVerb>),
    /// Attach files to a statement, and say what becomes of what is in them.
    Annex(verbs::annex::AnnexVerb),
    /// Tell what files give away before they are public, or write cleaned copies.
    Scrub(Box<verbs::scrub::Scrub>),
    /// Count words as the call counts them.
    Count(verbs::count::Count),
    /// Tell how long a statement takes to be read, sentence by sentence.
    Speak(verbs::speak::Speak),
    /// Check a statement against its call.
    Check(verbs::check::Check),
    /// Set findings aside, with a reason.
    Mute(verbs::mute::Mute),
    /// Let findings that were set aside come back.
    Unmute(verbs::mute::Unmute),
    /// Show the dictionary and the own words of a statement, keep some or take some out.
    Words(verbs::words::WordsVerb),
    /// Write a document, or several into one folder.
    Export(verbs::export::Export),
    /// Show the text of each question of a form in a browser, with its counters.
    Form(verbs::form::Form),
    /// Tell what became of every paragraph of a draft in a later one.
    Revise(verbs::revise::Revise),
    /// Tell what of our proposals stands in a later text.
    Uptake(verbs::uptake::UptakeVerb),
    /// Carry the responses of a statement to a new revision.
    Carry(verbs::carry::Carry),
    /// Take in a Word document that came back, and decide about what it suggests.
    Review(Box<verbs::review::Review>),
    /// Merge two copies of a statement that were edited apart.
    Merge(verbs::merge::Merge),
    /// Freeze, list or show versions.
    Version(verbs::version::VersionVerb),
    /// Record an organisation's consent to a version.
    Endorse(verbs::endorse::Endorse),
    /// List the organisations that sign, with the state of their consent.
    Signatories(verbs::signatories::Signatories),
    /// Add, list or forget ways to hand over.
    Channels(verbs::channels::ChannelsVerb),
    /// Hand a version over.
    Submit(verbs::submit::Submit),
    /// List receipts, or record what became of a hand-over.
    Receipts(verbs::receipts::Receipts),
    /// Explain the words of drafts and of Rostrum.
    Glossary(verbs::reading::GlossaryVerb),
    /// List, show, check, make and exchange calls, and their deadlines.
    Calls(verbs::calls::Calls),
}
