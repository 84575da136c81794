import { refuse, type Outcome, type Refusal } from '@redress/kernel';
import type { SignalRefusal } from '../model/signal.errors';

/** A command refused before it ran. */
export interface RefusedInput<Code extends string> {
  readonly outcome: Outcome<never, Code>;
  readonly replayed: false;
}

const LONGEST_KEY = 128;
const LONGEST_REASON = 500;

/** Refuses an idempotency key that is empty or too long; answers nothing for one that can be used. */
export function unusableKey(key: string): RefusedInput<'INPUT_INVALID'> | undefined {
  if (key !== '' && key.length <= LONGEST_KEY) return undefined;
  const path = ['input', 'idempotencyKey'];
  return { outcome: refuse({ code: 'INPUT_INVALID', path, details: { limit: LONGEST_KEY } }), replayed: false };
}

/** Refuses an id that stands for nothing, exactly as one that belongs to somebody else. */
export function notFound(field: string): RefusedInput<'NOT_FOUND'> {
  return { outcome: refuse({ code: 'NOT_FOUND', path: ['input', field] }), replayed: false };
}

/** A decision that others will ask about needs a reason. */
export function isWithoutReason(reason: string): Refusal<SignalRefusal> | undefined {
  if (reason.trim() !== '' && reason.length <= LONGEST_REASON) return undefined;
  const limit = { limit: LONGEST_REASON };
  return { code: 'ANALYTICS_REASON_REQUIRED', path: ['input', 'reason'], facts: limit, details: limit };
}

/** Somebody changed it since it was read. */
export function isOutdated(version: number, expectedVersion: number): Refusal<SignalRefusal> | undefined {
  if (version === expectedVersion) return undefined;
  return {
    code: 'VERSION_CONFLICT',
    path: ['input', 'expectedVersion'],
    retryable: true,
    details: { currentVersion: version },
  };
}
