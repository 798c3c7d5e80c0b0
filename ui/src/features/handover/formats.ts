/** Formats of an export: those the call takes come first. */
import type { Call, FileKind } from '../../backend/backend';
import { m } from '../../text/words';

/** The formats Rostrum writes. */
export const formats = ['docx', 'pdf', 'html', 'md', 'txt', 'csv', 'json'] as const;
/** One of them. */
export type Format = (typeof formats)[number];

/** Returns the formats, those that the call takes first. */
export function byCall(call: Call): { format: Format; allowed: boolean }[] {
  const taken = new Set((call.format.files?.value ?? []).map((ending) => ending.toLowerCase()));
  const all = formats.map((format) => ({ format, allowed: taken.has(format) }));
  return [...all.filter((f) => f.allowed), ...all.filter((f) => !f.allowed)];
}

/** Returns a format in words. */
export function formatName(format: Format): string {
  const names: Record<Format, () => string> = {
    docx: m.format_docx,
    pdf: m.format_pdf,
    html: m.format_html,
    md: m.format_md,
    txt: m.format_txt,
    csv: m.format_csv,
    json: m.format_json,
  };
  return names[format]();
}

/** Tells whether a format can lay responses out as a table. */
export function hasLayout(format: Format): boolean {
  return format === 'docx' || format === 'pdf' || format === 'html' || format === 'md';
}

/** Returns the kind of file a dialog asks for. */
export function fileKind(format: Format): FileKind {
  return format === 'json' ? 'txt' : format;
}

/** Returns a bare file name for an export, from the title. */
export function suggestedName(title: string, format: Format): string {
  const bare = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${bare || 'statement'}.${format}`;
}
