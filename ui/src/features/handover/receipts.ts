/** Receipts in the words of the window: the four states on the way, and the two beside it. */
import type { Channel, Receipt, ReceiptState } from '../../backend/backend';
import { m } from '../../text/words';

/** The states on the way, in order. */
export const way: readonly ReceiptState[] = [
  'prepared',
  'handed_over',
  'acknowledged',
  'published',
];

/** Returns a state in words. */
export function stateName(state: ReceiptState): string {
  const names: Record<ReceiptState, () => string> = {
    prepared: m.receipt_prepared,
    unknown: m.receipt_unknown,
    refused: m.receipt_refused,
    handed_over: m.receipt_handed_over,
    acknowledged: m.receipt_acknowledged,
    published: m.receipt_published,
  };
  return names[state]();
}

/** Returns how far along the way a receipt is; what is beside the way stands at its beginning. */
export function placeOnWay(state: ReceiptState): number {
  return Math.max(0, way.indexOf(state));
}

/** Returns what can be recorded of a receipt in this state, the likeliest first. */
export function nextStates(state: ReceiptState): ReceiptState[] {
  switch (state) {
    case 'handed_over':
      return ['acknowledged', 'published'];
    case 'acknowledged':
      return ['published'];
    case 'unknown':
      return ['handed_over'];
    default:
      return [];
  }
}

/** Tells whether the same hand-over may be tried again. */
export function canTryAgain(state: ReceiptState): boolean {
  return state === 'prepared' || state === 'unknown' || state === 'refused';
}

/** Returns the name of a receipt's channel, or its id when the channel is gone. */
export function channelName(receipt: Receipt, channels: readonly Channel[]): string {
  return channels.find((c) => c.id === receipt.channel)?.name ?? receipt.channel;
}

/** Returns the size of a file in words a person knows: `18 kB`. */
export function fileSize(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'short',
    maximumFractionDigits: (value as number) < 10 && unit !== 'byte' ? 1 : 0,
  }).format(value as number);
}

/** Returns what was taken out of the files, in words. */
export function cleanedWords(key: string): string {
  const names: Record<string, () => string> = {
    author: m.cleaned_author,
    paths: m.cleaned_paths,
    revision_ids: m.cleaned_revision_ids,
    comments: m.cleaned_comments,
  };
  return names[key]?.() ?? key;
}
