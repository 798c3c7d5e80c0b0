/** Formats of an export in words. */
import { m } from '../../text/words';

/** The formats that Rostrum writes, by the name that the desk gives them. */
const names: Record<string, () => string> = {
  docx: m.format_docx,
  pdf: m.format_pdf,
  html: m.format_html,
  md: m.format_md,
  txt: m.format_txt,
  form: m.format_form,
  csv: m.format_csv,
  xlsx: m.format_xlsx,
  json: m.format_json,
};

/** Returns a format in words. */
export function formatName(format: string): string {
  return names[format]?.() ?? format.toUpperCase();
}
