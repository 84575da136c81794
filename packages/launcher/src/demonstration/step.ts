import type { Role } from '@redress/kernel';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Values that earlier steps kept, by name. */
export type Kept = Readonly<Record<string, JsonValue>>;

/** One request to the public graph in the name of a person. */
export interface Step {
  /** What happens, for the person who reads the data or an error. */
  readonly title: string;
  readonly as: { readonly role: Role; readonly subject?: string; readonly customer?: string; readonly unit?: string };
  /** Name of a file in `documents/`, without `.graphql`. */
  readonly document: string;
  /** `$name` is a value that was kept; `ago:3d` (or `h`, `m`) is a time before the load. */
  readonly variables?: { readonly [name: string]: JsonValue };
  /** Paths into the answer whose values later steps use. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Repeat until all kept values are there: for what another service does after an event. */
  readonly patient?: boolean;
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function fillText(text: string, kept: Kept, nowMs: number): JsonValue {
  if (text.startsWith('$')) {
    const value = kept[text.slice(1)];
    if (value === undefined) throw new Error(`no earlier step kept ${text}`);
    return value;
  }
  const [, amount, unit = ''] = /^ago:(\d+)([mhd])$/.exec(text) ?? [];
  const unitMs = UNIT_MS[unit];
  return unitMs === undefined ? text : new Date(nowMs - Number(amount) * unitMs).toISOString();
}

/** Replaces names of kept values and relative times. Throws for a name that no earlier step kept. */
export function fill(value: JsonValue, kept: Kept, nowMs: number): JsonValue {
  if (typeof value === 'string') return fillText(value, kept, nowMs);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => fill(item, kept, nowMs));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, kept, nowMs)]));
}

/** The value at a dotted path such as `case.stages.0.id`; undefined when a part of it is missing or null. */
export function valueAt(answer: unknown, path: string): JsonValue | undefined {
  let value = answer;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value === null ? undefined : (value as JsonValue | undefined);
}
