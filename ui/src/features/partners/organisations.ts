/** What is known of an organisation that signs: choices and states in words. */
import type { EcosocStatus, Signatory, SignatoryRow } from '../../backend/backend';
import { m } from '../../text/words';

/** The five UN regional groups as they print, with their words in the window. */
export const regions: { value: string; label: () => string }[] = [
  { value: '', label: m.region_none },
  { value: 'African States', label: m.region_africa },
  { value: 'Asia-Pacific States', label: m.region_asia },
  { value: 'Eastern European States', label: m.region_east },
  { value: 'Latin American and Caribbean States', label: m.region_latin },
  { value: 'Western European and other States', label: m.region_west },
];

/** ECOSOC status in words. */
export const statuses: { value: EcosocStatus; label: () => string }[] = [
  { value: 'none', label: m.ecosoc_none },
  { value: 'general', label: m.ecosoc_general },
  { value: 'special', label: m.ecosoc_special },
  { value: 'roster', label: m.ecosoc_roster },
];

/** Returns an organisation with nothing filled in. */
export function emptyOrganisation(): Signatory {
  return { id: '', organisation: '', country: '', region: '', group: '', status: 'none' };
}

/** Returns the rows whose consent no longer holds, because the text changed. */
export function lapsed(rows: readonly SignatoryRow[]): SignatoryRow[] {
  return rows.filter((row) => row.state === 'text_changed');
}

/** Returns a list of names as a sentence has them. */
export function named(rows: readonly SignatoryRow[], language: string): string {
  const names = rows.map((row) => row.signatory.organisation);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
