/** Where the keys go when a dialog opens. */

const fields =
  'input:not([type="hidden"], :disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"]';
const controls = 'button:not(:disabled), a[href], summary, [tabindex="0"]';

/** Returns the first field of a dialog, or else the first thing in it that can be pressed. */
export function firstPlace(dialog: ParentNode): HTMLElement | null {
  const field = dialog.querySelector<HTMLElement>(fields);
  if (field instanceof HTMLInputElement && field.type === 'radio') {
    const chosen = dialog.querySelector<HTMLElement>(
      `input[type="radio"][name="${CSS.escape(field.name)}"]:checked`,
    );
    return chosen ?? field;
  }
  return field ?? dialog.querySelector<HTMLElement>(controls);
}
