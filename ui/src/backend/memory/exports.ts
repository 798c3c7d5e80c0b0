/** What the twin answers about files that are written, and about texts for a form. */
import type {
  ExportedAll,
  ExportStyle,
  FormField,
  PlannedExport,
  WebForm,
} from '../generated/wire';
import { sha256 } from './bytes';
import { refuse } from './failures';
import { previewOf } from './preview';
import type { Answers, Room } from './room';
import type { OpenStatement } from './statement';
import { bodySections, countWords, plain } from './words';

type Answered = 'export' | 'export_plan' | 'export_all' | 'form_show';

const formats = ['docx', 'pdf', 'html', 'md', 'txt', 'form', 'csv', 'xlsx', 'json'];
const laidOut = new Set(['docx', 'pdf', 'html', 'md', 'txt']);

function nameOf(open: OpenStatement, format: string, layout: string): string {
  const words = [open.statement().organisation, open.statement().title, '2026'];
  const stem = words.join('_').replace(/[^A-Za-z0-9-]+/gu, '_');
  const behind =
    format === 'form'
      ? '_form'
      : format === 'csv' || format === 'xlsx'
        ? '_comments'
        : layout !== 'prose' && laidOut.has(format)
          ? `_${layout}`
          : '';
  return `${stem}${behind}.${format === 'form' ? 'txt' : format}`;
}

/** Returns a text with the letters of a keyboard. */
function typed(text: string, { dashes }: ExportStyle): string {
  const straight = text
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\u00a0/gu, ' ');
  return dashes === 'kept' ? straight : straight.replace(/\s*[–—]\s*/gu, ' - ');
}

function field(kind: string, id: string, question: string, text: string, limit: number | null) {
  const words = countWords(text);
  const over = limit === null ? 0 : Math.max(0, words - limit);
  const state =
    limit === null ? 'free' : over > 0 ? 'over' : words >= limit * 0.9 ? 'near' : 'fits';
  const unit = limit === null ? null : ('words' as const);
  const made: FormField = {
    kind,
    id,
    question,
    text,
    words,
    characters: text.length,
    limit,
    unit,
    over,
    state,
  };
  return made;
}

function formOf(open: OpenStatement, style: ExportStyle): WebForm {
  const { title, organisation, body } = open.statement();
  const fields = [
    field('title', 'title', 'Title', typed(title, style), null),
    field('header', 'organisation', 'Submitted by', typed(organisation, style), null),
    ...bodySections(body).map(({ heading, text }) => {
      const rule = open.call.sections.find((s) => s.heading === heading);
      const limit = open.call.limits.find((l) => l.section != null && l.section === rule?.id);
      const words = typed(plain(text).trim(), style);
      return field('section', rule?.id ?? '', heading, words, limit?.max ?? null);
    }),
  ];
  return { fields };
}

/** Returns the commands about exports. */
export function exportAnswers({ find, native, cancelled }: Room): Answers<Answered> {
  const there = new Set<string>();
  const write = async (open: OpenStatement, format: string, out: string) => ({
    file: out,
    bytes: 18_432,
    sha256: await sha256(open.canonical() + format),
    findings: [],
    pages: format === 'pdf' ? previewOf(open).pages.length : null,
    beside: [],
  });
  return {
    export: async ({ file, format, out }) => write(find(file), format, out),
    export_plan: ({ file, layout, folder }) => {
      const open = find(file);
      const taken = open.call.format.files?.value ?? ['docx'];
      const files = formats.map((format): PlannedExport => {
        const name = nameOf(open, format, layout);
        return {
          format,
          allowed: taken.includes(format),
          has_layout: laidOut.has(format),
          name,
          exists: there.has(`${folder}/${name}`),
          folder:
            format === 'md' && (open.statement().pictures ?? []).length > 0
              ? name.replace(/\.md$/, '-pictures')
              : '',
          findings: format === 'pdf' ? previewOf(open).findings : [],
        };
      });
      return {
        stated: open.call.format.files != null,
        files: [...files.filter((f) => f.allowed), ...files.filter((f) => !f.allowed)],
        findings: [],
        beside: '/statements',
      };
    },
    export_all: async ({ file, formats: wanted, layout, folder, job }) => {
      const open = find(file);
      const all: ExportedAll = { folder, files: [], failures: [] };
      for (const [done, format] of wanted.entries()) {
        native.progress.tell({ job, stage: format, done, total: wanted.length });
        if (folder.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 600));
        if (cancelled.delete(job)) refuse('cancelled', 'write the documents', 'cancelled');
      }
      for (const format of wanted) {
        const out = `${folder}/${nameOf(open, format, layout)}`;
        if (folder.includes('full') && format === 'pdf') {
          all.failures.push({
            format,
            failure: {
              code: 'disk_full',
              attempt: `write "${out}"`,
              detail: 'no room',
              params: { file: out },
            },
          });
          continue;
        }
        there.add(out);
        all.files.push({ format, ...(await write(open, format, out)) });
      }
      return all;
    },
    form_show: ({ file, style }) => formOf(find(file), style),
  };
}
