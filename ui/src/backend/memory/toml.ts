/** A small writer of TOML for the twin: enough to show a call as text. */

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (isFields(value)) {
    const fields = Object.entries(value).filter(([, v]) => v != null);
    return `{ ${fields.map(([k, v]) => `${k} = ${inline(v)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** Returns fields as TOML. */
export function toml(fields: Fields): string {
  const present = Object.entries(fields).filter(([, v]) => v != null);
  const tables = (v: unknown) => Array.isArray(v) && v.length > 0 && v.every(isFields);
  const flat = present.filter(([, v]) => !isFields(v) && !tables(v));
  const lines = flat.map(([k, v]) => `${k} = ${inline(v)}`);
  for (const [name, value] of present) {
    if (isFields(value) && Object.values(value).some((v) => v != null)) {
      lines.push('', `[${name}]`);
      for (const [k, v] of Object.entries(value)) if (v != null) lines.push(`${k} = ${inline(v)}`);
    } else if (tables(value)) {
      for (const entry of value as Fields[]) {
        lines.push('', `[[${name}]]`);
        for (const [k, v] of Object.entries(entry))
          if (v != null) lines.push(`${k} = ${inline(v)}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Sets the field at a path such as `limits[0].max`; null takes it out. */
export function setField(fields: Fields, path: string, value: unknown): void {
  const steps = path.split(/[.[]/u).map((s) => (s.endsWith(']') ? Number(s.slice(0, -1)) : s));
  let at: Fields | unknown[] = fields;
  steps.forEach((step, index) => {
    const last = index === steps.length - 1;
    const holder = at as Record<string | number, unknown>;
    if (last) {
      if (value !== null) holder[step] = value;
      else if (Array.isArray(at)) at.splice(Number(step), 1);
      else Reflect.deleteProperty(holder, step);
      return;
    }
    holder[step] ??= typeof steps[index + 1] === 'number' ? [] : {};
    at = holder[step] as Fields | unknown[];
  });
}
