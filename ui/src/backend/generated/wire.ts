// What crosses between the desk and the window.
// Made by `./x gen` from crates/rostrum-kit/src/desk; change the Rust types, not this file.

/** Adds a draft to a statement. */
export type AddDraftRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of the draft. */
  draft: string;
  /** Password of the draft; empty for none. */
  password: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** A file that goes with a statement; part of the co-authored statement, without its bytes. */
export type Annex = {
  /** Id, unique across copies of the statement. */
  id: string;
  /** Name of the file, without folders. */
  name: string;
  /** Size in bytes. */
  bytes: number;
  /** SHA-256 of the file as it was attached. */
  sha256: string;
  /** When it was attached, as an RFC 3339 instant; annexes stand in this order. */
  added: string;
  /** What becomes of comments in it. */
  comments: Fate;
  /** What becomes of recorded changes in it. */
  changes: ChangesFate;
  /** What becomes of hidden words in it. */
  hidden: Fate;
  /** What becomes of files inside it. */
  attachments: Fate;
};

/** Attaches a file to a statement. */
export type AnnexAddRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of the file to attach. */
  path: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** Says what becomes of what is in an annex. */
export type AnnexDecideRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the annex. */
  id: string;
  /** Comments. */
  comments: Fate;
  /** Recorded changes. */
  changes: ChangesFate;
  /** Hidden words. */
  hidden: Fate;
  /** Files inside the file. */
  attachments: Fate;
};

/** A file that goes with a statement, and what it gives away. */
export type AnnexRow = {
  /** Whether the file is in this copy of the statement. */
  here: boolean;
  /** What it gives away; nothing when it could not be looked through. */
  report: ScrubReport | null;
  /** Why it could not be looked through: `kind`, `locked`, `damaged`, …; empty when it could. */
  unlooked: string;
  /** Id, unique across copies of the statement. */
  id: string;
  /** Name of the file, without folders. */
  name: string;
  /** Size in bytes. */
  bytes: number;
  /** SHA-256 of the file as it was attached. */
  sha256: string;
  /** When it was attached, as an RFC 3339 instant; annexes stand in this order. */
  added: string;
  /** What becomes of comments in it. */
  comments: Fate;
  /** What becomes of recorded changes in it. */
  changes: ChangesFate;
  /** What becomes of hidden words in it. */
  hidden: Fate;
  /** What becomes of files inside it. */
  attachments: Fate;
};

/** Asks for a copy of an annex. */
export type AnnexWriteRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the annex. */
  id: string;
  /** Whether the cleaned copy is wanted, as it would be handed over. */
  clean: boolean;
  /** Where to write it. */
  out: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** The files that go with a statement. */
export type Annexes = {
  /** In the order in which they were attached. */
  annexes: Array<AnnexRow>;
};

/** Answers a comment or a suggestion. */
export type AnswerRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of what is answered. */
  to: string;
  /** The answer. */
  text: string;
};

/** An answer. */
export type AnswerRow = {
  /** Id. */
  id: string;
  /** Who answers. */
  author: string;
  /** When. */
  date: string;
  /** What they say. */
  text: string;
};

/** What kind of request a sentence makes. */
export type Ask = "recommends" | "calls" | "encourages" | "should" | "decides" | "heading";

/** One thing that was changed, or not carried over. */
export type BegunChange = {
  /** What it is, one of the words that `Changed::WORDS` lists. */
  what: string;
  /** Heading of the section it stands in; empty before the first. */
  where: string;
  /** Its words, as they were. */
  words: string;
  /** Who did it, where that is known. */
  by?: string;
};

/** How a section of the statement and a heading of the file were brought together. */
export type BegunHow = "same" | "near" | "own" | "unheaded" | "empty";

/** What was kept, in numbers. */
export type BegunKept = {
  /** Words of the text. */
  words: number;
  /** Paragraphs. */
  paragraphs: number;
  /** Headings, those of sections among them. */
  headings: number;
  /** Items of lists. */
  list_items: number;
  /** Tables. */
  tables: number;
  /** Links. */
  links: number;
  /** Footnotes. */
  notes: number;
  /** Sources made of notes. */
  sources: number;
  /** Comments, kept as remarks of reviewers. */
  comments: number;
  /** Pictures. */
  pictures: number;
};

/** What became of a text that was begun elsewhere, for the person who begins with it. */
export type BegunReport = {
  /** The sections as they stand now, in order. */
  sections: Array<PlacedSection>;
  /** What was kept, in numbers. */
  kept: BegunKept;
  /** What stands in the statement in another form, with its words as they were. */
  changed: Array<BegunChange>;
  /** What could not be carried over, with its words. */
  not_carried: Array<BegunChange>;
};

/** Asks what would become of a text under a call; nothing is changed. */
export type BegunRequest = {
  /** Path of the text: .docx, .odt, .md or .txt. */
  text: string;
  /** Id of the call. */
  call: string;
  /** Id of the skeleton whose sections stand in place of the call's; empty for none. */
  skeleton: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** Puts a text into a statement that has no text yet. */
export type BegunTakeRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of the text. */
  text: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** What became of a text that was taken. */
export type BegunTaken = {
  /** The statement with the text in it. */
  workspace: Workspace;
  /** What became of it. */
  report: BegunReport;
};

/** What would become of a text. */
export type BegunView = {
  /** Name of the text's file. */
  name: string;
  /** Title it has; empty for none. */
  title: string;
  /** Organisation it names; empty for none. */
  organisation: string;
  /** What became of it. */
  report: BegunReport;
};

/** One addressable unit of a draft. */
export type Block = {
  /** Stable id inside the draft: the same bytes always give the same id (`b17`). */
  id: string;
  /** What the block is. */
  kind: BlockKind;
  /** Label as printed without surrounding space: `23.`, `16 bis`, `(a)`, `Pp1`. */
  label: string | null;
  /** Level of a heading (1 is outermost) or depth of a sub-paragraph (0 is a paragraph). */
  level: number;
  /** Texts of the headings above, outermost first. */
  heading_path: Array<string>;
  /** The words, with spaces normalised and note marks taken out. */
  text: string;
  /** Words before tracked changes, when the draft carried any in this block. */
  original: string | null;
  /** Page on which the block starts, counted from 1. */
  page: number | null;
  /** What the block covers where it starts, when the format tells. */
  region: Region | null;
  /** What it covers after that: the next column, the next page. */
  continues: Array<Stretch>;
  /** How sure the reader is of kind, label and bounds, from 0 to 1. */
  confidence: number;
  /** Notes whose marks stand in this block. */
  footnotes: Array<Footnote>;
};

/** What a block of a draft is. */
export type BlockKind = "title" | "heading" | "paragraph" | "footnote" | "other";

/** What can be told of a block. */
export type BlockReading = {
  /** Id of the block. */
  block: string;
  /** Direction in which it is written. */
  direction: Direction;
  /** What it is about; empty when no topic was told. */
  topics: Array<ToldTopic>;
  /** Terms that stand here for the first time in their section. */
  terms: Array<TermPlace>;
  /** Whether the reader was unsure, so that a person should compare. */
  unsure: boolean;
};

/** A block, by what a reader sees of it. */
export type BlockRef = {
  /** Id inside its draft. */
  id: string;
  /** What it is. */
  kind: BlockKind;
  /** Label as printed; empty when it has none. */
  label: string;
  /** Its words. */
  text: string;
};

/** Why a suggestion cannot be accepted by one click. */
export type ByHand = "no" | "made" | "table" | "markup" | "changed";

/** Writes a calendar file. */
export type CalendarRequest = {
  /** Path of the statement file whose dates and plan are written; empty writes the
   * deadlines of calls.
   */
  file: string;
  /** Id of a call whose deadlines are written; empty writes all that lie ahead. */
  call: string;
  /** Minutes before each date at which an alarm sounds. */
  alarms: Array<number>;
  /** The user's zone as an IANA name; empty takes that of the machine. */
  zone: string;
  /** Path of the file to write. */
  out: string;
};

/** One invitation to give input, as written in a file of `templates/calls/`. */
export type Call = {
  /** Stable id, the file's name without its ending. */
  id: string;
  /** Raised by one whenever a rule changes. */
  version: number;
  /** Id of the call it was duplicated from. */
  based_on?: string | null;
  /** Name a person recognises. */
  name: string;
  /** UN body that calls. */
  body: string;
  /** Whether input can still be given. */
  status: CallStatus;
  /** Kind of document that is asked for. */
  kind: StatementKind;
  /** State of the text that is answered, such as `zero draft`. */
  stage?: string | null;
  /** Two or three plain sentences about the call. */
  summary: string;
  /** Who may answer. */
  who?: Stated<string> | null;
  /** Limits of length; none means that none is known. */
  limits: Array<Limit>;
  /** What is counted towards a limit. */
  counting: Counting;
  /** Sections of the statement, in order. */
  sections: Array<Section>;
  /** Whether the order of the sections is fixed by the call. */
  sections_in_order: boolean;
  /** Whether paragraphs carry numbers. */
  numbered_paragraphs?: Stated<Permission> | null;
  /** Whether footnotes may be used. */
  footnotes?: Stated<Permission> | null;
  /** Whether other files may go with the statement. */
  annexes?: Stated<Permission> | null;
  /** Whether a State, a government or a leader may be criticised. */
  criticism_of_states?: Stated<Permission> | null;
  /** Fields of the cover block, in order. */
  header_fields: Array<HeaderField>;
  /** Files and look that are asked for. */
  format: FormatRules;
  /** Languages accepted, as BCP 47 tags. */
  languages?: Stated<Array<string>> | null;
  /** Rules for joint statements. */
  joint: JointRules;
  /** Pattern of the file name with `{organisation}`, `{title}`, `{year}`. */
  file_name?: Stated<string> | null;
  /** Pattern of the mail's subject. */
  mail_subject?: Stated<string> | null;
  /** Every date that closes something, the main one first. */
  deadlines: Array<Deadline>;
  /** Ways in that the secretariat names. */
  channels: Array<ChannelRule>;
  /** What becomes public, and where. */
  publication?: Stated<string> | null;
  /** Topics under which responses are sorted. */
  topics: Array<string>;
  /** How proposed wording is marked. */
  marking: Marking;
  /** Where the rules were read. */
  sources: Array<CallSource>;
};

/** A call on the start screen. */
export type CallCard = {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** UN body. */
  body: string;
  /** Whether input can still be given. */
  status: CallStatus;
  /** Kind of document. */
  kind: StatementKind;
  /** Two or three plain sentences. */
  summary: string;
  /** Word limit for a single statement, when one is stated. */
  limit: number | null;
  /** Whether paragraphs carry numbers, when it is stated. */
  numbered_paragraphs: Permission | null;
  /** Whether footnotes may be used, when it is stated. */
  footnotes: Permission | null;
  /** File formats accepted; empty when not stated. */
  files: Array<string>;
  /** The next date that holds for a single statement, or the last one. */
  deadline: Deadline | null;
  /** Whether the user made it. */
  own: boolean;
  /** Id of the skeleton that is made for its kind; empty for none. */
  skeleton: string;
};

/** Makes a call of one's own from another. */
export type CallCopyRequest = {
  /** Id of the call to begin with; empty begins with nothing. */
  from: string;
  /** Id of the new call; empty makes one. */
  id: string;
  /** Name of the new call; empty makes one. */
  name: string;
};

/** One field in which two versions of a call differ. */
export type CallDifference = {
  /** Path of the field without numbers of entries, such as `limits.max`. */
  field: string;
  /** Which entry of a list it is in, in words; empty outside lists. */
  entry: string;
  /** What stood there; absent when the newer version adds it. */
  before: string | null;
  /** What stands there now; absent when the newer version takes it out. */
  after: string | null;
};

/** A call that is being edited: its text, its fields, its faults. */
export type CallEdit = {
  /** Id under which it is kept. */
  id: string;
  /** Its file. */
  toml: string;
  /** The fields of the file, whether or not they make a sound call; null when the file
   * cannot be read as TOML.
   */
  fields: unknown;
  /** What is wrong with it; empty when nothing is. */
  faults: Array<CallFault>;
  /** Where it is kept; empty while it is not. */
  path: string;
};

/** Writes a call to a file, to give to others. */
export type CallExportRequest = {
  /** Id of the call, own or shipped. */
  id: string;
  /** Path of the file to write. */
  out: string;
};

/** One fault in the file of a call. */
export type CallFault = {
  /** Line of the file, counted from 1. */
  line: number;
  /** Field, as a path such as `limits[1].source`; empty for the whole file. */
  field: string;
  /** What sort of fault it is. */
  kind: CallFaultKind;
  /** One sentence that says what is wrong. */
  problem: string;
  /** One sentence that says what to do. */
  remedy: string;
};

/** Sorts of faults in the file of a call. */
export type CallFaultKind = "syntax" | "unknown" | "missing" | "type" | "choice" | "empty" | "twice" | "reference" | "date" | "form" | "personal";

/** Sets one field of a call that is being edited; nothing is kept by it. */
export type CallFieldRequest = {
  /** Id under which it is kept. */
  id: string;
  /** Its file. */
  toml: string;
  /** Path of the field, such as `limits[0].max`. */
  path: string;
  /** What to put there; null takes the field out. */
  value: unknown;
};

/** Brings a call in from a file. */
export type CallFileRequest = {
  /** Path of the file. */
  path: string;
};

/** Names a call. */
export type CallRequest = {
  /** Id of the call. */
  id: string;
};

/** A page or document in which rules were read. */
export type CallSource = {
  /** Id used by the rules. */
  id: string;
  /** Address. */
  url: string;
  /** What it is. */
  title: string;
};

/** Whether input can still be given. */
export type CallStatus = "open" | "rolling" | "closed" | "historic" | "unknown";

/** A call of one's own, as it is being edited. */
export type CallTextRequest = {
  /** Id under which it is kept. */
  id: string;
  /** Its file. */
  toml: string;
};

/** Cancels long work. */
export type CancelRequest = {
  /** Name of the work. */
  job: string;
};

/** Paragraphs that a response could answer. */
export type Candidate = {
  /** All paragraphs it would answer then. */
  to: Array<Target>;
  /** How the words it answers now become theirs. */
  runs: Array<WordRun>;
  /** What becomes of its proposal. */
  rebase: Rebase;
};

/** How a response came from an earlier revision to its present paragraphs. */
export type Carried = {
  /** What became of the paragraphs it answered: a relation of `revise`, such as `edited`. */
  relation: string;
  /** Code of the reason, as `revise` gives it. */
  reason: string;
  /** The wording it asked for before it was carried. */
  proposal: string;
};

/** What carrying did. */
export type CarriedOver = {
  /** What is left to decide. */
  plan: CarryPlan;
  /** The statement after it. */
  workspace: Workspace;
};

/** What is to be done with a response. */
export type CarryAct = { "kind": "accept" } | { "kind": "choose";
/** Which one. */
candidate: number, } | { "kind": "place";
/** Ids of the blocks. */
blocks: Array<string>, } | { "kind": "aside" } | { "kind": "stay" };

/** What a person decided about one response. */
export type CarryDecision = {
  /** Id of the response. */
  response: string;
  /** What is to be done with it. */
  act: CarryAct;
  /** Its wording from now on; needed where both sides changed the same words. */
  proposal: string | null;
  /** What it asks for from now on, such as `keep` once the text says what was proposed. */
  kind: ResponseKind | null;
  /** Whether a person has looked at it; what was carried with others stays marked. */
  seen: boolean;
};

/** What would become of every response of a statement in a draft. */
export type CarryPlan = {
  /** Id of the draft that the responses are carried to. */
  draft: string;
  /** One row for every response, in the order of the statement. */
  responses: Array<CarryRow>;
  /** Id of the draft whose paragraph numbers one's own text uses; empty when unknown. */
  numbered_by: string;
  /** Numbers of paragraphs in one's own text, and what becomes of them. */
  references: Array<Reference>;
  /** What a person should know about the numbers that cannot follow. */
  findings: Array<Finding>;
  /** How many rows there are of each kind. */
  totals: CarryTotals;
};

/** Carries out what was decided about responses, as one step. */
export type CarryRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft they are carried to. */
  draft: string;
  /** What was decided; the other responses stay where they are. */
  decisions: Array<CarryDecision>;
  /** Whether the numbers of paragraphs in one's own text follow. */
  numbers: boolean;
};

/** What would become of one response. */
export type CarryRow = {
  /** Id of the response. */
  response: string;
  /** What would be done with it. */
  outcome: Outcome;
  /** True when it may be carried together with others, without a decision of its own. */
  sure: boolean;
  /** The weightiest relation among its paragraphs; `same` for the whole text. */
  relation: Relation;
  /** How sure the answer is, from 0 to 1: that of the paragraph that is least sure. */
  confidence: number;
  /** True when the words of its paragraphs differ in style only. */
  style_only: boolean;
  /** Why. */
  why: Why;
  /** Its paragraphs as they are now. */
  from: Array<Target>;
  /** The paragraphs it would answer; for [`Outcome::Choose`] those that are sure. */
  to: Array<Target>;
  /** What it could answer instead; for [`Outcome::Choose`] one of these is to be chosen. */
  candidates: Array<Candidate>;
  /** What became of each of its paragraphs. */
  targets: Array<TargetFate>;
  /** How the words of `from` become those of `to`. */
  runs: Array<WordRun>;
  /** What becomes of its proposal. */
  rebase: Rebase;
};

/** How many responses a plan has of each kind. */
export type CarryTotals = {
  /** All responses of the statement. */
  all: number;
  /** Those that can be carried together, without a decision each. */
  sure: number;
  /** Those that wait for a decision of their own. */
  waiting: number;
  /** Those that stand in the draft, or of which it has been decided that they stay. */
  settled: number;
};

/** How sure a rule is. */
export type Certainty = "official" | "reported" | "inferred";

/** What becomes of recorded changes. */
export type ChangesFate = "open" | "accept" | "reject" | "keep";

/** One way to hand over. */
export type Channel = {
  /** Id, unique on this machine. */
  id: string;
  /** `folder` or `https`. */
  kind: string;
  /** Name a person recognises. */
  name: string;
  /** Folder, or address that takes the documents. */
  address: string;
  /** Whether a secret is kept in the system keyring. */
  has_secret: boolean;
};

/** Saves a channel. */
export type ChannelRequest = {
  /** The channel. */
  channel: Channel;
  /** Secret to keep in the system keyring; empty leaves the kept one. */
  secret: string;
};

/** One way in that the secretariat names. */
export type ChannelRule = {
  /** Kind of way: `mail`, `form`, `portal`, `upload`. */
  kind: string;
  /** Public address, empty when none is stated; never a personal mailbox. */
  address: string;
  /** What to know about it. */
  notes: string;
  /** Id of an entry of [`Call::sources`](super::Call::sources). */
  source: string;
  /** Year for which the rule was read. */
  year: number;
  /** How sure it is. */
  certainty: Certainty;
};

/** The ways to hand over on this machine. */
export type Channels = {
  /** The channels, by name. */
  channels: Array<Channel>;
  /** Whether the secret just given is kept only until Rostrum ends, because the system
   * keyring would not take it.
   */
  secret_for_session: boolean;
};

/** What the checks say. */
export type CheckReport = {
  /** Findings, the gravest first. */
  findings: Array<Finding>;
  /** Number of findings by severity: `error`, `warning`, `info`; and `muted`, when some are. */
  summary: { [key in string]: number };
  /** Findings that were set aside, in the same order; they count as none of the others. */
  muted: Array<MutedFinding>;
};

/** A link that may be opened. */
export type CheckedLink = {
  /** The address as it would be opened. */
  url: string;
};

/** The kinds of failure a face may tell apart; each has its words in `ui/src/errors/codes.ts`. */
export type Code = "file_missing" | "file_refused" | "file_exists" | "disk_full" | "statement_busy" | "not_a_statement" | "statement_newer" | "statement_damaged" | "draft_damaged" | "draft_empty" | "draft_scanned" | "draft_locked" | "draft_kind" | "draft_too_large" | "draft_too_heavy" | "draft_too_slow" | "page_undrawn" | "file_uncleanable" | "picture_refused" | "bibliography_unreadable" | "call_unknown" | "call_faulty" | "not_found" | "name_taken" | "value_refused" | "findings_in_the_way" | "channel_refused" | "channel_unreachable" | "channel_silent" | "channel_nonsense" | "keyring_unavailable" | "link_refused" | "cancelled" | "update_refused" | "internal";

/** A comment with what was said about it. */
export type CommentRow = {
  /** Id. */
  id: string;
  /** Name of the file it came in. */
  from: string;
  /** Whether it is dealt with. */
  decision: Decision;
  /** What was said about it. */
  answers: Array<AnswerRow>;
  /** Who wrote it. */
  author: string;
  /** When. */
  date: string;
  /** Where in the statement. */
  place: Place;
  /** The words it is about. */
  words: string;
  /** What it says. */
  text: string;
};

/** Two drafts side by side. */
export type Comparison = {
  /** Id of the old draft. */
  old_draft: string;
  /** Id of the new draft. */
  new_draft: string;
  /** The sections, in the order of the new draft. */
  sections: Array<SectionComparison>;
  /** Number of rows of each relation, headings and notes left out. */
  totals: { [key in RowRelation]?: number };
};

/** Old and new blocks that belong together. */
export type ComparisonRow = {
  /** What became of the old blocks. */
  relation: RowRelation;
  /** True when the words differ only in case, punctuation, brackets, spelling or numbers of
   * references.
   */
  style_only: boolean;
  /** How sure it is, from 0 to 1. */
  confidence: number;
  /** Why; nothing for a new block. */
  reason: Reason | null;
  /** Blocks of the old draft; none for a new one. */
  old: Array<BlockRef>;
  /** Blocks of the new draft; none for what is gone, the candidates for what is unsure. */
  new: Array<BlockRef>;
  /** How the old words become the new ones; empty for `same`, `gone`, `new` and `unsure`. */
  runs: Array<WordRun>;
  /** Phrases that moved inside the change, by the numbers of the runs. */
  moved: Array<MovedPhrase>;
};

/** Two responses that ask for what cannot both be done. */
export type Conflict = {
  /** Why they cannot both be done. */
  kind: ConflictKind;
  /** Id of the response that stands first in the statement. */
  first: string;
  /** Id of the other. */
  second: string;
  /** Id of the draft they meet in. */
  draft: string;
  /** Id of the block they meet in. */
  block: string;
  /** Label of the block as printed. */
  label: string;
  /** The draft's words that both change; empty unless [`ConflictKind::SameWords`]. */
  words: string;
  /** What the first puts in their place; empty for taking them out. */
  first_words: string;
  /** What the second puts in their place. */
  second_words: string;
};

/** Why two responses cannot both be followed. */
export type ConflictKind = "opposite" | "same_words";

/** What responses ask for that cannot both be done. */
export type Conflicts = {
  /** The conflicts, in the order of the responses. */
  conflicts: Array<Conflict>;
};

/** Whether an organisation's consent holds for the text as it stands. */
export type ConsentState = "asked" | "holds" | "text_changed";

/** Words of a statement, part by part, under its call's counting rule. */
export type CountReport = {
  /** All words, as a word processor counts the document without its automatic numbers. */
  total: number;
  /** Words that count towards the limit. */
  counted: number;
  /** Words by part: `body`, `footnotes`, `headings`, `tables`, `title`, `signatories`, `cover`. */
  parts: { [key in string]: number };
  /** What does not count, and why. */
  left_out: Array<LeftOut>;
  /** The limit in words, when there is one. */
  limit: number | null;
  /** The counting rule in one English sentence. */
  rule: string;
  /** The parts that count, in the order in which they are told; `numbers` are those that
   * are made automatically.
   */
  counts: Array<string>;
  /** The parts that do not, whether or not something stands in them. */
  counts_not: Array<string>;
  /** Whether the call says what counts; otherwise this is the safe reading. */
  stated: boolean;
  /** Automatic numbers of paragraphs and list items; no part of the total. */
  numbers: number;
  /** Words a minute that the seconds are reckoned with. */
  pace: number;
  /** Words by section of the body, in the order of the call. */
  sections: Array<SectionCount>;
  /** Words that the secretariat's own cover adds, whatever is written. */
  added: number;
  /** Characters that count towards the limit, with spaces. */
  characters: number;
  /** The same without spaces. */
  characters_without_spaces: number;
  /** Seconds that the counted words take when they are read aloud. */
  seconds: number;
  /** Pages of the laid-out document; absent when nobody laid it out. */
  pages: number | null;
  /** Pages that count towards a limit: fewer where the call leaves annexes out. */
  pages_counted: number | null;
  /** Every limit that holds for this statement, and how much of it is used. */
  limits: Array<LimitUse>;
};

/** Whether a part counts. */
export type Counted = "in" | "out";

/** What is counted towards a limit; an absent entry is not stated by the secretariat. */
export type Counting = {
  /** Footnotes and endnotes. */
  footnotes: Stated<Counted> | null;
  /** Headings. */
  headings: Stated<Counted> | null;
  /** Title. */
  title: Stated<Counted> | null;
  /** Cover block. */
  cover: Stated<Counted> | null;
  /** Words that the secretariat's own cover or signage adds, whatever is written. */
  cover_words: Stated<number> | null;
  /** List of signatories. */
  signatories: Stated<Counted> | null;
  /** Tables. */
  tables: Stated<Counted> | null;
  /** Annexes: what stands last under headings called so, for words and pages. */
  annexes: Stated<Counted> | null;
  /** Automatic numbers of paragraphs. */
  numbers: Stated<Counted> | null;
};

/** One date that closes something. */
export type Deadline = {
  /** What closes: `statement`, `joint statement`, `registration`. */
  what: string;
  /** The instant, as RFC 3339 in UTC; the earliest sound reading of the wording. */
  instant: string;
  /** Zone of the secretariat, as an IANA name. */
  zone: string;
  /** The secretariat's own words. */
  wording: string;
  /** Why the instant is an assumption; absent when the wording leaves no doubt. */
  assumed?: string | null;
  /** Status of the organisations for which it holds; absent means any. */
  status?: EcosocStatus | null;
  /** Whether it holds for joint statements only, or for single ones only. */
  joint?: boolean | null;
  /** What the date was before it was moved, the oldest first. */
  history?: Array<EarlierDate>;
  /** Id of an entry of [`Call::sources`](super::Call::sources). */
  source: string;
  /** Year for which the rule was read. */
  year: number;
  /** How sure it is. */
  certainty: Certainty;
};

/** How pressing a deadline is. */
export type DeadlineState = "ahead" | "week" | "days" | "passed";

/** Asks how a secretariat's words about a deadline are read. */
export type DeadlineWordsRequest = {
  /** The secretariat's words. */
  wording: string;
  /** The secretariat's zone as an IANA name. */
  zone: string;
};

/** Deadlines: those ahead by date, then those that passed, the latest first. */
export type Deadlines = {
  /** The deadlines. */
  deadlines: Array<ToldDeadline>;
};

/** Asks for every known deadline. */
export type DeadlinesRequest = {
  /** The user's zone as an IANA name; empty takes that of the machine. */
  zone: string;
};

/** Decides about things that came back. */
export type DecideRequest = {
  /** Path of the statement file. */
  file: string;
  /** Ids of suggestions and comments. */
  ids: Array<string>;
  /** What is decided: suggestions are accepted or rejected, comments resolved; `open`
   * takes a decision back that changed no words.
   */
  decision: Decision;
};

/** What became of a decision. */
export type Decided = {
  /** Everything that came back so far. */
  review: ReviewView;
  /** The statement after it. */
  workspace: Workspace;
  /** Ids that were decided. */
  done: Array<string>;
  /** Ids whose words have changed since, or that have to be done by hand. */
  left: Array<string>;
};

/** What was decided about something that came back. */
export type Decision = "open" | "accepted" | "rejected" | "resolved";

/** Writes the text as it was delivered. */
export type DeliveredRequest = {
  /** Path of the statement file. */
  file: string;
  /** Numbers of the sentences that were passed over. */
  skipped: Array<number>;
  /** Where and when it was delivered, as it is to print; empty prints nothing. */
  occasion: string;
  /** Path of the file to write; its ending says what: docx, pdf, txt, md or html. */
  out: string;
};

/** The direction in which a text is written. */
export type Direction = "ltr" | "rtl";

/** Says that it is done. */
export type Done = Record<symbol, never>;

/** One place of a draft that the reader was unsure of. */
export type Doubt = {
  /** Id of the block that was read. */
  read: string;
  /** Id of the block that holds its words now; empty when it was left out. */
  block: string;
  /** Why a person should look. */
  reason: DoubtReason;
  /** Whether a person has. */
  looked: boolean;
};

/** Why a person should look at a block. */
export type DoubtReason = "bounds" | "continues" | "heading" | "letters";

/** The negotiated text being answered, read into blocks in document order.
 *
 * Every block keeps its label as printed; what the reader was unsure of has a low
 * [`Block::confidence`] and a finding.
 */
export type Draft = {
  /** Main title as printed, with line breaks folded to spaces. */
  title: string | null;
  /** UN document symbol, such as `A/AC.292/2025/CRP.1`. */
  symbol: string | null;
  /** State of the text as it names itself: `Zero draft`, `Rev.1`, `advance unedited version`. */
  revision: string | null;
  /** Date as printed on the draft. */
  date: string | null;
  /** Language as a BCP 47 tag, when it could be told. */
  language: string | null;
  /** What the bytes were, whatever the file's name said. */
  format: DraftFormat;
  /** Number of pages, where the format has pages. */
  pages: number | null;
  /** Everything that was read, in reading order. */
  blocks: Array<Block>;
  /** What the reader could not read, was unsure of, or took a decision about. */
  findings: Array<Finding>;
};

/** A draft of a statement, without its words. */
export type DraftCard = {
  /** Id of the draft (the SHA-256 of its bytes). */
  id: string;
  /** Name of the file it came from. */
  name: string;
  /** Title as printed. */
  title: string;
  /** Symbol and revision as printed. */
  revision: string;
  /** Number of paragraphs. */
  paragraphs: number;
  /** Number of things the reader was unsure of. */
  unsure: number;
  /** When it was added, as an RFC 3339 instant. */
  added: string;
};

/** One thing a person set right in a draft; part of the co-authored statement.
 *
 * Fixes never change what the reader gave: they are made on it anew each time
 * ([`crate::fixup::apply`]), so taking one back leaves no trace.
 */
export type DraftFix = {
  /** Id, unique across copies of the statement. */
  id: string;
  /** Id of the draft (the SHA-256 of its bytes). */
  draft: string;
  /** Mark of the words the person saw ([`crate::fixup::seen`]): a fix is never made to
   * other words. Empty trusts the id of the block alone.
   */
  seen: string;
  /** What was set right. */
  fix: Fix;
};

/** The format a draft was read from, told from its bytes. */
export type DraftFormat = "pdf" | "docx" | "odt" | "html" | "markdown" | "text";

/** Says which draft another one is a revision of. */
export type DraftPlaceRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft to place. */
  draft: string;
  /** Id of the draft it directly follows; empty makes it the oldest. */
  after: string;
};

/** What can be told of a draft from its words. */
export type DraftReading = {
  /** Language as a BCP 47 tag, when it could be told. */
  language: string | null;
  /** Direction of the draft as a whole. */
  direction: Direction;
  /** Every block, in the order of the draft. */
  blocks: Array<BlockReading>;
  /** The whole draft, and then each heading in order. */
  sections: Array<SectionTally>;
  /** The topics that at least one block has. */
  topics: Array<TopicTally>;
  /** Paragraphs for which no topic was told. */
  without_topic: number;
  /** The terms that stand in the draft, by name. */
  terms: Array<Term>;
  /** Whether terms were looked for: the glossary is in the language of the draft. */
  explained: boolean;
};

/** Names a draft of a statement. */
export type DraftRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft. */
  draft: string;
};

/** A draft of a statement with its words. */
export type DraftView = {
  /** Id of the draft. */
  id: string;
  /** Name of the file it came from. */
  name: string;
  /** What was read. */
  draft: Draft;
};

/** What a date was before the secretariat moved it. */
export type EarlierDate = {
  /** The instant, as RFC 3339 in UTC. */
  instant: string;
  /** The secretariat's own words. */
  wording: string;
  /** Day on which the change was told, such as `2023-03-20`; absent when not known. */
  told?: string | null;
  /** Id of an entry of [`Call::sources`](super::Call::sources). */
  source: string;
  /** Year for which it was read. */
  year: number;
  /** How sure it is. */
  certainty: Certainty;
};

/** Consultative status with ECOSOC. */
export type EcosocStatus = "general" | "special" | "roster" | "none";

/** One change of text that would mend a finding. */
export type Edit = {
  /** First character to replace, in UTF-16 units of the part's text. */
  start: number;
  /** Character after the last to replace. */
  end: number;
  /** What stands there instead. */
  text: string;
};

/** Records that an organisation consents to a version. */
export type EndorseRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the signatory. */
  signatory: string;
  /** Name of the version. */
  version: string;
  /** Who consented; kept in this file only, never shared or exported. */
  contact: string;
};

/** One organisation's recorded consent to one version. */
export type Endorsement = {
  /** Id of the signatory. */
  signatory: string;
  /** Name of the version. */
  version: string;
  /** SHA-256 of the version's text: this, not the name, is what was consented to. */
  sha256: string;
  /** When the consent was recorded, as an RFC 3339 instant. */
  at: string;
};

/** One paragraph of the later text, with the words that matter marked. */
export type Evidence = {
  /** Id of the block in the later text. */
  block: string;
  /** Label as printed; empty when it has none. */
  label: string;
  /** The heading it stands under; empty when there is none. */
  heading: string;
  /** Its words. */
  text: string;
  /** The same words in runs; together they are the text. */
  runs: Array<EvidenceRun>;
  /** False when it is only a likely place: a candidate, or another part of the text. */
  sure: boolean;
};

/** What words of the later text are to a proposal. */
export type EvidenceMark = "plain" | "found" | "stayed" | "changed";

/** Some words of the later text. */
export type EvidenceRun = {
  /** The words with their spaces. */
  text: string;
  /** What they are. */
  mark: EvidenceMark;
};

/** Writes several formats into one folder. */
export type ExportAllRequest = {
  /** Path of the statement file. */
  file: string;
  /** The formats; `allowed` stands for all that the call takes, `all` for every one. */
  formats: Array<string>;
  /** `prose`, `table` or `tracked`; empty takes `prose`. */
  layout: string;
  /** Folder to write to; made when it is not there. */
  folder: string;
  /** How texts for forms and spreadsheets are written. */
  style: ExportStyle;
  /** Name under which progress is told and the work can be cancelled. */
  job: string;
};

/** A format that could not be written. */
export type ExportFailure = {
  /** The format. */
  format: string;
  /** Why, and what to do. */
  failure: Failure;
};

/** What an export would write. */
export type ExportPlan = {
  /** Whether the call states which files it takes. */
  stated: boolean;
  /** Every format, those that the call takes first. */
  files: Array<PlannedExport>;
  /** What should be known about the text in every format. */
  findings: Array<Finding>;
  /** Folder in which the statement lies. */
  beside: string;
};

/** Asks what an export would write. */
export type ExportPlanRequest = {
  /** Path of the statement file. */
  file: string;
  /** `prose`, `table` or `tracked`; empty takes `prose`. */
  layout: string;
  /** Folder to write to; empty asks nothing about files that are there. */
  folder: string;
};

/** Writes a rendered document. */
export type ExportRequest = {
  /** Path of the statement file. */
  file: string;
  /** `docx`, `pdf`, `html`, `md`, `txt`, `form` (plain text by question), `csv`, `xlsx` or
   * `json`.
   */
  format: string;
  /** `prose`, `table`, or `tracked` (the newest draft with our proposals as changes: of
   * Word's own in `docx`, marked in `pdf`, `html`, `md` and `txt`); empty takes `prose`.
   */
  layout: string;
  /** Path to write; an existing file is replaced only after the new one is whole. */
  out: string;
};

/** How documents, texts for forms and spreadsheets are written. */
export type ExportStyle = {
  /** `hyphens` or `kept`: what becomes of dashes in a text for a form; empty takes
   * `hyphens`.
   */
  dashes: string;
  /** `end` or `brackets`: where notes stand in a text for a form; empty takes `end`. */
  notes: string;
  /** `needed`, `always` or `never`: whether a CSV begins with the mark of UTF-8; empty
   * takes `needed`, which is where Excel needs it.
   */
  bom: string;
  /** `foot` or `end`: where the notes of a document stand; empty takes what the call says. */
  footnotes: string;
  /** `with` or `without`: whether a table of contents stands before the text; empty takes
   * what the call says, or else has one in a long text.
   */
  contents: string;
};

/** A file that was written. */
export type Exported = {
  /** Its path. */
  file: string;
  /** Its size. */
  bytes: number;
  /** Its SHA-256. */
  sha256: string;
  /** What should be known about it. */
  findings: Array<Finding>;
  /** Number of its pages, where they are fixed: in a PDF. */
  pages: number | null;
  /** Paths of the files beside it that belong to it: pictures of a Markdown file. */
  beside: Array<string>;
};

/** The files that were written. */
export type ExportedAll = {
  /** Folder in which they lie. */
  folder: string;
  /** The files, in the order of the formats. */
  files: Array<ExportedOne>;
  /** Those that could not be written, and why. */
  failures: Array<ExportFailure>;
};

/** One of several files. */
export type ExportedOne = {
  /** Its format. */
  format: string;
  /** Its path. */
  file: string;
  /** Its size. */
  bytes: number;
  /** Its SHA-256. */
  sha256: string;
  /** What should be known about it. */
  findings: Array<Finding>;
  /** Number of its pages, where they are fixed: in a PDF. */
  pages: number | null;
  /** Paths of the files beside it that belong to it: pictures of a Markdown file. */
  beside: Array<string>;
};

/** Why a use case did not succeed, with what a face needs to say it in any language.
 *
 * The window turns `code` and `params` into words and a next step; `attempt` and `detail`
 * are for the command line and the log, never for the screen.
 */
export type Failure = {
  /** What kind of failure it is. */
  code: Code;
  /** What was attempted, in English: `open the statement "a.rostrum"`. */
  attempt: string;
  /** What went wrong, in English. */
  detail: string;
  /** Values for the words on the screen: `file`, `limit`, `name`, … */
  params: { [key in string]: string };
};

/** What becomes of something that a person has to decide about. */
export type Fate = "open" | "remove" | "keep";

/** Which text of the statement an edit changes. */
export type Field = { "field": "body" } | { "field": "head", "of": string } | { "field": "proposal", "of": string } | { "field": "rationale", "of": string };

/** One edit of a text, found again by the words around it. */
export type FieldEdit = {
  /** The text it changes. */
  field: Field;
  /** What is replaced, as it stands in the text (Markdown in the body). */
  before: string;
  /** What stands there instead. */
  after: string;
  /** What stood before it. */
  left: string;
  /** What stood after it. */
  right: string;
  /** Where it stood, in bytes. */
  at: number;
  /** How many others put something in at the same place before it. */
  late: number;
};

/** How it stands with the limit of a field. */
export type FieldState = "free" | "fits" | "near" | "over";

/** Names an open statement file by the path under which it was opened. */
export type FileRequest = {
  /** Path of the statement file. */
  file: string;
};

/** Asks where words stand in the drafts of a statement. */
export type FindRequest = {
  /** Path of the statement file. */
  file: string;
  /** The words; all must stand in a paragraph, those in quotation marks one after the other. */
  words: string;
  /** Whether only whole words count. */
  whole: boolean;
};

/** One thing a person should know, with where it is and what to do.
 *
 * `code` and `name` are stable; `message` and `hint` are the English words made from
 * `variant` and `params`, so that the window can say the same in another language.
 */
export type Finding = {
  /** Stable code, such as `R201`. */
  code: string;
  /** Readable name of the fault, such as `over-word-limit`. */
  name: string;
  /** How much it matters. */
  severity: Severity;
  /** Which of the rule's sentences applies. */
  variant: string;
  /** Values for the sentence. */
  params: { [key in string]: string };
  /** One English sentence that says what is wrong, with numbers. */
  message: string;
  /** One English sentence that says what to do. */
  hint: string;
  /** Where it is. */
  place: Place;
  /** Changes that would mend it; empty when only a person can. */
  edits: Array<Edit>;
};

/** A way of setting a block right. None of them brings in words that are not printed. */
export type Fix = { "act": "split";
/** Id of the block. */
block: string;
/** Byte in its text at which the second begins. */
offset: number, } | { "act": "merge";
/** Id of the block. */
block: string, } | { "act": "kind";
/** Id of the block. */
block: string;
/** What it is. */
kind: BlockKind;
/** Level of a heading (from 1) or depth of a sub-paragraph (from 0). */
level: number, } | { "act": "label";
/** Id of the block. */
block: string;
/** The label as printed; nothing when what was taken for one belongs to the words. */
label: string | null, } | { "act": "drop";
/** Id of the block. */
block: string, } | { "act": "restore";
/** Id of the block. */
block: string, } | { "act": "footnote";
/** Id of the block. */
block: string;
/** Id of the block in which its mark stands; empty when that is not known. */
to: string;
/** The mark as printed. */
mark: string, } | { "act": "settle";
/** Id of the block. */
block: string, };

/** Sets something right in a draft. */
export type FixRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft. */
  draft: string;
  /** What is set right. */
  fix: Fix;
};

/** A draft with all that is to be set right in it, and what was. */
export type FixUp = {
  /** The draft as it stands. */
  view: DraftView;
  /** The places the reader was unsure of, in the order of the draft. */
  doubts: Array<Doubt>;
  /** Blocks that were left out. */
  dropped: Array<Block>;
  /** What was set right, in the order of its making. */
  fixes: Array<DraftFix>;
};

/** A note tied to the block in which its mark stands. */
export type Footnote = {
  /** Mark as printed, such as `12` or `*`. */
  mark: string;
  /** Words of the note; empty when the note itself was not found. */
  text: string;
  /** Byte offset in [`Block::text`] after which the mark stood. */
  offset: number;
};

/** One field of a form. */
export type FormField = {
  /** Id of the section or header field; empty for a section that the call does not know. */
  id: string;
  /** `title`, `header`, `section` or `signatories`. */
  kind: string;
  /** The question: heading of the section or label of the field. */
  question: string;
  /** What goes into the field. */
  text: string;
  /** Its words, notes and numbers included. */
  words: number;
  /** Its characters as a browser counts them: with spaces, a line break as one, in UTF-16
   * units.
   */
  characters: number;
  /** The limit that is nearest to being full, when the call has one for this field. */
  limit: number | null;
  /** What that limit counts. */
  unit: LimitUnit | null;
  /** By how much it is exceeded, in its unit. */
  over: number;
  /** How it stands with the limit. */
  state: FieldState;
};

/** Asks for the texts of a form in a browser. */
export type FormRequest = {
  /** Path of the statement file. */
  file: string;
  /** Name of a version; empty takes the present text. */
  version: string;
  /** How they are written. */
  style: ExportStyle;
};

/** Files and look that are asked for. */
export type FormatRules = {
  /** File formats accepted, by their endings. */
  files: Stated<Array<string>> | null;
  /** Name of the font. */
  font: Stated<string> | null;
  /** Size of the body in points. */
  size_pt: Stated<number> | null;
  /** Distance between lines, in per cent of single spacing. */
  line_spacing: Stated<number> | null;
  /** Paper of the pages. */
  paper: Stated<Paper> | null;
  /** Margins on all sides in millimetres. */
  margin_mm: Stated<number> | null;
  /** Whether lines are justified. */
  justified: Stated<boolean> | null;
  /** Whether bold, italics and underline may be used in the text. */
  emphasis: Stated<Permission> | null;
  /** Whether pages carry numbers. */
  page_numbers: Stated<Permission> | null;
  /** Whether notes stand at the foot of each page or at the end. */
  notes: Stated<NotesPlace> | null;
  /** Whether a table of contents stands before the text. */
  contents: Stated<Permission> | null;
  /** Columns of a table of comments, in order, each as `key: Name`; keys are `paragraph`,
   * `heading`, `kind`, `draft_text`, `proposal`, `rationale`, `priority`, `topic`, `sources`,
   * `norms` and `tags`.
   */
  comment_columns: Stated<Array<string>> | null;
  /** Whether acronyms must be few and spelled out. */
  acronyms_restricted: Stated<boolean> | null;
};

/** A draft in which words stand. */
export type FoundDraft = {
  /** Id of the draft. */
  draft: string;
  /** Name of the file it came from. */
  name: string;
  /** Symbol and revision as printed. */
  revision: string;
  /** Number of texts they stand in. */
  total: number;
  /** The first of them, in the order of the draft; at most 200. */
  hits: Array<FoundText>;
};

/** Where words stand in the drafts of a statement. */
export type FoundInDrafts = {
  /** Number of texts they stand in: paragraphs, headings and notes. */
  total: number;
  /** The drafts in which they stand, the newest first. */
  drafts: Array<FoundDraft>;
};

/** A text of a draft in which words stand. */
export type FoundText = {
  /** Id of the block. */
  block: string;
  /** How a person names it, such as `11 (a)`; empty without a label. */
  label: string;
  /** The innermost heading above it. */
  heading: string;
  /** Mark of the note it stands in; none in the text itself. */
  note: string | null;
  /** The words around the first place. */
  snippet: string;
  /** The places in the snippet, in bytes. */
  places: Array<Span>;
};

/** Freezes a version. */
export type FreezeRequest = {
  /** Path of the statement file. */
  file: string;
  /** Name of the version, unique in the statement. */
  name: string;
};

/** What stands out about who is named where something is asked for. */
export type Gap = "nobody" | "only_unnamed" | "without_civil_society" | "none";

/** What handing over would do. */
export type HandOverPlan = {
  /** The version. */
  version: Version;
  /** The channel. */
  channel: Channel;
  /** Files that would leave the machine. */
  documents: Array<PlannedFile>;
  /** What was taken out of them, in plain words' keys: `author`, `paths`, `revision_ids`, `comments`. */
  cleaned: Array<string>;
  /** What stands in the way or should be known. */
  findings: Array<Finding>;
  /** A receipt for the same version on the same channel, when there is one already. */
  earlier: Receipt | null;
};

/** Asks what handing over would do, or does it. */
export type HandOverRequest = {
  /** Path of the statement file. */
  file: string;
  /** Name of the version. */
  version: string;
  /** Id of the channel. */
  channel: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** One field of the cover block. */
export type HeaderField = {
  /** Stable id: `organisation`, `title`, `agenda_item`, `session`, `status`, … */
  id: string;
  /** Label as it prints. */
  label: string;
  /** Whether the statement is incomplete without it. */
  required: boolean;
  /** Id of an entry of [`Call::sources`](super::Call::sources) that says so; absent when the
   * secretariat was not read to ask for it.
   */
  source?: string | null;
  /** Year for which that was read. */
  year?: number | null;
  /** How sure it is that it is asked for; a requirement that is not official is told as a
   * warning. Absent, it is the profile's own and as strict as an official one.
   */
  certainty?: Certainty | null;
};

/** Sets one field of the statement's head. */
export type HeaderRequest = {
  /** Path of the statement file. */
  file: string;
  /** `title`, `organisation`, `language`, or the id of a header field of the call. */
  field: string;
  /** The value; empty clears it. */
  value: string;
};

/** Takes in sources from a bibliography. */
export type ImportSourcesRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of a BibTeX or CSL-JSON file. */
  path: string;
};

/** Sources that were taken in. */
export type ImportedSources = {
  /** Keys of the sources added. */
  added: Array<string>;
  /** What could not be read. */
  findings: Array<Finding>;
  /** The statement after it. */
  workspace: Workspace;
};

/** Names something inside a statement by its id or key. */
export type ItemRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id or key. */
  id: string;
};

/** Rules for joint statements. */
export type JointRules = {
  /** Whether joint statements are taken. */
  allowed: Stated<boolean> | null;
  /** How many times the limits of one organisation a joint statement may have, where no
   * limit for joint statements is stated.
   */
  factor: Stated<number> | null;
  /** Where the signatories stand. */
  place: Stated<SignatoryPlace> | null;
  /** In what order they stand. */
  order: Stated<SignatoryOrder> | null;
  /** Whether every signatory needs ECOSOC status. */
  all_need_status: Stated<boolean> | null;
  /** Whether signing one joint statement excludes any other statement. */
  exclusive: Stated<boolean> | null;
};

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/** A part that does not count. */
export type LeftOut = {
  /** Name of the part. */
  part: string;
  /** Its words. */
  words: number;
  /** Why it does not count. */
  why: string;
  /** The same reason as a word that does not change. */
  reason: LeftOutReason;
};

/** Why a part does not count. */
export type LeftOutReason = "stated" | "not_stated" | "replaced" | "automatic";

/** One limit of length. */
export type Limit = {
  /** What is counted. */
  unit: LimitUnit;
  /** The most that is allowed. */
  max: number;
  /** Which part of the document it holds for. */
  applies_to: LimitScope;
  /** Id of the section, when it holds for one section only. */
  section?: string | null;
  /** Status of the organisation for which it holds; absent means any. */
  status?: EcosocStatus | null;
  /** Whether it holds for joint statements only, or for single ones only. */
  joint?: boolean | null;
  /** Id of an entry of [`Call::sources`](super::Call::sources). */
  source: string;
  /** Year for which the rule was read. */
  year: number;
  /** How sure it is. */
  certainty: Certainty;
};

/** The part of a document a limit holds for. */
export type LimitScope = "whole" | "section" | "question" | "title";

/** Unit of a limit. */
export type LimitUnit = "words" | "characters" | "pages" | "minutes";

/** One limit that holds, and how much of it is used. */
export type LimitUse = {
  /** What is counted. */
  unit: LimitUnit;
  /** The part of the document it holds for. */
  applies_to: LimitScope;
  /** Id of the section, when it holds for one. */
  section: string | null;
  /** The most that is allowed. */
  max: number;
  /** What is used of it; absent for pages until the document is laid out. */
  used: number | null;
};

/** Asks whether a link may be opened. */
export type LinkRequest = {
  /** Address. */
  url: string;
};

/** A paragraph that reads much like another. */
export type LookAlikeRow = {
  /** The paragraph as a target. */
  target: Target;
  /** Share of words in common and in the same order, 0 to 1. */
  likeness: number;
  /** How the one paragraph becomes the other. */
  marks: Array<WordRun>;
  /** The proposal in this paragraph's words; none where it does not fit exactly, and a
   * person has to word it.
   */
  proposal: string | null;
};

/** Paragraphs that read much like another. */
export type LookAlikes = {
  /** The most alike first. */
  found: Array<LookAlikeRow>;
};

/** Asks where else in the draft the answer to a paragraph may hold. */
export type LookAlikesRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft. */
  draft: string;
  /** Id of the block. */
  block: string;
  /** The wording that is proposed for it; empty for none. */
  proposal: string;
};

/** How proposed wording is marked in a rendered document. */
export type Marking = "bold_underline" | "brackets";

/** Mends everything that one rule, or every rule, found and can mend. */
export type MendAllRequest = {
  /** Path of the statement file. */
  file: string;
  /** Code of the rule; empty for every rule. */
  rule: string;
};

/** Applies the edits of a finding. */
export type MendRequest = {
  /** Path of the statement file. */
  file: string;
  /** The finding, as it was reported. */
  finding: Finding;
};

/** Somebody beside States who is named, and in which words. */
export type Mention = {
  /** Who it is. */
  who: Stakeholder;
  /** The words, as printed. */
  words: string;
};

/** A stretch of the three texts. */
export type MergePart = {
  /** Who changed it. */
  side: MergeSide;
  /** Its words in the old text. */
  old: string;
  /** Its words in the proposal. */
  ours: string;
  /** Its words in the new text. */
  theirs: string;
};

/** What merging a copy brought. */
export type MergeReport = {
  /** Changes that only this file had. */
  edits_from_a: number;
  /** Changes that only the copy had. */
  edits_from_b: number;
  /** SHA-256 of the merged text. */
  sha256: string;
  /** The statement after it. */
  workspace: Workspace;
};

/** Takes in what a partner changed in a copy. */
export type MergeRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of the copy. */
  other: string;
};

/** Who changed a stretch. */
export type MergeSide = "same" | "ours" | "theirs" | "both" | "conflict";

/** A phrase that was taken out in one run and put in in another. */
export type MovedPhrase = {
  /** Number of the run it was taken out of. */
  from: number;
  /** Bytes inside that run: start and end. */
  from_bytes: [number, number];
  /** Number of the run it was put into. */
  to: number;
  /** Bytes inside that run: start and end. */
  to_bytes: [number, number];
};

/** One thing that was set aside, with the reason; part of the co-authored statement. */
export type Mute = {
  /** Id, unique across copies of the statement. */
  id: string;
  /** Code of the rule. */
  rule: string;
  /** How much of what the rule finds is set aside. */
  scope: MuteScope;
  /** Where: heading of the section, or id of the response; empty for the other scopes. */
  at: string;
  /** Mark of the words it was about: of the sentence for one finding, of the paragraph for
   * a paragraph. Once they are others, the mute holds for nothing.
   */
  mark: string;
  /** The words it was about, for the list of what is set aside; at most a line. */
  said: string;
  /** Why, in the words of whoever set it aside. */
  reason: string;
};

/** Sets a finding aside, with others like it when the scope is wider. */
export type MuteRequest = {
  /** Path of the statement file. */
  file: string;
  /** The finding, as it was reported. */
  finding: Finding;
  /** How much of what its rule finds is set aside. */
  scope: MuteScope;
  /** Why; a reason is asked for, so that partners can follow it. */
  reason: string;
};

/** How much of what a rule finds is set aside. */
export type MuteScope = "finding" | "paragraph" | "section" | "rule";

/** A finding that was set aside. */
export type MutedFinding = {
  /** What was found. */
  finding: Finding;
  /** Id of the mute that sets it aside. */
  mute: string;
  /** Why it is set aside. */
  reason: string;
};

/** Starts a statement. */
export type NewStatementRequest = {
  /** Path of the statement file to make; refused when it exists. */
  file: string;
  /** Id of the call. */
  call: string;
  /** Title as it prints; empty takes the call's name. */
  title: string;
  /** Organisation as it prints. */
  organisation: string;
  /** Id of the skeleton whose sections stand in place of the call's; empty for none. */
  skeleton: string;
};

/** Why a response has nothing to look for. */
export type NoWording = "remark" | "private" | "set_aside" | "empty" | "no_paragraph" | "same_text";

/** One of the voluntary, non-binding norms of responsible State behaviour. */
export type Norm = {
  /** Its letter, `a` to `k`, as in A/70/174, paragraph 13. */
  letter: string;
  /** A few words for a list. */
  name: string;
  /** What it asks, in our own words. */
  says: string;
};

/** The norms with where they stand. */
export type Norms = {
  /** The document that has them, with the paragraph. */
  source: string;
  /** The resolution that called on States to be guided by them. */
  endorsed: string;
  /** The norms, by letter. */
  norm: Array<Norm>;
};

/** One point. */
export type NotePoint = {
  /** Line of the notes, counted from 1. */
  line: number;
  /** What was said, without names that are not to stand. */
  text: string;
  /** Name of the speaker who agreed to be named; empty otherwise. */
  speaker: string;
};

/** Somebody who spoke. */
export type NoteSpeaker = {
  /** Name as it stands in the notes. */
  name: string;
  /** Organisation beside the name; empty when none is. */
  organisation: string;
  /** Lines that are theirs. */
  lines: number;
  /** Whether they agreed to be named. */
  agreed: boolean;
};

/** A topic with its points. */
export type NoteTopic = {
  /** Id of the topic; empty for points of no topic. */
  topic: string;
  /** Its name in English. */
  name: string;
  /** Points, in the order of the notes. */
  points: Array<NotePoint>;
};

/** Where the notes of a document stand. */
export type NotesPlace = "foot" | "end";

/** Asks for notes to be sorted; nothing is kept. */
export type NotesRequest = {
  /** The notes, as they were typed. */
  notes: string;
  /** Names, as they were found, of those who agreed to be named. */
  agreed: Array<string>;
};

/** Asks for nothing in particular. */
export type Nothing = Record<symbol, never>;

/** A paragraph that recommends something or calls for it. */
export type Opening = {
  /** Id of its block. */
  block: string;
  /** Its label as printed; empty for none. */
  label: string;
  /** The words of the heading above it; empty for none. */
  heading: string;
  /** The sentence that recommends or calls, as printed. */
  sentence: string;
  /** What kind of request it is. */
  ask: Ask;
  /** The words that tell it, as printed. */
  told_by: string;
  /** Who beside States is named in the paragraph, each once. */
  mentions: Array<Mention>;
  /** What stands out about who is named. */
  gap: Gap;
};

/** What a draft recommends and calls for. */
export type Openings = {
  /** Whether the draft is in a language whose words are known; else nothing is listed. */
  language_known: boolean;
  /** The paragraphs, in the order of the draft. */
  openings: Array<Opening>;
};

/** Asks for the original of a draft. */
export type OriginalRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft. */
  draft: string;
  /** Path to write; empty writes a read-only file that goes when Rostrum ends. */
  out: string;
};

/** What would be done with a response, the weightier the later. */
export type Outcome = "already_there" | "carried" | "changed" | "proposed" | "choose" | "aside";

/** A call that the user made. */
export type OwnCall = {
  /** Id. */
  id: string;
  /** Name; the id when the file has none. */
  name: string;
  /** Version. */
  version: number;
  /** Number of faults; a call with faults cannot be begun with. */
  faults: number;
  /** Where it is kept. */
  path: string;
};

/** Calls that the user made. */
export type OwnCallList = {
  /** By name. */
  calls: Array<OwnCall>;
};

/** Keeps an own word, or takes it out. */
export type OwnWordRequest = {
  /** Path of the statement file. */
  file: string;
  /** The word. */
  word: string;
  /** Whether it holds for every statement of this user; else for this one and its partners. */
  everywhere: boolean;
  /** Whether it is kept; else it is taken out. */
  keep: boolean;
};

/** A page of a draft as a picture. */
export type PagePicture = {
  /** Number of the page, counted from 1. */
  page: number;
  /** Number of pages of the draft. */
  pages: number;
  /** Width of the page in points, in the frame of the regions of blocks. */
  width: number;
  /** Height of the page in points. */
  height: number;
  /** Width of the picture in pixels. */
  pixel_width: number;
  /** Height of the picture in pixels. */
  pixel_height: number;
  /** The picture as PNG, base64. */
  png: string;
};

/** Asks for a page of a draft as a picture. */
export type PageRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft. */
  draft: string;
  /** Number of the page, counted from 1. */
  page: number;
  /** Pixels a point, from 0.1 to 4; 2 is sharp on most screens. */
  scale: number;
  /** Password of the draft; empty for none, or for the one given when it was added. */
  password: string;
};

/** Paper of the pages. */
export type Paper = "a4" | "letter";

/** Whether something is asked for. */
export type Permission = "required" | "allowed" | "avoid" | "forbidden";

/** A formula that States have agreed to before, or that the user keeps for another time. */
export type Phrase = {
  /** Id, unique in the bank. */
  id: string;
  /** The words, exactly as they stand in the document. */
  text: string;
  /** Symbol of the document, or its name where it has none. */
  document: string;
  /** Paragraph, article or part of the document. */
  paragraph: string;
  /** Topic under which it is found. */
  topic: string;
  /** Whether the user put it in the bank, rather than Rostrum. */
  own: boolean;
};

/** Names something by its id. */
export type PhraseName = {
  /** Id of the phrase. */
  id: string;
};

/** Puts a phrase into the user's own bank; an empty id makes a new one. */
export type PhraseRequest = {
  /** The phrase. */
  phrase: Phrase;
};

/** Agreed language: the user's own first. */
export type Phrases = {
  /** The phrases. */
  phrases: Array<Phrase>;
};

/** Looks for agreed language. */
export type PhrasesRequest = {
  /** Beginnings of words; empty lists everything. */
  words: string;
};

/** A picture of a statement, without its bytes.
 *
 * The body shows it where it says `![what it shows](name "caption")`. Its bytes lie in the
 * statement's file under their hash; what cameras and programs wrote into them is gone.
 */
export type Picture = {
  /** Id, unique across copies of the statement. */
  id: string;
  /** Name the body knows it by, such as `reports-by-region.png`: unique in the statement,
   * of letters, digits, `-`, `_` and `.` only.
   */
  name: string;
  /** What kind of file it is. */
  kind: PictureKind;
  /** Width in pixels, as it is seen. */
  width: number;
  /** Height in pixels, as it is seen. */
  height: number;
  /** Size in bytes, as it is kept. */
  bytes: number;
  /** SHA-256 of the bytes as they are kept. */
  sha256: string;
  /** Width in print in per cent of the width of the text; 0 for its own size, at most the
   * width of the text.
   */
  share: number;
  /** When it was added, as an RFC 3339 instant; pictures are listed in this order. */
  added: string;
};

/** Adds a picture to a statement. */
export type PictureAddRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of the picture, a PNG or JPEG; with `bytes`, only a name for it. */
  path: string;
  /** A picture that lies in no file, such as one from the clipboard, as base64; empty to
   * read the file.
   */
  bytes: string;
  /** Name by which the body should know it; empty for one like that of the file. */
  name: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** What stands under it; empty for nothing. */
  caption: string;
  /** Where the body shows it. */
  place: PicturePlace;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** A picture that was added, or got other bytes. */
export type PictureAdded = {
  /** The picture. */
  picture: PictureRow;
  /** What was done to it. */
  done: PictureDone;
  /** What shows it in the body, ready to be put there: `![what it shows](name "caption")`. */
  markdown: string;
  /** Whether it was in the statement already. */
  known: boolean;
};

/** Asks for the bytes of a picture. */
export type PictureBytesRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the picture. */
  id: string;
  /** Most pixels of its longer side; 0 for the picture as it is kept. */
  longest: number;
};

/** The bytes of a picture. */
export type PictureData = {
  /** What kind of file it is. */
  kind: PictureKind;
  /** Media type: `image/png` or `image/jpeg`. */
  media_type: string;
  /** Width in pixels. */
  width: number;
  /** Height in pixels. */
  height: number;
  /** The bytes, as base64. */
  bytes: string;
};

/** What was done to a picture before it was kept. */
export type PictureDone = {
  /** What was taken out of the file: place, camera, author, comments, … */
  removed: Array<ScrubItem>;
  /** Whether it was turned the right way up. */
  turned: boolean;
  /** Width in pixels before it was made smaller; 0 when it was not. */
  before_width: number;
  /** Height in pixels before it was made smaller; 0 when it was not. */
  before_height: number;
  /** Whether it moved, and only its first state was taken. */
  still: boolean;
  /** Whether it had the colours of print and got those of screens. */
  colours: boolean;
};

/** What kind of file a picture is. */
export type PictureKind = "png" | "jpeg";

/** A place of the body that shows a picture. */
export type PictureMention = {
  /** First character, in UTF-16 units of the body. */
  start: number;
  /** Character after the last. */
  end: number;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  /** What stands under it. */
  caption: string;
};

/** Where the body shows a picture that is added. */
export type PicturePlace = { "put": "nowhere" } | { "put": "end" } | { "put": "under";
/** The heading, of any level, or the words it begins with. */
heading: string, } | { "put": "after";
/** The words it begins with, or words that only it holds. */
words: string, };

/** Takes a picture out of a statement. */
export type PictureRemoveRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the picture. */
  id: string;
  /** Whether the places of the body that show it go as well. */
  mentions: boolean;
};

/** Puts another picture in place of one; the body shows it where it showed the first. */
export type PictureReplaceRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the picture. */
  id: string;
  /** Path of the other picture. */
  path: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** A picture, and where the body shows it. */
export type PictureRow = {
  /** Whether its bytes are in this copy of the statement. */
  state: PictureState;
  /** Where the body shows it, in order; empty when it is nowhere shown. */
  shown: Array<PictureMention>;
  /** Id, unique across copies of the statement. */
  id: string;
  /** Name the body knows it by, such as `reports-by-region.png`: unique in the statement,
   * of letters, digits, `-`, `_` and `.` only.
   */
  name: string;
  /** What kind of file it is. */
  kind: PictureKind;
  /** Width in pixels, as it is seen. */
  width: number;
  /** Height in pixels, as it is seen. */
  height: number;
  /** Size in bytes, as it is kept. */
  bytes: number;
  /** SHA-256 of the bytes as they are kept. */
  sha256: string;
  /** Width in print in per cent of the width of the text; 0 for its own size, at most the
   * width of the text.
   */
  share: number;
  /** When it was added, as an RFC 3339 instant; pictures are listed in this order. */
  added: string;
};

/** Changes name or width of a picture, or the words of one place that shows it; undo takes
 * all of it back at once.
 */
export type PictureSetRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the picture. */
  id: string;
  /** Another name, which the body follows; nothing leaves it. */
  name: string | null;
  /** Width in per cent of the width of the text, 0 for its own; nothing leaves it. */
  share: number | null;
  /** Other words of one place that shows it; nothing leaves them. */
  words: PictureWords | null;
};

/** Whether the bytes of a picture are in a copy of the statement. */
export type PictureState = "here" | "absent" | "damaged";

/** Words of one place that shows a picture. */
export type PictureWords = {
  /** Where the place begins, in UTF-16 units of the body. */
  start: number;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  /** What stands under it; empty for nothing. */
  caption: string;
};

/** The pictures of a statement. */
export type Pictures = {
  /** In the order in which they were added. */
  pictures: Array<PictureRow>;
};

/** Where a finding is. */
export type Place = {
  /** Which part of the work: `body`, `response` (its rationale), `proposal` (the wording a
   * response proposes), `draft`, `source`, `signatory`, `header`, `call`.
   */
  part: string;
  /** Section of the body, by its heading. */
  section: string | null;
  /** Id of the response, source or signatory, or the label of the paragraph of a draft. */
  paragraph: string | null;
  /** First character in the part's text, counted in UTF-16 units. */
  start: number | null;
  /** Character after the last, counted in UTF-16 units. */
  end: number | null;
};

/** One section of the statement, and what of the file stands in it. */
export type PlacedSection = {
  /** Its heading in the statement. */
  name: string;
  /** The heading it had in the file; empty for none. */
  heading: string;
  /** How the two were brought together. */
  how: BegunHow;
  /** Words that stand in it. */
  words: number;
  /** Its first words. */
  opening: string;
};

/** A plan back from a deadline. */
export type Plan = {
  /** What closes. */
  what: string;
  /** The instant it closes, as RFC 3339 in UTC. */
  instant: string;
  /** Zone in which its days are counted: the secretariat's. */
  zone: string;
  /** Day of the deadline in that zone, as `2026-12-04`. */
  day: string;
  /** Today in that zone. */
  today: string;
  /** Working days from today to before the day of the deadline. */
  days_left: number;
  /** Working days the longest step asks for. */
  days_wanted: number;
  /** Steps by day, those that are off last. */
  steps: Array<PlanStep>;
  /** Free days of the week, as `sat,sun`. */
  weekend: string;
  /** Free days beside them, as `2026-11-26, 2026-11-27`. */
  holidays: string;
};

/** One thing of the plan. */
export type PlanEntry = {
  /** Name of a step, or `weekend`, `holidays`, `towards`, `STEP.done`, `STEP.name`. */
  name: string;
  /** Working days before the deadline, a day, `off`; empty takes what Rostrum proposes. */
  value: string;
};

/** Asks for the plan of a statement. */
export type PlanRequest = {
  /** Path of the statement file. */
  file: string;
  /** The user's zone as an IANA name; empty takes that of the machine. */
  zone: string;
};

/** Sets things of the plan, as one act. */
export type PlanSetRequest = {
  /** Path of the statement file. */
  file: string;
  /** The user's zone as an IANA name; empty takes that of the machine. */
  zone: string;
  /** What to set. */
  entries: Array<PlanEntry>;
  /** Whether the open steps are moved so that they fit into the days left. */
  fit: boolean;
};

/** One step of a plan. */
export type PlanStep = {
  /** Id: `draft`, `comments`, `freeze`, `sign_on`, `render`, `send`, or one of one's own. */
  id: string;
  /** Name of a step of one's own; empty for the others, which a face names. */
  name: string;
  /** Working days before the day of the deadline; absent when a day was set. */
  days_before: number | null;
  /** The day, as `2026-11-25`. */
  day: string;
  /** How it stands. */
  state: StepState;
  /** Whether it differs from what Rostrum proposes. */
  changed: boolean;
};

/** The deadlines of a statement and the plan back from one of them. */
export type PlanView = {
  /** Every date of the call, in its order. */
  deadlines: Array<ToldDeadline>;
  /** The plan; absent when the call has no date. */
  plan: Plan | null;
  /** Whether too few working days are left for what is not done. */
  tight: boolean;
};

/** One file that would be written. */
export type PlannedExport = {
  /** Its format. */
  format: string;
  /** Whether the call takes it. */
  allowed: boolean;
  /** Whether it can hold the layout; the others are written as prose. */
  has_layout: boolean;
  /** Its name, by the call's pattern. */
  name: string;
  /** Whether a file of this name is there, which would be replaced. */
  exists: boolean;
  /** Folder written beside it, for pictures that it cannot hold itself; empty for none. */
  folder: string;
  /** What should be known about this format. */
  findings: Array<Finding>;
};

/** A file that would leave the machine. */
export type PlannedFile = {
  /** Name. */
  name: string;
  /** Size. */
  bytes: number;
  /** SHA-256. */
  sha256: string;
};

/** The pages of a statement. */
export type Preview = {
  /** The pages, in order. */
  pages: Array<PreviewSheet>;
  /** How many of them count under the call: without the annexes where those are out. */
  counted: number;
  /** Where each piece of the text begins, from the first page to the last. */
  places: Array<PreviewPlace>;
  /** What the PDF of these pages would miss. */
  findings: Array<Finding>;
  /** Whether a later request was made meanwhile: nothing else is told then. */
  overtaken: boolean;
};

/** A piece of the text that a page shows. */
export type PreviewOrigin = {
  /** `title`, `header`, `body`, `response`, or `made` for what the call puts in. */
  part: string;
  /** Id of the response. */
  response: string;
  /** Place in the body, counted in UTF-16 units. */
  at: number;
};

/** A page as a picture. */
export type PreviewPage = {
  /** Number of the page, counted from 1. */
  page: number;
  /** The key of the page that is shown. */
  key: string;
  /** The picture as SVG; empty when there is no such page any more. */
  svg: string;
};

/** Asks for one page that has been laid out. */
export type PreviewPageRequest = {
  /** Path of the statement file. */
  file: string;
  /** Number of the page, counted from 1. */
  page: number;
};

/** Where a piece of the text begins on the pages. */
export type PreviewPlace = {
  /** The piece. */
  origin: PreviewOrigin;
  /** Number of the page, counted from 1. */
  page: number;
  /** Points from the upper edge of the page. */
  y: number;
};

/** Asks for the pages of a statement as they would be printed. */
export type PreviewRequest = {
  /** Path of the statement file. */
  file: string;
  /** `prose`, `table`, or `tracked` (the newest draft with our proposals marked as
   * changes); empty takes `prose`.
   */
  layout: string;
  /** Name of a version; empty shows the present text. */
  version: string;
  /** `foot` or `end`: where the notes stand; empty takes what the call says. */
  footnotes: string;
  /** `with` or `without`: whether a table of contents stands before the text; empty takes
   * what the call says, or else has one in a long text.
   */
  contents: string;
};

/** A page that has been laid out. */
export type PreviewSheet = {
  /** Width in points. */
  width: number;
  /** Height in points. */
  height: number;
  /** Changes when anything on the page does. */
  key: string;
};

/** Asks what stands at a place of a page. */
export type PreviewTouchRequest = {
  /** Path of the statement file. */
  file: string;
  /** Number of the page, counted from 1. */
  page: number;
  /** Points from the left edge. */
  x: number;
  /** Points from the upper edge. */
  y: number;
};

/** How much a response matters to the organisation. */
export type Priority = "high" | "medium" | "low";

/** What of one response stands in the later text. */
export type ProposalUptake = {
  /** Id of the response. */
  response: string;
  /** What it asked for. */
  kind: ResponseKind;
  /** Labels of the paragraphs it answered, as printed then; empty strings for none. */
  paragraphs: Array<string>;
  /** The words it was written against. */
  old_text: string;
  /** What it asked for as changes to those words. */
  asked: Array<WordRun>;
  /** What the later text says to it. */
  status: UptakeStatus;
  /** From 0 to 1: of the words asked for, the share that stands there now and did not
   * before; where words were only to go, the share that went; for `keep`, the share that
   * stayed. Absent where nothing could be measured.
   */
  share: number | null;
  /** Why the status is this one. */
  reason: UptakeReason;
  /** The reason as a plain sentence. */
  explanation: string;
  /** The paragraphs of the later text that were looked at, with the words marked. */
  evidence: Array<Evidence>;
};

/** Why a link says what it says; a code for the window, a sentence for everybody else. */
export type Reason = { "code": "same_words" } | { "code": "same_words_elsewhere";
/** Heading under which they stand now; empty when there is none. */
heading: string, } | { "code": "style_only" } | { "code": "words_changed";
/** Share of the old words that stayed, in per cent. */
kept: number, } | { "code": "rewritten";
/** Share of the old words that stayed, in per cent. */
kept: number, } | { "code": "changed_elsewhere";
/** Heading under which it stands now; empty when there is none. */
heading: string;
/** Share of the old words that stayed, in per cent. */
kept: number, } | { "code": "divided";
/** How many. */
parts: number, } | { "code": "joined";
/** How many old blocks went into that block, this one included. */
parts: number, } | { "code": "nothing_like_it" } | { "code": "look_alikes";
/** How many candidates there are. */
candidates: number, } | { "code": "little_likeness";
/** Share of the old words found in the best candidate, in per cent. */
kept: number, } | { "code": "other_numbers" } | { "code": "taken" };

/** What becomes of a proposal when the text it changes has become another. */
export type Rebase = { "kind": "unneeded" } | { "kind": "exact";
/** The proposal on top of the new wording. */
text: string, } | { "kind": "three_way";
/** A start to edit from: everything that could be joined, and our words where both
 * sides changed the same place.
 */
text: string;
/** The three texts, stretch by stretch. */
parts: Array<MergePart>;
/** Number of stretches that a person has to decide. */
conflicts: number, } | { "kind": "adopted" };

/** The proof of a hand-over. */
export type Receipt = {
  /** Id; the same for a repeated hand-over of the same version on the same channel. */
  id: string;
  /** Id of the channel. */
  channel: string;
  /** Name of the version. */
  version: string;
  /** State. */
  state: ReceiptState;
  /** SHA-256 of the version's text. */
  sha256: string;
  /** Files that were handed over. */
  documents: Array<PlannedFile>;
  /** When the state was reached, as an RFC 3339 instant. */
  at: string;
  /** Answer of the other side, or where the bundle lies. */
  answer: string;
};

/** Records what became of a hand-over. */
export type ReceiptRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the receipt. */
  id: string;
  /** The new state. */
  state: ReceiptState;
  /** Words of the secretariat, or where it was published. */
  note: string;
};

/** State of a hand-over. */
export type ReceiptState = "prepared" | "unknown" | "refused" | "handed_over" | "acknowledged" | "published";

/** A statement on the start screen. */
export type RecentStatement = {
  /** Path of the statement file. */
  file: string;
  /** Title. */
  title: string;
  /** Name of the call. */
  call: string;
  /** When it was last saved, as an RFC 3339 instant. */
  saved: string;
  /** The next step of the way: `read`, `respond`, `write`, `check`, `partners`, `hand_over`, `follow_up`. */
  next: string;
  /** The main deadline, when there is one. */
  deadline: Deadline | null;
};

/** A number of a paragraph in one's own text, and what becomes of it. */
export type Reference = {
  /** Where it stands: part `body`, or part `response` with the id of the response. */
  place: Place;
  /** Which text of a response: `rationale` or `proposal`; empty for the body. */
  field: string;
  /** The words before it. */
  lead: string;
  /** The words of the mention: "paragraphs 12 to 14". */
  before: string;
  /** The same words after the step. */
  after: string;
  /** The words after it. */
  tail: string;
  /** What becomes of it. */
  outcome: ReferenceOutcome;
  /** Label of the paragraph that decides the outcome, as mentioned. */
  label: string;
  /** The change of the text; nothing when it stays as it is. */
  edit: Edit | null;
};

/** What becomes of a number of a paragraph. */
export type ReferenceOutcome = "same" | "follows" | "widened" | "split" | "gone" | "unsure";

/** A rectangle on a page in points, with the origin at the top left. */
export type Region = {
  /** Distance from the left edge. */
  x: number;
  /** Distance from the top edge. */
  y: number;
  /** Width. */
  width: number;
  /** Height. */
  height: number;
};

/** What became of a block in a later draft. */
export type Relation = "same" | "edited" | "moved" | "split" | "merged" | "gone" | "unsure";

/** When the system reminds of deadlines, while Rostrum runs. */
export type ReminderSettings = {
  /** Whether it reminds at all. */
  on: boolean;
  /** Hours before a deadline. */
  hours: Array<number>;
  /** Whether it also tells in the morning which steps of a plan are due. */
  steps: boolean;
};

/** Decides about a newer version of the statement's call. */
export type RenewRequest = {
  /** Path of the statement file. */
  file: string;
  /** `accept` takes the newer rules, `keep` stays with the present ones, `back` takes the
   * ones from before the last renewal again.
   */
  act: string;
};

/** What a newer version of the statement's call would change. */
export type Renewal = {
  /** Version of the rules that hold in the statement. */
  version: number;
  /** The newest version that is known; the same when there is no newer one. */
  newest: number;
  /** Whether the newer version is offered: it is not when the user kept the present one. */
  offered: boolean;
  /** What differs, field by field. */
  differences: Array<CallDifference>;
  /** Version from which the rules were renewed last and to which they can go back; 0 for
   * none.
   */
  earlier: number;
};

/** Asks for what a replica of the shared document lacks. */
export type ReplicaRequest = {
  /** Path of the statement file. */
  file: string;
  /** State vector of the replica, base64; empty asks for everything. */
  since: string;
};

/** What a replica of the shared document lacks. */
export type ReplicaUpdate = {
  /** Update of the shared document, base64. */
  update: string;
};

/** One comment on one or more paragraphs of a draft, with the wording it asks for. */
export type Response = {
  /** Id, unique across copies of the statement. */
  id: string;
  /** What the response asks for. */
  kind: ResponseKind;
  /** The paragraphs it answers, in the order of the draft; empty means the whole text. */
  targets: Array<Target>;
  /** The wording asked for: the whole new paragraph (`modify`), the new paragraph (`add`),
   * or where to (`move`). Empty for the other kinds.
   */
  proposal: string;
  /** Why, in plain text. */
  rationale: string;
  /** How much it matters to the organisation. */
  priority: Priority;
  /** Topic, one of the call's or the user's own. */
  topic: string;
  /** Keys of the sources that support the rationale. */
  sources: Array<string>;
  /** Whether the response is kept back from every export and hand-over. */
  private: boolean;
  /** Letters of the norms of responsible State behaviour it touches (`a` to `k`; A/RES/70/237,
   * A/70/174, paragraph 13).
   */
  norms: Array<string>;
  /** The user's own tags. */
  tags: Array<string>;
  /** How far the work on it is. */
  status: ResponseStatus;
  /** Who works on it, in the team's own words; never printed or exported. */
  owner: string;
  /** Id of the response to the same paragraph that this one is a second choice for; empty for none. */
  alternative_to: string;
  /** The paragraphs it answered in earlier revisions, oldest first. */
  earlier: Array<Target>;
  /** How it came to its present paragraphs, until a person has looked. */
  carried: Carried | null;
  /** Whether the idea was taken up, as a person judges it; kept apart from what is computed. */
  taken_up: TakenUp | null;
};

/** What a response asks for. */
export type ResponseKind = "general" | "keep" | "modify" | "add" | "delete" | "move" | "question";

/** Saves a response; an empty id makes a new one. */
export type ResponseRequest = {
  /** Path of the statement file. */
  file: string;
  /** The response. */
  response: Response;
};

/** How far the work on a response is. */
export type ResponseStatus = "open" | "ready" | "agreed" | "aside";

/** Saves several responses as one act, which one undo takes back; those without id are new. */
export type ResponsesRequest = {
  /** Path of the statement file. */
  file: string;
  /** The responses. */
  responses: Array<Response>;
};

/** Takes in a Word document that came back. */
export type ReviewRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of the document. */
  edited: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** What a document brought. */
export type ReviewTaken = {
  /** Everything that came back so far. */
  review: ReviewView;
  /** Ids of what is in this document. */
  ids: Array<string>;
  /** How many of them are new. */
  new: number;
  /** Whether the export it was made from is known; otherwise it was compared with the
   * statement as it stands.
   */
  known: boolean;
};

/** Everything that came back from reviewers. */
export type ReviewView = {
  /** Changes of the words, in the order of the text. */
  suggestions: Array<SuggestionRow>;
  /** Comments, in the order of the text. */
  comments: Array<CommentRow>;
  /** What could not be understood, with its words. */
  not_understood: Array<UnreadRow>;
  /** Everybody who wrote something. */
  authors: Array<string>;
};

/** Names two drafts of a statement, in any order of age. */
export type RevisionsRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft to start from. */
  old: string;
  /** Id of the draft it is compared with. */
  new: string;
};

/** What a row of a comparison shows: the relation of a link, or a block that is new. */
export type RowRelation = "same" | "edited" | "moved" | "split" | "merged" | "gone" | "unsure" | "new";

/** Says that a change is on the disk. */
export type Saved = {
  /** When, as an RFC 3339 instant. */
  at: string;
  /** Words after the change. */
  count: CountReport;
  /** Findings after the change. */
  report: CheckReport;
};

/** What becomes of recorded changes. */
export type ScrubChanges = "accept" | "reject";

/** What a person decides before a file is cleaned. */
export type ScrubChoices = {
  /** Take comments out. */
  comments: boolean;
  /** What becomes of recorded changes; they stay when nothing is said. */
  changes: ScrubChanges | null;
  /** Take hidden words out. */
  hidden: boolean;
  /** Take attached files out. */
  attachments: boolean;
  /** The organisation that publishes: its own name as author is no secret. */
  organisation: string;
};

/** Asks for a cleaned copy of a file. */
export type ScrubCleanRequest = {
  /** Path of the file; it is not changed. */
  path: string;
  /** Where to write the copy. */
  out: string;
  /** What a person decided. */
  choices: ScrubChoices;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** A cleaned copy. */
export type ScrubCleaned = {
  /** The copy. */
  written: Exported;
  /** What was taken out. */
  removed: Array<ScrubItem>;
  /** What is still in it. */
  left: Array<ScrubItem>;
};

/** Kinds of files that are looked through. */
export type ScrubFormat = "docx" | "odt" | "pdf" | "picture" | "html" | "text";

/** What stands in the way of cleaning. */
export type ScrubHindrance = "none" | "signed" | "protected";

/** One thing that a file gives away. */
export type ScrubItem = {
  /** What it is. */
  kind: ScrubKind;
  /** The name, words or value; cut when long. */
  what: string;
  /** Whose it is, when the file says. */
  who: string;
  /** When, as the file says. */
  when: string;
  /** Where: a part of a Word file, a page of a PDF. */
  place: string;
  /** How many such there are. */
  count: number;
  /** How much it matters. */
  weight: Severity;
  /** What takes it out. */
  removal: ScrubRemoval;
};

/** What a file can give away. */
export type ScrubKind = "inserted" | "deleted" | "moved" | "look-changed" | "comment" | "hidden-text" | "faint-text" | "covered-text" | "earlier-state" | "hidden-layer" | "picture-place" | "author" | "saved-by" | "person" | "company" | "manager" | "description" | "path" | "printer" | "property" | "data" | "variable" | "picture" | "thumbnail" | "dates" | "edit-marks" | "document-mark" | "program" | "bookmark" | "attachment" | "macro" | "action" | "form-data" | "signature" | "leftover" | "unread";

/** What takes an item out. */
export type ScrubRemoval = "always" | "comments" | "changes" | "hidden" | "attachments" | "never";

/** What a file gives away. */
export type ScrubReport = {
  /** Name of the file. */
  file: string;
  /** What it is. */
  format: ScrubFormat;
  /** What stands in the way of cleaning it. */
  hindrance: ScrubHindrance;
  /** What it gives away: the gravest first, then in the order of kinds. */
  items: Array<ScrubItem>;
  /** How many more there are than are listed. */
  more: number;
};

/** Asks what a file gives away. */
export type ScrubRequest = {
  /** Path of the file. */
  path: string;
  /** Organisation whose own name is no secret; may be empty. */
  organisation: string;
  /** Name under which progress is told and by which the work can be cancelled. */
  job: string;
};

/** One section of the statement. */
export type Section = {
  /** Stable id. */
  id: string;
  /** Heading as it prints. */
  heading: string;
  /** What fills it. */
  holds: SectionHolds;
  /** Whether the statement is incomplete without it. */
  required: boolean;
  /** Id of an entry of [`Call::sources`](super::Call::sources) that says so; absent when the
   * secretariat was not read to ask for it.
   */
  source?: string | null;
  /** Year for which that was read. */
  year?: number | null;
  /** How sure it is that it is asked for; a requirement that is not official is told as a
   * warning. Absent, it is the profile's own and as strict as an official one.
   */
  certainty?: Certainty | null;
  /** What belongs here and what does not, in plain sentences. */
  guidance: string;
  /** What does not belong here, in plain sentences. */
  avoid?: string;
  /** A short invented example. */
  example: string;
};

/** What happened under one heading. */
export type SectionComparison = {
  /** The heading as printed; empty before the first one. */
  heading: string;
  /** The headings above and this one, outermost first. */
  path: Array<string>;
  /** The rows, in the order of the new draft; what is gone stands after what it followed. */
  rows: Array<ComparisonRow>;
};

/** Words of one section. */
export type SectionCount = {
  /** Id of the section; empty when the call knows none by this heading. */
  id: string;
  /** Heading as it stands in the body. */
  heading: string;
  /** Its words. */
  words: number;
  /** Limit for this section, when there is one. */
  limit: number | null;
};

/** What fills a section. */
export type SectionHolds = "text" | "responses" | "signatories";

/** Replaces the text of one section. */
export type SectionRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id or heading of the section. */
  section: string;
  /** Its new text in Markdown. */
  text: string;
};

/** What stands under a heading, that of the headings beneath it included. */
export type SectionTally = {
  /** Id of the heading; empty for the whole draft. */
  block: string;
  /** The heading as printed; empty for the whole draft. */
  heading: string;
  /** Its level, 1 outermost; 0 for the whole draft. */
  level: number;
  /** Paragraphs, without their sub-paragraphs. */
  paragraphs: number;
  /** Words of the text, without labels and notes. */
  words: number;
  /** Blocks the reader was unsure of. */
  unsure: number;
};

/** How much a finding matters. */
export type Severity = "info" | "warning" | "error";

/** Writes a copy for partners, without anything private. */
export type ShareRequest = {
  /** Path of the statement file. */
  file: string;
  /** Path of the copy to write; refused when it exists. */
  out: string;
};

/** One organisation as it prints under a joint statement. */
export type Signatory = {
  /** Id, unique across copies of the statement. */
  id: string;
  /** Name of the organisation as it prints. */
  organisation: string;
  /** Country as it prints. */
  country: string;
  /** UN regional group, empty when not stated. */
  region: string;
  /** Stakeholder group, empty when not stated. */
  group: string;
  /** ECOSOC status, where a call orders or limits by it. */
  status: EcosocStatus;
};

/** In what order signatories stand. */
export type SignatoryOrder = "alphabetical" | "status" | "country";

/** Where signatories stand. */
export type SignatoryPlace = "cover" | "top" | "footnote" | "end";

/** Saves a signatory; an empty id makes a new one. */
export type SignatoryRequest = {
  /** Path of the statement file. */
  file: string;
  /** The organisation as it prints. */
  signatory: Signatory;
  /** Who speaks for it; kept in this file only, never shared or exported. */
  contact: string;
};

/** A signatory with the state of its consent. */
export type SignatoryRow = {
  /** The organisation. */
  signatory: Signatory;
  /** Whether its consent holds for the text as it stands. */
  state: ConsentState;
  /** The last consent that is recorded. */
  endorsement: Endorsement | null;
  /** Who speaks for it; known in this file only. */
  contact: string;
};

/** How a kind of document is usually built. */
export type Skeleton = {
  /** Stable id, the file's name without its ending. */
  id: string;
  /** Name a person recognises. */
  name: string;
  /** What it is for, in one or two sentences. */
  about: string;
  /** Kinds of calls for which it is suggested. */
  kinds: Array<StatementKind>;
  /** Whether notes of a meeting are sorted into it. */
  from_notes: boolean;
  /** Fields of the cover it needs beside those of the call. */
  header_fields: Array<HeaderField>;
  /** Sections, in order. */
  sections: Array<Section>;
};

/** Adds the sections of a skeleton to a statement. */
export type SkeletonRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the skeleton. */
  skeleton: string;
};

/** The skeletons that are known. */
export type Skeletons = {
  /** In the order in which they are shown. */
  skeletons: Array<Skeleton>;
};

/** Notes, sorted. */
export type SortedNotes = {
  /** Who was found to speak, in the order of their first line. */
  speakers: Array<NoteSpeaker>;
  /** Topics with their points; points of no topic come last. */
  topics: Array<NoteTopic>;
  /** The same as Markdown, to put into a section. */
  markdown: string;
};

/** One piece of evidence: what it is, where in it, what it says, when it was seen. */
export type Source = {
  /** Key by which the body cites it: `[@key]`. */
  key: string;
  /** The item as CSL-JSON (`type`, `title`, `author`, `issued`, `URL`, …). */
  item: JsonValue;
  /** Where in the source: `para. 31 (a)`, `p. 4`. */
  locator: string;
  /** The words quoted from it. */
  quotation: string;
  /** Day on which it was last seen, as `YYYY-MM-DD`. */
  seen: string;
  /** SHA-256 of the saved copy, when there is one. */
  copy_sha256: string;
};

/** Saves a source; the key must be new or that of a source to replace. */
export type SourceRequest = {
  /** Path of the statement file. */
  file: string;
  /** The source; an empty key gets one made from author and year. */
  source: Source;
};

/** A stretch of a text, in bytes. */
export type Span = {
  /** Where it begins. */
  start: number;
  /** Where it ends. */
  end: number;
};

/** A statement as it is spoken. */
export type Speech = {
  /** Language as a BCP 47 tag. */
  language: string;
  /** Words a minute; in Chinese and Japanese every character is a word. */
  pace: number;
  /** What the pace is where nothing else is set. */
  usual_pace: number;
  /** Time that is given, in seconds. */
  limit: number;
  /** Whether the call states that time. */
  limit_stated: boolean;
  /** Time the whole takes, in milliseconds. */
  takes: number;
  /** Words that are spoken. */
  words: number;
  /** Sentences, in order. */
  sentences: Array<SpokenSentence>;
  /** Number of the first sentence that does not end in time, counted from 0. */
  over_from: number | null;
};

/** Asks how long a statement takes to be read. */
export type SpeechRequest = {
  /** Path of the statement file. */
  file: string;
  /** Words a minute; 0 takes the usual pace of the language. */
  pace: number;
  /** Numbers of the sentences that are passed over. */
  skipped: Array<number>;
};

/** What may have been meant by a word. */
export type SpellingOptions = {
  /** Words, the likeliest first, at most six. */
  options: Array<string>;
};

/** Asks for what may have been meant by a word. */
export type SpellingRequest = {
  /** Path of the statement file. */
  file: string;
  /** The word as it stands. */
  word: string;
  /** Primary tag of the language it is in; empty takes the statement's. */
  language: string;
};

/** How it stands with spelling in a statement. */
export type SpellingState = {
  /** Primary tag of the statement's language. */
  language: string;
  /** `ready`, `loading`, `missing`, or `not_needed` for Chinese. */
  dictionary: string;
  /** Where the dictionary was found: empty when it ships with Rostrum, else its path. */
  from: string;
  /** Own words of this statement; partners have them too. */
  words: Array<string>;
  /** Own words of this user, for every statement. */
  own: Array<string>;
};

/** One sentence of a speech. */
export type SpokenSentence = {
  /** Its words. */
  text: string;
  /** Number of its paragraph, counted from 0. */
  paragraph: number;
  /** Section it stands in. */
  section: string;
  /** How many words it has. */
  words: number;
  /** When it begins, in milliseconds from the start. */
  begins: number;
  /** How long it takes, in milliseconds. */
  takes: number;
};

/** Groups of people beside States that drafts name. */
export type Stakeholder = "civil_society" | "technical_community" | "private_sector" | "academia" | "unnamed";

/** What the start screen shows. */
export type StartView = {
  /** Statements that were open lately and still exist. */
  statements: Array<RecentStatement>;
  /** Calls, those that can still be answered first. */
  calls: Array<CallCard>;
  /** Path of the shipped sample, once it has been copied to the user's folder. */
  sample: string;
};

/** A rule together with where it was read, when it was true, and how sure it is. */
export type Stated<T> = {
  /** The rule. */
  value: T;
  /** Id of an entry of [`Call::sources`](super::Call::sources). */
  source: string;
  /** Year for which the rule was read. */
  year: number;
  /** How sure it is. */
  certainty: Certainty;
};

/** The user's document: a body in Markdown, responses, sources and signatories.
 *
 * This is the projection of the co-authored document at one moment; changes are made
 * through [`crate::coauthor`].
 */
export type Statement = {
  /** Title as it prints. */
  title: string;
  /** Organisation that speaks, as it prints. */
  organisation: string;
  /** Language of the text as a BCP 47 tag. */
  language: string;
  /** Id of the call it answers. */
  call: string;
  /** Id of the draft whose paragraph numbers body and rationales use; empty when not known. */
  numbered_by: string;
  /** Values of the call's header fields, by field name. */
  header: { [key in string]: string };
  /** Id of the skeleton whose sections stand in place of the call's; empty for the call's own. */
  skeleton: string;
  /** Ids of skeletons whose sections were added, in the order of their adding. */
  added_skeletons: Array<string>;
  /** What was set for the plan back from the deadline, by name; see [`crate::deadlines::plan`]. */
  plan: { [key in string]: string };
  /** The writers' own words, which are spelled as they mean them. */
  words: Array<string>;
  /** The body in Markdown; level-1 headings are the call's sections. */
  body: string;
  /** Responses in the order of the draft. */
  responses: Array<Response>;
  /** Sources, by key. */
  sources: Array<Source>;
  /** Organisations that sign or are asked to. */
  signatories: Array<Signatory>;
  /** What was set right in the drafts, in the order of its making. */
  fixes: Array<DraftFix>;
  /** Findings that were set aside, in the order in which that was done. */
  mutes: Array<Mute>;
  /** Files that go with it, in the order in which they were attached. */
  annexes?: Array<Annex>;
  /** Pictures that the body may show, in the order in which they were added. */
  pictures?: Array<Picture>;
};

/** Kind of document that is asked for. */
export type StatementKind = "comment_on_draft" | "written_statement" | "joint_statement" | "oral_statement" | "stakeholder_report" | "working_paper" | "views_for_report" | "proposal" | "form_answers";

/** How a step stands. */
export type StepState = "ahead" | "today" | "late" | "done" | "off";

/** A rectangle on a page other than the one where a block starts, or in its next column. */
export type Stretch = {
  /** Number of the page, counted from 1. */
  page: number;
  /** What the block covers there. */
  region: Region;
};

/** What a suggestion does. */
export type SuggestionKind = "insert" | "delete" | "replace" | "move" | "split" | "join";

/** A suggestion with what was decided and said about it. */
export type SuggestionRow = {
  /** Id. */
  id: string;
  /** Name of the file it came in. */
  from: string;
  /** What was decided. */
  decision: Decision;
  /** Why it cannot be accepted as the text stands now. */
  hindrance: ByHand;
  /** Ids of open suggestions that touch the same words. */
  against: Array<string>;
  /** What was said about it. */
  answers: Array<AnswerRow>;
  /** Who proposes it, as their word processor named them; may be empty. */
  author: string;
  /** When, as their word processor wrote it; may be empty. */
  date: string;
  /** Whether it was recorded as a change; otherwise it was found by comparing. */
  tracked: boolean;
  /** What kind of change it is. */
  kind: SuggestionKind;
  /** Where in the statement. */
  place: Place;
  /** Words that go. */
  before: string;
  /** Words that come. */
  after: string;
  /** The words that stand before it, to show where it is. */
  left: string;
  /** The words that stand after it. */
  right: string;
  /** What accepting it does; empty when it has to be done by hand. */
  edits: Array<FieldEdit>;
  /** Why it has to be done by hand; empty when accepting it is enough. */
  by_hand: ByHand;
};

/** Writes a page on what a new revision brought. */
export type SummaryRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the old draft. */
  old: string;
  /** Id of the new draft. */
  new: string;
  /** `docx`, `html`, `md` or `txt`. */
  format: string;
  /** Path to write; an existing file is replaced only after the new one is whole. */
  out: string;
};

/** Whether an idea was taken up, as a person judges it. */
export type TakenUp = {
  /** `yes`, `partly` or `no`. */
  answer: string;
  /** Why the person thinks so. */
  note: string;
};

/** Records whether an idea was taken up, as a person judges it. */
export type TakenUpRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the response. */
  response: string;
  /** `yes`, `partly` or `no`; empty takes the judgement back. */
  answer: string;
  /** Why the person thinks so. */
  note: string;
};

/** How many proposals of one kind came out how. */
export type Tally = {
  /** What is tallied: `priority`, `topic` or `organisation`. */
  by: string;
  /** The priority, topic or organisation; empty for responses without a topic. */
  name: string;
  /** Number of proposals of each status; a status nobody has is absent. */
  totals: { [key in UptakeStatus]?: number };
};

/** One paragraph a response answers, with what was seen when it was written. */
export type Target = {
  /** Id of the draft (the SHA-256 of its bytes). */
  draft: string;
  /** Id of the block in that draft. */
  block: string;
  /** Label as printed when the response was written. */
  label: string;
  /** The words the response was written against, so that a later change shows. */
  text: string;
};

/** What became of one paragraph that a response answers. */
export type TargetFate = {
  /** The paragraph as it is now. */
  from: Target;
  /** Its counterparts; for [`Relation::Unsure`] the candidates, best first. */
  to: Array<Target>;
  /** What became of it. */
  relation: Relation;
  /** How sure that is, from 0 to 1. */
  confidence: number;
  /** True when the words differ in style only. */
  style_only: boolean;
  /** Why; nothing when the paragraph stands in a draft that the statement does not have. */
  reason: Reason | null;
  /** How it was found. */
  way: Way;
};

/** What a response is to answer. */
export type Targets = {
  /** The paragraphs in the order of the draft; none means the whole text. */
  targets: Array<Target>;
};

/** Asks what a person means by `12-18`, `heading: Threats` or `all`. */
export type TargetsRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft; empty for the newest. */
  draft: string;
  /** The words, as typed. */
  words: string;
};

/** A word and what it means, in our own short words. */
export type Term = {
  /** Id, unique in the glossary: `agreed-language`. */
  id: string;
  /** The word as it is said. */
  term: string;
  /** Other forms under which it stands in texts; plurals in -s, -es and -ies need no entry. */
  also: Array<string>;
  /** What it means, in one to three sentences. */
  means: string;
  /** Where a fact in it can be looked up: a document symbol or an address; empty for our own words. */
  source: string;
  /** Whether it belongs to the texts of the United Nations or to Rostrum. */
  of: TermOf;
  /** Whether a number may follow without a space, as in `OP5`. */
  numbered: boolean;
};

/** Whose word a term is. */
export type TermOf = "texts" | "rostrum";

/** A term where it first stands in a section. */
export type TermPlace = {
  /** Id of the term. */
  term: string;
  /** Where it stands in the text of its block, in bytes. */
  place: Span;
};

/** Words that can be explained. */
export type Terms = {
  /** The terms, by name. */
  terms: Array<Term>;
};

/** What tells a topic. */
export type ToldBy = "heading" | "wording";

/** One deadline of a call, told for a person. */
export type ToldDeadline = {
  /** Id of the call. */
  call: string;
  /** Name of the call. */
  call_name: string;
  /** What closes. */
  what: string;
  /** The instant, as RFC 3339 in UTC: the earliest sound reading. */
  instant: string;
  /** Zone of the secretariat, as an IANA name. */
  zone: string;
  /** The secretariat's own words. */
  wording: string;
  /** Why the instant is an assumption; absent when the wording leaves no doubt. */
  assumed: string | null;
  /** Status of the organisations for which it holds; absent means any. */
  status: EcosocStatus | null;
  /** Whether it holds for joint statements only, or for single ones only. */
  joint: boolean | null;
  /** In the secretariat's zone: `Friday, 4 December 2026, 17:00 (New York)`. */
  there: string;
  /** In the user's zone. */
  here: string;
  /** In UTC. */
  utc: string;
  /** Whole seconds until then; less than 0 once it has passed. */
  seconds_left: number;
  /** How pressing it is. */
  state: DeadlineState;
  /** What the date was before it was moved, the oldest first. */
  earlier: Array<ToldEarlier>;
};

/** What a date was before the secretariat moved it, told for a person. */
export type ToldEarlier = {
  /** The instant, as RFC 3339 in UTC. */
  instant: string;
  /** The secretariat's own words. */
  wording: string;
  /** In the secretariat's zone. */
  there: string;
  /** Day on which the change was told; empty when not known. */
  told: string;
};

/** A topic of a paragraph, and by what it was told. */
export type ToldTopic = {
  /** Id of the topic. */
  topic: string;
  /** What told it. */
  by: ToldBy;
  /** The words that told it, as printed: the heading, or the phrase. */
  words: string;
};

/** A topic and how much of a draft is about it. */
export type TopicTally = {
  /** Id of the topic. */
  topic: string;
  /** Its name in English. */
  name: string;
  /** Paragraphs about it, without their sub-paragraphs. */
  paragraphs: number;
};

/** Takes a fix of a draft back. */
export type UnfixRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the draft. */
  draft: string;
  /** Id of the fix; empty takes the last one back. */
  fix: string;
};

/** Something that could not be understood. */
export type UnreadRow = {
  /** Id. */
  id: string;
  /** Name of the file it came in. */
  from: string;
  /** Whether somebody has looked at it. */
  decision: Decision;
  /** Who did it, when known. */
  author: string;
  /** When. */
  date: string;
  /** What it is: `format`, `inserted_and_deleted`, `text_box`, `picture`, `inside_untracked`,
   * `note`, `cells`, `header`, `footer`.
   */
  what: string;
  /** Where in the statement, as far as that is known. */
  place: Place;
  /** What of the look was changed, parted by commas: `bold`, `italic`, `underline`, `struck`,
   * `raised`, `size`, `font`, `colour`, `capitals`, `style`, `alignment`, `indent`, `spacing`,
   * `list`, `table`, `page`; empty for anything else.
   */
  detail: string;
  /** Its words. */
  words: string;
};

/** Brings changes made in a replica of the shared document. */
export type UpdateRequest = {
  /** Path of the statement file. */
  file: string;
  /** Update of the shared document (Yjs update, version 1), base64. */
  update: string;
};

/** What of a statement's proposals stands in a later text. */
export type Uptake = {
  /** Id of the later text. */
  draft: string;
  /** One entry for every response with something to look for, in the statement's order. */
  proposals: Array<ProposalUptake>;
  /** The other responses, each with the reason. */
  without_wording: Array<WithoutWording>;
  /** Number of proposals of each status; a status nobody has is absent. */
  totals: { [key in UptakeStatus]?: number };
};

/** Why a status is the one it is; a code for the window, a sentence for everybody else.
 *
 * No sentence says or hints why the words stand there: only that they do.
 */
export type UptakeReason = { "code": "word_for_word" } | { "code": "all_words";
/** How many words were asked for. */
asked: number, } | { "code": "some_words";
/** How many stand there. */
found: number;
/** How many were asked for. */
asked: number, } | { "code": "old_words_stay";
/** How many of them stand there. */
stayed: number, } | { "code": "words_gone";
/** How many. */
gone: number, } | { "code": "some_words_gone";
/** How many are gone. */
gone: number;
/** How many were to go. */
asked: number, } | { "code": "no_words" } | { "code": "words_stay" } | { "code": "other_words" } | { "code": "few_words";
/** How many stand there. */
found: number;
/** How many were asked for. */
asked: number, } | { "code": "small_words" } | { "code": "elsewhere";
/** How many stand there. */
found: number;
/** How many were asked for. */
asked: number, } | { "code": "look_alikes";
/** How many. */
candidates: number, } | { "code": "paragraph_gone" } | { "code": "paragraph_stays" } | { "code": "paragraph_moved" } | { "code": "style_only" } | { "code": "part_stays";
/** Share of its words that stayed, in per cent. */
kept: number, } | { "code": "at_place" } | { "code": "other_place" } | { "code": "same_place" } | { "code": "rewritten" } | { "code": "mixed";
/** For how many it came out as asked. */
as_asked: number;
/** How many paragraphs there are. */
paragraphs: number, };

/** Writes the report on what stands in the later text. */
export type UptakeReportRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the later text among the drafts of the statement. */
  draft: string;
  /** File to write; its ending says what: docx, csv or html. */
  out: string;
};

/** Names the later text of a statement. */
export type UptakeRequest = {
  /** Path of the statement file. */
  file: string;
  /** Id of the later text among the drafts of the statement. */
  draft: string;
};

/** What a later text says to a proposal. */
export type UptakeStatus = "adopted" | "partly" | "not" | "opposite" | "unsure";

/** What of our proposals stands in a later text. */
export type UptakeView = {
  /** Name of the later text, as people call it. */
  later: string;
  /** What was found. */
  uptake: Uptake;
  /** How many came out how, by priority, topic and organisation. */
  tallies: Array<Tally>;
};

/** A frozen, hashed state of a statement that organisations sign and that is handed over. */
export type Version = {
  /** Name given by the user, unique in the statement. */
  name: string;
  /** SHA-256 of [`Version::text`] in lower-case hexadecimal. */
  sha256: string;
  /** When it was frozen, as an RFC 3339 instant. */
  created: string;
  /** Words as the call counts them. */
  words: number;
  /** Canonical text: everything that is handed over except the list of signatories. */
  text: string;
};

/** How the counterpart of a paragraph was found. */
export type Way = { "kind": "direct" } | { "kind": "through";
/** Ids of the drafts between the two, oldest first. */
drafts: Array<string>, } | { "kind": "disagree" };

/** A statement as the fields of a form. */
export type WebForm = {
  /** The fields in the order of the call: title, cover, sections, signatories. */
  fields: Array<FormField>;
};

/** Why a response would be carried as it is. */
export type Why = { "code": "whole_text" } | { "code": "in_this_draft" } | { "code": "stays" } | { "code": "kept_aside" } | { "code": "still_gone" } | { "code": "draft_missing" } | { "code": "paragraph";
/** The reason of that paragraph. */
reason: Reason;
/** How it was found. */
way: Way, } | { "code": "partly_gone";
/** How many are gone. */
gone: number;
/** How many there are. */
of: number, } | { "code": "already_said" } | { "code": "already_out" } | { "code": "both_changed";
/** At how many places. */
places: number, };

/** A response with nothing to look for. */
export type WithoutWording = {
  /** Id of the response. */
  response: string;
  /** Why. */
  reason: NoWording;
};

/** A run of words and what becomes of it. */
export type WordRun = {
  /** `same`, `inserted` or `deleted`. */
  change: string;
  /** The words with their spaces. */
  text: string;
};

/** Runs of words in order. */
export type WordRuns = {
  /** The runs; `same` and `inserted` together are the words after. */
  runs: Array<WordRun>;
  /** Phrases that were taken out in one run and put in in another. */
  moved: Array<MovedPhrase>;
};

/** What was read out of a secretariat's words. */
export type WordingRead = {
  /** The earliest sound reading, as RFC 3339 in UTC; empty when the words name no day. */
  instant: string;
  /** Zone, as an IANA name. */
  zone: string;
  /** What had to be assumed, in sentences; empty when the words leave no doubt. */
  assumed: Array<string>;
};

/** Asks how one wording becomes another. */
export type WordingRequest = {
  /** Words before. */
  before: string;
  /** Words after. */
  after: string;
};

/** Everything about an open statement except the words of its drafts. */
export type Workspace = {
  /** Path of the statement file. */
  file: string;
  /** The statement. */
  statement: Statement;
  /** The call as it was when the statement was started or last renewed. */
  call: Call;
  /** The drafts, oldest first. */
  drafts: Array<DraftCard>;
  /** Words, part by part. */
  count: CountReport;
  /** Versions, oldest first. */
  versions: Array<Version>;
  /** Signatories with the state of their consent. */
  signatories: Array<SignatoryRow>;
  /** Receipts, oldest first. */
  receipts: Array<Receipt>;
  /** Number of findings by severity: `error`, `warning`, `info`. */
  findings: { [key in string]: number };
  /** When the last change reached the disk, as an RFC 3339 instant. */
  saved: string;
  /** Whether there is something to undo outside the body. */
  can_undo: boolean;
  /** Whether there is something to redo outside the body. */
  can_redo: boolean;
  /** Version of a newer state of the call that is offered; 0 when none is. */
  newer_call: number;
  /** Other copies of this file that lie beside it and hold changes not yet merged. */
  copies: Array<string>;
};

/** Every command of the desk: what it takes and what it answers. */
export interface Commands {
  /** Shows recent statements and calls. */
  start_view: { request: Nothing; answer: StartView };
  /** Copies the shipped sample to the user's folder, once, and opens it. */
  sample_open: { request: Nothing; answer: Workspace };
  /** Shows a call with all its rules and their sources. */
  call_show: { request: CallRequest; answer: Call };
  /** Lists the calls that the user made. */
  calls_own: { request: Nothing; answer: OwnCallList };
  /** Makes a call of one's own from another. */
  call_copy: { request: CallCopyRequest; answer: CallEdit };
  /** Opens a call of one's own for editing. */
  call_edit: { request: CallRequest; answer: CallEdit };
  /** Tells fields and faults of a call that is being edited. */
  call_look: { request: CallTextRequest; answer: CallEdit };
  /** Sets one field of a call that is being edited. */
  call_field: { request: CallFieldRequest; answer: CallEdit };
  /** Keeps a call of one's own, with or without faults. */
  call_save: { request: CallTextRequest; answer: CallEdit };
  /** Takes a call of one's own out. */
  call_remove: { request: CallRequest; answer: OwnCallList };
  /** Brings a call in from a file. */
  call_import: { request: CallFileRequest; answer: CallEdit };
  /** Writes a call to a file, to give to others. */
  call_export: { request: CallExportRequest; answer: Exported };
  /** Tells what a newer version of the call would change. */
  renewal_show: { request: FileRequest; answer: Renewal };
  /** Takes newer rules of the call, or keeps the present ones. */
  renewal_decide: { request: RenewRequest; answer: Workspace };
  /** Lists every known deadline, the next one first. */
  deadlines: { request: DeadlinesRequest; answer: Deadlines };
  /** Reads a deadline out of a secretariat's words. */
  deadline_read: { request: DeadlineWordsRequest; answer: WordingRead };
  /** Shows the plan back from the deadline of a statement. */
  plan_show: { request: PlanRequest; answer: PlanView };
  /** Sets steps of the plan, as one act. */
  plan_set: { request: PlanSetRequest; answer: PlanView };
  /** Writes deadlines and plan as a calendar file. */
  calendar_write: { request: CalendarRequest; answer: Exported };
  /** Tells when the system reminds of deadlines. */
  reminders: { request: Nothing; answer: ReminderSettings };
  /** Sets when the system reminds of deadlines. */
  reminders_set: { request: ReminderSettings; answer: ReminderSettings };
  /** Lists how kinds of documents are usually built. */
  skeletons: { request: Nothing; answer: Skeletons };
  /** Adds the sections of a skeleton to a statement. */
  skeleton_add: { request: SkeletonRequest; answer: Workspace };
  /** Sorts notes of a meeting by topic, without names. */
  notes_sort: { request: NotesRequest; answer: SortedNotes };
  /** Tells how long a statement takes to be read, sentence by sentence. */
  speech_show: { request: SpeechRequest; answer: Speech };
  /** Writes the text as it was delivered. */
  delivered_export: { request: DeliveredRequest; answer: Exported };
  /** Starts a statement from a call. */
  statement_new: { request: NewStatementRequest; answer: Workspace };
  /** Tells what would become of a text that was begun elsewhere. */
  begun_look: { request: BegunRequest; answer: BegunView };
  /** Goes on with a text that was begun elsewhere; undo takes it out again. */
  begun_take: { request: BegunTakeRequest; answer: BegunTaken };
  /** Opens a statement file. */
  statement_open: { request: FileRequest; answer: Workspace };
  /** Closes a statement file. */
  statement_close: { request: FileRequest; answer: Done };
  /** Writes a copy for partners without anything private. */
  statement_share: { request: ShareRequest; answer: Done };
  /** Takes in what a partner changed in a copy. */
  statement_merge: { request: MergeRequest; answer: MergeReport };
  /** Shows an open statement. */
  workspace: { request: FileRequest; answer: Workspace };
  /** Sets title, organisation, language or a header field. */
  header_set: { request: HeaderRequest; answer: Workspace };
  /** Reads a draft and adds it to the statement. */
  draft_add: { request: AddDraftRequest; answer: DraftView };
  /** Shows a draft with its words. */
  draft_show: { request: DraftRequest; answer: DraftView };
  /** Tells sections, topics, terms and direction of a draft. */
  draft_reading: { request: DraftRequest; answer: DraftReading };
  /** Finds words in every draft of the statement. */
  drafts_find: { request: FindRequest; answer: FoundInDrafts };
  /** Lists the words that can be explained. */
  glossary: { request: Nothing; answer: Terms };
  /** Shows two drafts side by side, section by section. */
  revisions_compare: { request: RevisionsRequest; answer: Comparison };
  /** Shows what is to be set right in a draft, and what was. */
  draft_fixes: { request: DraftRequest; answer: FixUp };
  /** Sets something right in a draft; undo takes it back. */
  draft_fix: { request: FixRequest; answer: FixUp };
  /** Takes a fix of a draft back. */
  draft_unfix: { request: UnfixRequest; answer: FixUp };
  /** Writes a page on what a new revision brought. */
  revision_summary: { request: SummaryRequest; answer: Exported };
  /** Says which draft another one is a revision of. */
  draft_place: { request: DraftPlaceRequest; answer: Workspace };
  /** Shows what would become of every response in a draft. */
  carry_plan: { request: DraftRequest; answer: CarryPlan };
  /** Carries out what was decided about responses, as one step. */
  carry_apply: { request: CarryRequest; answer: CarriedOver };
  /** Shows a page of a draft as a picture. */
  draft_page: { request: PageRequest; answer: PagePicture };
  /** Writes the original of a draft, as it was added. */
  draft_original: { request: OriginalRequest; answer: Exported };
  /** Shows what of our proposals stands in a later text. */
  uptake_show: { request: UptakeRequest; answer: UptakeView };
  /** Writes the report on what stands in a later text. */
  uptake_report: { request: UptakeReportRequest; answer: Exported };
  /** Records whether an idea was taken up, as a person judges it. */
  taken_up_set: { request: TakenUpRequest; answer: Workspace };
  /** Saves a response. */
  response_save: { request: ResponseRequest; answer: Workspace };
  /** Saves several responses as one act, which one undo takes back. */
  responses_save: { request: ResponsesRequest; answer: Workspace };
  /** Takes a response out; undo brings it back. */
  response_remove: { request: ItemRequest; answer: Workspace };
  /** Finds the paragraphs a person means by a label, a range or a heading. */
  targets_find: { request: TargetsRequest; answer: Targets };
  /** Finds the responses that cannot both be followed. */
  conflicts: { request: FileRequest; answer: Conflicts };
  /** Finds the paragraphs that read much like one of them. */
  look_alikes: { request: LookAlikesRequest; answer: LookAlikes };
  /** Lists what a draft recommends and calls for, and who is named there. */
  openings: { request: DraftRequest; answer: Openings };
  /** Lists the norms of responsible State behaviour. */
  norms: { request: Nothing; answer: Norms };
  /** Looks for agreed language. */
  phrases: { request: PhrasesRequest; answer: Phrases };
  /** Puts a phrase into the user's own bank. */
  phrase_save: { request: PhraseRequest; answer: Phrases };
  /** Takes a phrase out of the user's own bank. */
  phrase_remove: { request: PhraseName; answer: Phrases };
  /** Shows how one wording becomes another. */
  wording_marks: { request: WordingRequest; answer: WordRuns };
  /** Gives what a replica of the shared document lacks. */
  replica_pull: { request: ReplicaRequest; answer: ReplicaUpdate };
  /** Takes changes made in a replica and answers when they are on the disk. */
  replica_push: { request: UpdateRequest; answer: Saved };
  /** Replaces the text of one section. */
  section_write: { request: SectionRequest; answer: Workspace };
  /** Runs every check. */
  check: { request: FileRequest; answer: CheckReport };
  /** Applies the edits of a finding. */
  finding_mend: { request: MendRequest; answer: Workspace };
  /** Mends all that a rule found and can mend, as one act, which one undo takes back. */
  findings_mend: { request: MendAllRequest; answer: Workspace };
  /** Sets a finding aside with a reason; undo lets it come back. */
  finding_mute: { request: MuteRequest; answer: Workspace };
  /** Lets what was set aside come back. */
  finding_unmute: { request: ItemRequest; answer: Workspace };
  /** Tells how it stands with spelling in a statement. */
  spelling_state: { request: FileRequest; answer: SpellingState };
  /** Counts the pages, and checks a limit in pages. */
  pages_count: { request: FileRequest; answer: Saved };
  /** Lists what may have been meant by a word. */
  spelling_options: { request: SpellingRequest; answer: SpellingOptions };
  /** Keeps an own word, or takes it out. */
  own_word: { request: OwnWordRequest; answer: Workspace };
  /** Saves a source. */
  source_save: { request: SourceRequest; answer: Workspace };
  /** Takes a source out; undo brings it back. */
  source_remove: { request: ItemRequest; answer: Workspace };
  /** Takes in sources from BibTeX or CSL-JSON. */
  sources_import: { request: ImportSourcesRequest; answer: ImportedSources };
  /** Takes in a Word document that came back from reviewers. */
  review_take: { request: ReviewRequest; answer: ReviewTaken };
  /** Shows what came back from reviewers. */
  review_show: { request: FileRequest; answer: ReviewView };
  /** Accepts or rejects suggestions, resolves comments, as one act. */
  review_decide: { request: DecideRequest; answer: Decided };
  /** Answers a comment or a suggestion. */
  review_answer: { request: AnswerRequest; answer: ReviewView };
  /** Lists what a file gives away. */
  scrub_look: { request: ScrubRequest; answer: ScrubReport };
  /** Writes a copy of a file without what it gives away. */
  scrub_clean: { request: ScrubCleanRequest; answer: ScrubCleaned };
  /** Lists the files that go with a statement, and what they give away. */
  annexes: { request: FileRequest; answer: Annexes };
  /** Attaches a file to a statement. */
  annex_add: { request: AnnexAddRequest; answer: Annexes };
  /** Says what becomes of comments, changes and hidden words in an annex. */
  annex_decide: { request: AnnexDecideRequest; answer: Annexes };
  /** Takes an annex out; undo brings it back. */
  annex_remove: { request: ItemRequest; answer: Annexes };
  /** Writes an annex to a file, as it was attached or cleaned. */
  annex_write: { request: AnnexWriteRequest; answer: Exported };
  /** Lists the pictures of a statement, and where the body shows them. */
  pictures: { request: FileRequest; answer: Pictures };
  /** Adds a picture, cleaned and no larger than print needs. */
  picture_add: { request: PictureAddRequest; answer: PictureAdded };
  /** Changes name or width of a picture, or the words of one place that shows it. */
  picture_set: { request: PictureSetRequest; answer: Pictures };
  /** Puts another picture in place of one. */
  picture_replace: { request: PictureReplaceRequest; answer: PictureAdded };
  /** Takes a picture out; undo brings it back. */
  picture_remove: { request: PictureRemoveRequest; answer: Pictures };
  /** Gives the bytes of a picture, whole or small. */
  picture_bytes: { request: PictureBytesRequest; answer: PictureData };
  /** Writes a rendered document. */
  export: { request: ExportRequest; answer: Exported };
  /** Shows which files an export would write, and what to know of them. */
  export_plan: { request: ExportPlanRequest; answer: ExportPlan };
  /** Writes several formats into one folder. */
  export_all: { request: ExportAllRequest; answer: ExportedAll };
  /** Shows the text of each question of a form, with its counters. */
  form_show: { request: FormRequest; answer: WebForm };
  /** Lays the statement out on exact pages and tells where its pieces stand. */
  preview: { request: PreviewRequest; answer: Preview };
  /** Draws one of the pages. */
  preview_page: { request: PreviewPageRequest; answer: PreviewPage };
  /** Tells which piece of the text stands at a place of a page. */
  preview_touch: { request: PreviewTouchRequest; answer: PreviewOrigin };
  /** Freezes the text under a name. */
  version_create: { request: FreezeRequest; answer: Workspace };
  /** Saves an organisation that signs. */
  signatory_save: { request: SignatoryRequest; answer: Workspace };
  /** Takes an organisation out; undo brings it back. */
  signatory_remove: { request: ItemRequest; answer: Workspace };
  /** Records an organisation's consent to a version. */
  endorse: { request: EndorseRequest; answer: Workspace };
  /** Lists the ways to hand over on this machine. */
  channels: { request: Nothing; answer: Channels };
  /** Saves a way to hand over and its secret. */
  channel_save: { request: ChannelRequest; answer: Channels };
  /** Forgets a way to hand over and its secret. */
  channel_remove: { request: CallRequest; answer: Channels };
  /** Shows what handing over would send, without sending. */
  hand_over_plan: { request: HandOverRequest; answer: HandOverPlan };
  /** Hands a version over; safe to repeat. */
  submit: { request: HandOverRequest; answer: Receipt };
  /** Records that a hand-over was acknowledged or published. */
  receipt_mark: { request: ReceiptRequest; answer: Workspace };
  /** Takes back the last change outside the body. */
  undo: { request: FileRequest; answer: Workspace };
  /** Brings it back. */
  redo: { request: FileRequest; answer: Workspace };
  /** Cancels long work. */
  cancel: { request: CancelRequest; answer: Done };
  /** Tells whether a link may be opened in the browser. */
  link_check: { request: LinkRequest; answer: CheckedLink };
}
