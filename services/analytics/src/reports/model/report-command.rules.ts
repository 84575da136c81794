import { refuse, type Outcome } from '@redress/kernel';

interface RefusedInput<Code extends string> {
  readonly outcome: Outcome<never, Code>;
  readonly replayed: false;
}

const LONGEST_KEY = 128;

/** Refuses an idempotency key that is empty or too long; answers nothing for one that can be used. */
export function unusableKey(key: string): RefusedInput<'INPUT_INVALID'> | undefined {
  if (key !== '' && key.length <= LONGEST_KEY) return undefined;
  const path = ['input', 'idempotencyKey'];
  return { outcome: refuse({ code: 'INPUT_INVALID', path, details: { limit: LONGEST_KEY } }), replayed: false };
}

/** Refuses an id that stands for no report, exactly as one that belongs to somebody else. */
export function noSuchReport(): RefusedInput<'NOT_FOUND'> {
  return { outcome: refuse({ code: 'NOT_FOUND', path: ['input', 'reportId'] }), replayed: false };
}
