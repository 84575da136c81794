import { toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';

const KEY_LENGTH_AT_MOST = 128;

/** What is wrong with an idempotency key. */
export function idempotencyKeyProblems(key: string): readonly Refusal[] {
  const fits = key.trim() !== '' && key.length <= KEY_LENGTH_AT_MOST;
  return fits ? [] : [{ code: 'INPUT_INVALID', path: ['idempotencyKey'], details: { limit: KEY_LENGTH_AT_MOST } }];
}

/** Refusals of a command as the client sees them: their paths lead through the argument `input`. */
export function inputErrors(refusals: readonly Refusal[], context: GraphContext): UserError[] {
  return toUserErrors(
    refusals.map((refusal) =>
      refusal.path === undefined ? refusal : { ...refusal, path: ['input', ...refusal.path] },
    ),
    context,
  );
}

type Given<Shape> = { [Name in keyof Shape]?: NonNullable<Shape[Name]> };

/** Leaves out what a client did not send, whether it is missing or null. */
export function given<Shape extends object>(values: Shape): Given<Shape> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Shape>;
}

/** A text that says something; a blank one counts as left out. */
export function said(text: string | null | undefined): string | undefined {
  return text === null || text === undefined || text.trim() === '' ? undefined : text;
}
