import type { Refusal } from '@redress/kernel';

const LONGEST = 128;

/** A key that tells repeated calls from new ones is neither empty nor endless. */
export function unfitIdempotencyKey(key: string): Refusal<'INPUT_INVALID'> | undefined {
  return key.length >= 1 && key.length <= LONGEST
    ? undefined
    : { code: 'INPUT_INVALID', path: ['input', 'idempotencyKey'], details: { limit: LONGEST } };
}
