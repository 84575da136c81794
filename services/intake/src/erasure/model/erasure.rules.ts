import type { Refusal } from '@redress/kernel';
import { COMPLAINTS_AT_MOST, type ComplaintStanding } from './erasure.model';

export type ErasureRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_REASON_OUT_OF_BOUNDS'
  | 'INTAKE_CUSTOMER_ERASED'
  | 'INTAKE_ERASURE_TOO_MANY'
  | 'INTAKE_ERASURE_LEGAL_HOLD'
  | 'INTAKE_ERASURE_COMPLAINT_OPEN'
  | 'INTAKE_ERASURE_KEPT_UNTIL'
  | 'INTAKE_ERASURE_NOT_ARCHIVED';

const NAMED_AT_MOST = 5;
const path = ['customerId'];

/** Everything that keeps a person from being erased: what is held, handled, or to be kept for a time. */
export function erasureProblems(complaints: readonly ComplaintStanding[], now: Date): Refusal<ErasureRefusal>[] {
  if (complaints.length > COMPLAINTS_AT_MOST) {
    const limit = COMPLAINTS_AT_MOST;
    return [{ code: 'INTAKE_ERASURE_TOO_MANY', path, facts: { limit }, details: { limit } }];
  }
  const held = complaints.filter((each) => each.held);
  const open = complaints.filter((each) => each.open);
  const kept = complaints.filter(({ keepUntil }) => keepUntil !== null && keepUntil > now);
  const unfiled = complaints.filter((each) => each.archives && !each.open && each.keepUntil === null);
  const until = kept.map(({ keepUntil }) => keepUntil?.toISOString() ?? '').sort();
  return [
    ...problem('INTAKE_ERASURE_LEGAL_HOLD', held),
    ...problem('INTAKE_ERASURE_COMPLAINT_OPEN', open),
    ...problem('INTAKE_ERASURE_KEPT_UNTIL', kept, { keepUntil: until.at(-1) ?? '' }),
    ...problem('INTAKE_ERASURE_NOT_ARCHIVED', unfiled),
  ];
}

function problem(
  code: ErasureRefusal,
  complaints: readonly ComplaintStanding[],
  facts: Readonly<Record<string, string>> = {},
): Refusal<ErasureRefusal>[] {
  if (complaints.length === 0) return [];
  const named = complaints.slice(0, NAMED_AT_MOST).map(({ number }) => number);
  const more = complaints.length > NAMED_AT_MOST ? ['…'] : [];
  return [{ code, path, facts: { ...facts, numbers: [...named, ...more].join(', ') } }];
}
