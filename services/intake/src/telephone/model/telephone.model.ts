import type { Refusal } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';

export type CallDirection = 'INBOUND' | 'OUTBOUND';
export type CallOutcome = 'ANSWERED' | 'MISSED' | 'ABANDONED';
export type ConfirmationKind = 'CALL_BACK' | 'READ_BACK';

/** A call as it is recorded (IN-23). */
export interface PhoneCall {
  readonly id: string;
  readonly complaintId?: string;
  readonly direction: CallDirection;
  readonly outcome: CallOutcome;
  readonly rangAt: Date;
  readonly rings?: number;
  /** Rings within which the regulation wants it answered, where it says so. */
  readonly ringsAllowed?: number;
  readonly answeredAt?: Date;
  readonly endedAt?: Date;
  readonly recordedBy: string;
}

/** That the complainant confirmed, or corrected, what was understood (IN-18). */
export interface Confirmation {
  readonly id: string;
  readonly complaintId: string;
  readonly kind: ConfirmationKind;
  readonly confirmed: boolean;
  readonly corrections?: string;
  readonly confirmedAt: Date;
  readonly recordedBy: string;
}

export type CallRefusal = 'NOT_FOUND' | 'INTAKE_CALL_OUT_OF_ORDER' | 'INTAKE_NUMBER_OUT_OF_BOUNDS';

const RINGS_AT_MOST = 100;
export const CORRECTIONS_LENGTH_AT_MOST = 4_000;

/** Rings within which the regulation wants the telephone answered. */
export function ringsAllowed(regulation: Regulation | undefined): number | undefined {
  return regulation?.channels.find(({ channel }) => channel === 'PHONE')?.answerWithinRings;
}

/** Whether a call to the organisation was answered later than the regulation allows, or not at all. */
export function isLate({ direction, outcome, rings, ringsAllowed: allowed }: PhoneCall): boolean {
  if (direction === 'OUTBOUND' || allowed === undefined) return false;
  return outcome !== 'ANSWERED' || (rings ?? 0) > allowed;
}

/** A call rings, is answered and ends, in this order and not in the future; only one that is answered has an answer. */
export function callProblem(call: Omit<PhoneCall, 'id' | 'recordedBy'>, now: Date): Refusal<CallRefusal> | undefined {
  const { rings, rangAt, answeredAt, endedAt, outcome } = call;
  if (rings !== undefined && (rings < 0 || rings > RINGS_AT_MOST)) {
    const facts = { field: 'rings', limit: RINGS_AT_MOST };
    return { code: 'INTAKE_NUMBER_OUT_OF_BOUNDS', path: ['rings'], facts, details: { limit: RINGS_AT_MOST } };
  }
  const moments = [rangAt, answeredAt, endedAt, now].filter((moment) => moment !== undefined);
  const ordered = moments.every((moment, index) => index === 0 || moment >= (moments[index - 1] ?? moment));
  const fits = outcome === 'ANSWERED' ? answeredAt !== undefined : answeredAt === undefined;
  return ordered && fits ? undefined : { code: 'INTAKE_CALL_OUT_OF_ORDER', path: ['answeredAt'] };
}

/** Where the corrections of a confirmation lie, as the key of its customer names it. */
export function correctionsPlace(id: string): string {
  return `complaint-confirmation/${id}`;
}
