import { conditionHolds } from '../conditions/condition';
import type { KnownFacts } from '../conditions/facts-of';
import type { FactValue } from '../conditions/facts.model';
import type { Regulation } from '../regulation/regulation.model';
import { valueProblem, type FactProblem } from './declared-value';

type CardField = Regulation['recordCard']['fields'][number];
/** A member that every complaint has and a field of the card may stand for. */
export type CardMember = Exclude<NonNullable<CardField['of']>, 'TEXT'>;

const MAXIMUM_LENGTH = 4_000;

/**
 * What is wrong with a record card. A field that stands for a member which every complaint has is filled in when
 * `members` says so; `TEXT` stands for the complaint's own words and is filled in like any other member.
 */
export function cardProblems(
  regulation: Regulation,
  card: Readonly<Record<string, FactValue | null | undefined>>,
  facts: KnownFacts,
  members: Partial<Record<NonNullable<CardField['of']>, boolean>> = {},
): readonly FactProblem[] {
  const { fields } = regulation.recordCard;
  const stated = Object.fromEntries(
    Object.entries(card).filter((entry): entry is [string, FactValue] => isStated(entry[1])),
  );
  const withCard: KnownFacts = { ...facts, card: { ...facts.card, ...wellTyped(fields, stated) } };
  const known = new Set(fields.map(({ key }) => key));
  const unknown = Object.keys(stated).filter((key) => !known.has(key));
  return [
    ...unknown.map((key): FactProblem => ({ code: 'UNKNOWN', key, expected: 'a field of the record card' })),
    ...fields.flatMap((field) => {
      const filled = stated[field.key] !== undefined || (field.of !== undefined && members[field.of] === true);
      const problem = filled ? fieldProblem(field, stated[field.key]) : missing(regulation, field, withCard);
      return problem === undefined ? [] : [problem];
    }),
  ];
}

function missing(
  regulation: Regulation,
  { key, required, label }: CardField,
  facts: KnownFacts,
): FactProblem | undefined {
  const needed = typeof required === 'boolean' ? required : conditionHolds(regulation, required, facts);
  return needed ? { code: 'REQUIRED', key, expected: label.en } : undefined;
}

function fieldProblem(field: CardField, value: FactValue | undefined): FactProblem | undefined {
  if (value === undefined) return undefined;
  const longest = field.maximumLength ?? MAXIMUM_LENGTH;
  if (typeof value === 'string' && [...value].length > longest) {
    return { code: 'TOO_LONG', key: field.key, expected: `at most ${longest.toString()} characters` };
  }
  return valueProblem(field, value);
}

/** Conditions are evaluated over values of their declared types only. */
function wellTyped(
  fields: readonly CardField[],
  values: Readonly<Record<string, FactValue>>,
): Record<string, FactValue> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.key];
      return value === undefined || valueProblem(field, value) !== undefined ? [] : [[field.key, value]];
    }),
  );
}

function isStated(value: FactValue | null | undefined): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}
