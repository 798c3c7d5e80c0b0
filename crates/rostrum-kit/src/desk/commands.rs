//! The one list of commands: name, request, answer.
//!
//! The window's adapters, its TypeScript and `docs/commands.md` are made from this list:
//! a command without an adapter does not compile, a misspelt one fails in TypeScript.

/// Hands the list of commands to another macro as `name(Request) -> Answer: "what it does"`.
///
/// Each command is a method of [`Desk`](super::Desk) with the same name and types.
#[macro_export]
macro_rules! for_each_command {
    ($with:ident) => {
        $with! {
            start_view(Nothing) -> StartView: "Shows recent statements and calls.",
            sample_open(Nothing) -> Workspace: "Copies the shipped sample to the user's folder, once, and opens it.",
            call_show(CallRequest) -> Call: "Shows a call with all its rules and their sources.",
            calls_own(Nothing) -> OwnCallList: "Lists the calls that the user made.",
            call_copy(CallCopyRequest) -> CallEdit: "Makes a call of one's own from another.",
            call_edit(CallRequest) -> CallEdit: "Opens a call of one's own for editing.",
            call_look(CallTextRequest) -> CallEdit: "Tells fields and faults of a call that is being edited.",
            call_field(CallFieldRequest) -> CallEdit: "Sets one field of a call that is being edited.",
            call_save(CallTextRequest) -> CallEdit: "Keeps a call of one's own, with or without faults.",
            call_remove(CallRequest) -> OwnCallList: "Takes a call of one's own out.",
            call_import(CallFileRequest) -> CallEdit: "Brings a call in from a file.",
            call_export(CallExportRequest) -> Exported: "Writes a call to a file, to give to others.",
            renewal_show(FileRequest) -> Renewal: "Tells what a newer version of the call would change.",
            renewal_decide(RenewRequest) -> Workspace: "Takes newer rules of the call, or keeps the present ones.",
            deadlines(DeadlinesRequest) -> Deadlines: "Lists every known deadline, the next one first.",
            deadline_read(DeadlineWordsRequest) -> WordingRead: "Reads a deadline out of a secretariat's words.",
            plan_show(PlanRequest) -> PlanView: "Shows the plan back from the deadline of a statement.",
            plan_set(PlanSetRequest) -> PlanView: "Sets steps of the plan, as one act.",
            calendar_write(CalendarRequest) -> Exported: "Writes deadlines and plan as a calendar file.",
            reminders(Nothing) -> ReminderSettings: "Tells when the system reminds of deadlines.",
            reminders_set(ReminderSettings) -> ReminderSettings: "Sets when the system reminds of deadlines.",
            skeletons(Nothing) -> Skeletons: "Lists how kinds of documents are usually built.",
            skeleton_add(SkeletonRequest) -> Workspace: "Adds the sections of a skeleton to a statement.",
            notes_sort(NotesRequest) -> SortedNotes: "Sorts notes of a meeting by topic, without names.",
            speech_show(SpeechRequest) -> Speech: "Tells how long a statement takes to be read, sentence by sentence.",
            delivered_export(DeliveredRequest) -> Exported: "Writes the text as it was delivered.",
            statement_new(NewStatementRequest) -> Workspace: "Starts a statement from a call.",
            begun_look(BegunRequest) -> BegunView: "Tells what would become of a text that was begun elsewhere.",
            begun_take(BegunTakeRequest) -> BegunTaken: "Goes on with a text that was begun elsewhere; undo takes it out again.",
            statement_open(FileRequest) -> Workspace: "Opens a statement file.",
            statement_close(FileRequest) -> Done: "Closes a statement file.",
            statement_share(ShareRequest) -> Done: "Writes a copy for partners without anything private.",
            statement_merge(MergeRequest) -> MergeReport: "Takes in what a partner changed in a copy.",
            workspace(FileRequest) -> Workspace: "Shows an open statement.",
            header_set(HeaderRequest) -> Workspace: "Sets title, organisation, language or a header field.",
            draft_add(AddDraftRequest) -> DraftView: "Reads a draft and adds it to the statement.",
            draft_show(DraftRequest) -> DraftView: "Shows a draft with its words.",
            draft_reading(DraftRequest) -> DraftReading: "Tells sections, topics, terms and direction of a draft.",
            drafts_find(FindRequest) -> FoundInDrafts: "Finds words in every draft of the statement.",
            glossary(Nothing) -> Terms: "Lists the words that can be explained.",
            revisions_compare(RevisionsRequest) -> Comparison: "Shows two drafts side by side, section by section.",
            draft_fixes(DraftRequest) -> FixUp: "Shows what is to be set right in a draft, and what was.",
            draft_fix(FixRequest) -> FixUp: "Sets something right in a draft; undo takes it back.",
            draft_unfix(UnfixRequest) -> FixUp: "Takes a fix of a draft back.",
            revision_summary(SummaryRequest) -> Exported: "Writes a page on what a new revision brought.",
            draft_place(DraftPlaceRequest) -> Workspace: "Says which draft another one is a revision of.",
            carry_plan(DraftRequest) -> CarryPlan: "Shows what would become of every response in a draft.",
            carry_apply(CarryRequest) -> CarriedOver: "Carries out what was decided about responses, as one step.",
            draft_page(PageRequest) -> PagePicture: "Shows a page of a draft as a picture.",
            draft_original(OriginalRequest) -> Exported: "Writes the original of a draft, as it was added.",
            uptake_show(UptakeRequest) -> UptakeView: "Shows what of our proposals stands in a later text.",
            uptake_report(UptakeReportRequest) -> Exported: "Writes the report on what stands in a later text.",
            taken_up_set(TakenUpRequest) -> Workspace: "Records whether an idea was taken up, as a person judges it.",
            response_save(ResponseRequest) -> Workspace: "Saves a response.",
            responses_save(ResponsesRequest) -> Workspace: "Saves several responses as one act, which one undo takes back.",
            response_remove(ItemRequest) -> Workspace: "Takes a response out; undo brings it back.",
            targets_find(TargetsRequest) -> Targets: "Finds the paragraphs a person means by a label, a range or a heading.",
            conflicts(FileRequest) -> Conflicts: "Finds the responses that cannot both be followed.",
            look_alikes(LookAlikesRequest) -> LookAlikes: "Finds the paragraphs that read much like one of them.",
            openings(DraftRequest) -> Openings: "Lists what a draft recommends and calls for, and who is named there.",
            norms(Nothing) -> Norms: "Lists the norms of responsible State behaviour.",
            phrases(PhrasesRequest) -> Phrases: "Looks for agreed language.",
            phrase_save(PhraseRequest) -> Phrases: "Puts a phrase into the user's own bank.",
            phrase_remove(PhraseName) -> Phrases: "Takes a phrase out of the user's own bank.",
            wording_marks(WordingRequest) -> WordRuns: "Shows how one wording becomes another.",
            replica_pull(ReplicaRequest) -> ReplicaUpdate: "Gives what a replica of the shared document lacks.",
            replica_push(UpdateRequest) -> Saved: "Takes changes made in a replica and answers when they are on the disk.",
            section_write(SectionRequest) -> Workspace: "Replaces the text of one section.",
            check(FileRequest) -> CheckReport: "Runs every check.",
            finding_mend(MendRequest) -> Workspace: "Applies the edits of a finding.",
            findings_mend(MendAllRequest) -> Workspace: "Mends all that a rule found and can mend, as one act, which one undo takes back.",
            finding_mute(MuteRequest) -> Workspace: "Sets a finding aside with a reason; undo lets it come back.",
            finding_unmute(ItemRequest) -> Workspace: "Lets what was set aside come back.",
            spelling_state(FileRequest) -> SpellingState: "Tells how it stands with spelling in a statement.",
            pages_count(FileRequest) -> Saved: "Counts the pages, and checks a limit in pages.",
            spelling_options(SpellingRequest) -> SpellingOptions: "Lists what may have been meant by a word.",
            own_word(OwnWordRequest) -> Workspace: "Keeps an own word, or takes it out.",
            source_save(SourceRequest) -> Workspace: "Saves a source.",
            source_remove(ItemRequest) -> Workspace: "Takes a source out; undo brings it back.",
            sources_import(ImportSourcesRequest) -> ImportedSources: "Takes in sources from BibTeX or CSL-JSON.",
            review_take(ReviewRequest) -> ReviewTaken: "Takes in a Word document that came back from reviewers.",
            review_show(FileRequest) -> ReviewView: "Shows what came back from reviewers.",
            review_decide(DecideRequest) -> Decided: "Accepts or rejects suggestions, resolves comments, as one act.",
            review_answer(AnswerRequest) -> ReviewView: "Answers a comment or a suggestion.",
            scrub_look(ScrubRequest) -> ScrubReport: "Lists what a file gives away.",
            scrub_clean(ScrubCleanRequest) -> ScrubCleaned: "Writes a copy of a file without what it gives away.",
            annexes(FileRequest) -> Annexes: "Lists the files that go with a statement, and what they give away.",
            annex_add(AnnexAddRequest) -> Annexes: "Attaches a file to a statement.",
            annex_decide(AnnexDecideRequest) -> Annexes: "Says what becomes of comments, changes and hidden words in an annex.",
            annex_remove(ItemRequest) -> Annexes: "Takes an annex out; undo brings it back.",
            annex_write(AnnexWriteRequest) -> Exported: "Writes an annex to a file, as it was attached or cleaned.",
            pictures(FileRequest) -> Pictures: "Lists the pictures of a statement, and where the body shows them.",
            picture_add(PictureAddRequest) -> PictureAdded: "Adds a picture, cleaned and no larger than print needs.",
            picture_set(PictureSetRequest) -> Pictures: "Changes name or width of a picture, or the words of one place that shows it.",
            picture_replace(PictureReplaceRequest) -> PictureAdded: "Puts another picture in place of one.",
            picture_remove(PictureRemoveRequest) -> Pictures: "Takes a picture out; undo brings it back.",
            picture_bytes(PictureBytesRequest) -> PictureData: "Gives the bytes of a picture, whole or small.",
            export(ExportRequest) -> Exported: "Writes a rendered document.",
            export_plan(ExportPlanRequest) -> ExportPlan: "Shows which files an export would write, and what to know of them.",
            export_all(ExportAllRequest) -> ExportedAll: "Writes several formats into one folder.",
            form_show(FormRequest) -> WebForm: "Shows the text of each question of a form, with its counters.",
            preview(PreviewRequest) -> Preview: "Lays the statement out on exact pages and tells where its pieces stand.",
            preview_page(PreviewPageRequest) -> PreviewPage: "Draws one of the pages.",
            preview_touch(PreviewTouchRequest) -> PreviewOrigin: "Tells which piece of the text stands at a place of a page.",
            version_create(FreezeRequest) -> Workspace: "Freezes the text under a name.",
            signatory_save(SignatoryRequest) -> Workspace: "Saves an organisation that signs.",
            signatory_remove(ItemRequest) -> Workspace: "Takes an organisation out; undo brings it back.",
            endorse(EndorseRequest) -> Workspace: "Records an organisation's consent to a version.",
            channels(Nothing) -> Channels: "Lists the ways to hand over on this machine.",
            channel_save(ChannelRequest) -> Channels: "Saves a way to hand over and its secret.",
            channel_remove(CallRequest) -> Channels: "Forgets a way to hand over and its secret.",
            hand_over_plan(HandOverRequest) -> HandOverPlan: "Shows what handing over would send, without sending.",
            submit(HandOverRequest) -> Receipt: "Hands a version over; safe to repeat.",
            receipt_mark(ReceiptRequest) -> Workspace: "Records that a hand-over was acknowledged or published.",
            undo(FileRequest) -> Workspace: "Takes back the last change outside the body.",
            redo(FileRequest) -> Workspace: "Brings it back.",
            cancel(CancelRequest) -> Done: "Cancels long work.",
            link_check(LinkRequest) -> CheckedLink: "Tells whether a link may be opened in the browser.",
        }
    };
}

#[cfg(test)]
mod tests {
    #![expect(dead_code, reason = "that it compiles is the proof")]

    use rostrum_core::model::Call;

    use super::super::wire::*;
    use crate::desk::Desk;
    use crate::failure::Failure;

    macro_rules! each_is_a_method {
        ($($name:ident($request:ident) -> $answer:ident: $what:literal,)*) => {$(
            fn $name(desk: &Desk, request: $request) -> Result<$answer, Failure> {
                desk.$name(request)
            }
        )*};
    }

    for_each_command!(each_is_a_method);

    #[test]
    fn every_command_says_what_it_does_in_one_sentence() {
        macro_rules! sentences {
            ($($name:ident($request:ident) -> $answer:ident: $what:literal,)*) => {
                [$($what),*]
            };
        }
        for what in for_each_command!(sentences) {
            assert!(what.ends_with('.') && what.chars().next().is_some_and(char::is_uppercase));
        }
    }
}
