import type { Refusal } from '@redress/kernel';
import type { FactProblem, FactValue, Regulation } from '@redress/regulations';

export type FactRefusal =
  | 'INTAKE_FIELD_MISSING'
  | 'INTAKE_FIELD_UNKNOWN'
  | 'INTAKE_FIELD_MISTYPED'
  | 'INTAKE_FIELD_TWICE'
  | 'INTAKE_OPTION_NOT_ALLOWED'
  | 'INTAKE_VALUE_TOO_LONG';

/** A fact as a client states it, in words; its type is that which the regulation declares. */
export interface StatedFact {
  readonly key: string;
  readonly value: string;
}

export type FactValues = Readonly<Record<string, FactValue>>;
type DeclaredFact = Pick<Regulation['assessment'][number], 'key' | 'type'>;

/** What the published contract takes of a text. */
const PUBLISHED_LENGTH_AT_MOST = 500;

/**
 * Stated facts in the types that are declared for them. A text that is no such value stays a text, so that whoever checks
 * it can say what was expected.
 */
export function typedFacts(declared: readonly DeclaredFact[], stated: readonly StatedFact[]): FactValues {
  const typeOf = new Map(declared.map(({ key, type }) => [key, type]));
  return Object.fromEntries(stated.map(({ key, value }) => [key, typed(typeOf.get(key), value.trim())]));
}

/** Facts that are stated more than once. */
export function repeatedFacts(stated: readonly StatedFact[], place: string): Refusal<FactRefusal>[] {
  return stated.flatMap(({ key }, index) =>
    stated.findIndex((other) => other.key === key) < index
      ? [{ code: 'INTAKE_FIELD_TWICE', path: [place, String(index), 'key'], facts: { field: short(key) } }]
      : [],
  );
}

/** Texts that are too long to be published. */
export function tooLongToPublish(values: FactValues, stated: readonly StatedFact[], place: string) {
  return Object.entries(values).flatMap(([key, value]): Refusal<FactRefusal>[] => {
    if (typeof value !== 'string' || value.length <= PUBLISHED_LENGTH_AT_MOST) return [];
    const limit = PUBLISHED_LENGTH_AT_MOST;
    return [
      {
        code: 'INTAKE_VALUE_TOO_LONG',
        path: pathOf(key, stated, place),
        facts: { field: key, limit },
        details: { limit },
      },
    ];
  });
}

/** A problem of the regulation package as the refusal that the client sees. */
export function factRefusal(
  { code, key, expected, allowed }: FactProblem,
  { stated, place, known, path }: FactPlace,
): Refusal<FactRefusal> {
  const at = path ?? pathOf(key, stated, place);
  const facts = { field: short(key) };
  switch (code) {
    case 'REQUIRED':
      return { code: 'INTAKE_FIELD_MISSING', path: at, facts, details: { allowed: [key] } };
    case 'UNKNOWN':
      return { code: 'INTAKE_FIELD_UNKNOWN', path: at, facts, details: { allowed: known } };
    case 'NOT_AN_OPTION':
      return { code: 'INTAKE_OPTION_NOT_ALLOWED', path: at, facts, details: { allowed: allowed ?? [] } };
    case 'TOO_LONG': {
      const limit = Number(/\d+/.exec(expected)?.[0] ?? PUBLISHED_LENGTH_AT_MOST);
      return { code: 'INTAKE_VALUE_TOO_LONG', path: at, facts: { ...facts, limit }, details: { limit } };
    }
    case 'MISTYPED':
      return { code: 'INTAKE_FIELD_MISTYPED', path: at, facts: { ...facts, expected } };
  }
}

/** Where in the input facts were stated, and which could have been. */
export interface FactPlace {
  readonly stated: readonly StatedFact[];
  readonly place: string;
  readonly known: readonly string[];
  readonly path?: readonly string[];
}

function pathOf(key: string, stated: readonly StatedFact[], place: string): string[] {
  const index = stated.findIndex((fact) => fact.key === key);
  return index < 0 ? [place] : [place, String(index), 'value'];
}

function typed(type: DeclaredFact['type'] | undefined, value: string): FactValue {
  switch (type) {
    case 'BOOLEAN':
      return value === 'true' || value === 'false' ? value === 'true' : value;
    case 'NUMBER':
    case 'QUANTITY':
    case 'MONEY':
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? Number(value) : value;
    case 'TEXT':
    case 'DATE':
    case 'CHOICE':
    case undefined:
      return value;
  }
}

function short(key: string): string {
  return key.slice(0, 64);
}
