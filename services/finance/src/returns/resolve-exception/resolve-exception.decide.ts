import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import {
  exceptionStates,
  POSSIBLE_RESOLUTIONS,
  type ExceptionResolution,
  type ReturnException,
} from '../model/return-exception.model';
import { totalOf } from '../model/disposition.model';
import { actualOf, type ReturnLine } from '../model/return-line.model';
import type { ReturnRefusal } from '../model/return.errors';
import { wasChangedSince } from '../model/return.rules';

export interface Resolution {
  readonly resolution: ExceptionResolution;
  readonly reason: string;
  readonly by: string;
  readonly expectedVersion: number;
  /** Of the return that the decision is about; absent when nobody asks. */
  readonly expectedReturnVersion?: number;
}

const LONGEST_REASON = 500;

/**
 * Whether the exception may end so, and by this person. `recorders`: who signed for the goods in question; `owners`: who
 * promised the money of the returns that it changes.
 */
export function mayResolve(
  exception: ReturnException,
  { resolution, reason, by, expectedVersion, expectedReturnVersion }: Resolution,
  {
    postsMore,
    recorders,
    owners,
    authorisation,
  }: {
    readonly postsMore: boolean;
    readonly recorders: readonly string[];
    readonly owners: readonly string[];
    readonly authorisation: Pick<ReturnAuthorisation, 'version' | 'state'> | undefined;
  },
): Refusal<ReturnRefusal> | undefined {
  const { kind, state } = exception;
  if (exceptionStates.next(state, resolution) === undefined) {
    const details = { currentState: state, currentVersion: exception.version };
    return { code: 'FINANCE_RETURN_EXCEPTION_DECIDED', facts: { state }, details };
  }
  const changed = wasChangedSince(exception, expectedVersion) ?? wasReturnChanged(authorisation, expectedReturnVersion);
  if (changed !== undefined) return changed;
  const allowed = POSSIBLE_RESOLUTIONS[kind];
  if (!allowed.includes(resolution)) return impossible(exception, allowed);
  if (reason.trim() === '' || reason.length > LONGEST_REASON) {
    return { code: 'FINANCE_RETURN_REASON_REQUIRED', path: ['input', 'reason'], details: { limit: LONGEST_REASON } };
  }
  if (postsMore && (recorders.includes(by) || owners.includes(by))) return { code: 'FINANCE_RETURN_FOUR_EYES' };
  return undefined;
}

function wasReturnChanged(
  authorisation: Pick<ReturnAuthorisation, 'version' | 'state'> | undefined,
  expectedVersion: number | undefined,
): Refusal<ReturnRefusal> | undefined {
  if (authorisation === undefined || expectedVersion === undefined) return undefined;
  const changed = wasChangedSince(authorisation, expectedVersion);
  return changed === undefined ? undefined : { ...changed, path: ['input', 'expectedReturnVersion'] };
}

/** Whether ending it so lets more be paid for than was authorised. */
export function postsMore(
  line: ReturnLine | undefined,
  resolution: ExceptionResolution,
  countsGoods: boolean,
): boolean {
  if (resolution === 'CORRECTED') return countsGoods;
  return resolution === 'ACCEPTED' && line !== undefined && actualOf(line) > line.authorised;
}

/** The line after the decision, and how much of what was recorded was never there. */
export interface LineAfter {
  readonly line: ReturnLine;
  readonly miscounted: bigint;
}

/** What the decision makes of the line that it is about. */
export function lineAfter(
  line: ReturnLine,
  exception: ReturnException,
  resolution: ExceptionResolution,
): Outcome<LineAfter, ReturnRefusal> {
  switch (exception.kind) {
    case 'OVER_RECEIPT':
    case 'QUANTITY_DIFFERS':
      return afterDifference(line, exception, resolution);
    case 'DAMAGED': {
      const kept = resolution === 'ACCEPTED' || resolution === 'CORRECTED';
      return accept({ line: kept ? line : setAside(line, exception.quantity), miscounted: 0n });
    }
    case 'SHORT_AND_OVERDUE': {
      if (resolution !== 'ACCEPTED') return accept({ line, miscounted: 0n });
      return accept({ line: { ...line, complete: true, instructed: actualOf(line) }, miscounted: 0n });
    }
    case 'UNEXPECTED_GOODS':
    case 'MISMATCHED_LINE':
    case 'CANCELLED_WITH_GOODS':
    case 'PAID_DIFFERS':
      return accept({ line, miscounted: 0n });
  }
}

function afterDifference(
  line: ReturnLine,
  exception: ReturnException,
  resolution: ExceptionResolution,
): Outcome<LineAfter, ReturnRefusal> {
  const surplus = actualOf(line) - line.authorised;
  if (resolution === 'ACCEPTED') return accept({ line: { ...line, instructed: actualOf(line) }, miscounted: 0n });
  if (resolution === 'CORRECTED') {
    if (surplus <= 0n) return accept({ line: { ...line, complete: false }, miscounted: 0n });
    const received = line.received - surplus;
    if (totalOf(line.inspected) > received) return refuse(impossible(exception, ['ACCEPTED', 'RETURNED_TO_CUSTOMER']));
    return accept({ line: { ...line, received }, miscounted: surplus });
  }
  if (surplus <= 0n) return refuse(impossible(exception, ['ACCEPTED', 'CORRECTED']));
  return accept({ line: setAside(line, surplus), miscounted: 0n });
}

function setAside(line: ReturnLine, quantity: bigint): ReturnLine {
  const actual = actualOf(line);
  return { ...line, setAside: line.setAside + (quantity < actual ? quantity : actual) };
}

function impossible({ kind }: ReturnException, allowed: readonly ExceptionResolution[]): Refusal<ReturnRefusal> {
  return {
    code: 'FINANCE_RETURN_RESOLUTION_IMPOSSIBLE',
    path: ['input', 'resolution'],
    facts: { kind },
    details: { allowed },
  };
}
