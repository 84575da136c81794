import type { Refusal } from '@redress/kernel';
import { reasonProblem } from '../../complaint/model/change-reason.rules';
import type { Forward } from './forwarding.model';

export type ForwardingRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_REASON_OUT_OF_BOUNDS'
  | 'INTAKE_VALUE_TOO_LONG'
  | 'INTAKE_FORWARD_TO_ONE'
  | 'INTAKE_ALREADY_FORWARDED'
  | 'INTAKE_ALREADY_CONFIRMED';

const LONGEST = { unitId: 64, organisation: 200, receipt: 500 } as const;

/** A complaint goes to one place, for a reason. */
export function forwardProblems({ unitId, organisation, reason }: Forward): Refusal<ForwardingRefusal>[] {
  const unreasonable = reasonProblem(reason);
  const places = [unitId, organisation].filter((place) => place !== undefined && place.trim() !== '');
  return [
    ...(unreasonable === undefined ? [] : [unreasonable]),
    ...(places.length === 1 ? [] : [{ code: 'INTAKE_FORWARD_TO_ONE' } as const]),
    ...tooLong('unitId', unitId),
    ...tooLong('organisation', organisation),
  ];
}

/** Refuses a text that does not fit. */
export function tooLong(field: keyof typeof LONGEST, text: string | undefined): Refusal<ForwardingRefusal>[] {
  const limit = LONGEST[field];
  if (text === undefined || text.length <= limit) return [];
  return [{ code: 'INTAKE_VALUE_TOO_LONG', path: [field], facts: { field, limit }, details: { limit } }];
}
