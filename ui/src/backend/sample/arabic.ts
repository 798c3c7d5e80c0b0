/** A small invented draft in Arabic, with a symbol in Latin letters and a note, for reading from right to left. */
import type { Block, BlockKind, Draft } from '../generated/wire';

const lines: [kind: BlockKind, label: string | null, text: string, level?: number][] = [
  ['title', null, 'المسودة الأولى لتقرير الفريق العامل المعني بقدرة الشبكات المدنية على الصمود'],
  ['heading', null, 'أولا - مقدمة', 1],
  [
    'paragraph',
    '1.',
    'أُنشئ الفريق العامل لدراسة حماية الشبكات التي تعتمد عليها حياة المدنيين، وللتوصية بتدابير يمكن للدول أن تتخذها بالتعاون مع الأطراف المعنية.',
  ],
  [
    'paragraph',
    '2.',
    'A/WG.90/2026/CRP.1 هي الوثيقة التي يستند إليها هذا التقرير، وقد أحاطت الدول علما بها.',
  ],
  ['heading', null, 'ثانيا - التهديدات القائمة والمحتملة', 1],
  [
    'paragraph',
    '3.',
    'أعربت الدول عن قلقها إزاء تزايد الأعمال التي تعطّل الشبكات المدنية، وإزاء آثارها في المستشفيات والمدارس.',
  ],
  ['paragraph', '(أ)', 'ينبغي لكل دولة أن تعيّن جهة اتصال للحوادث؛', 1],
  ['paragraph', '(ب)', 'ويجوز لها أن تنشر سياسة وطنية للإبلاغ عن مواطن الضعف.', 1],
  ['heading', null, 'ثالثا - بناء القدرات', 1],
  [
    'paragraph',
    '4.',
    'أكدت الدول أن بناء القدرات ينبغي أن يستجيب للاحتياجات التي تحددها البلدان المستفيدة نفسها.',
  ],
];

function blocks(): Block[] {
  let heading = '';
  return lines.map(([kind, label, text, level = 0], at): Block => {
    const block: Block = {
      id: `b${String(at + 1)}`,
      kind,
      label,
      level,
      heading_path: kind === 'heading' || heading === '' ? [] : [heading],
      text,
      original: null,
      page: null,
      region: null,
      continues: [],
      confidence: 1,
      footnotes:
        at === 5
          ? [
              {
                mark: '1',
                text: 'انظر أيضا الفقرة 4.',
                offset: new TextEncoder().encode(text).length,
              },
            ]
          : [],
    };
    if (kind === 'heading') heading = text;
    return block;
  });
}

/** Returns the Arabic sample draft. */
export function arabicDraft(): Draft {
  return {
    title: 'المسودة الأولى لتقرير الفريق العامل المعني بقدرة الشبكات المدنية على الصمود',
    symbol: 'A/WG.90/2026/CRP.1',
    revision: null,
    date: null,
    language: 'ar',
    format: 'docx',
    pages: null,
    blocks: blocks(),
    findings: [],
  };
}
