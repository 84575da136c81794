/**
 * How the provider treats a request.
 * SLOW waits before it pays · ERROR_BEFORE answers 500 and does nothing · ERROR_AFTER pays and answers 500 ·
 * NO_ANSWER pays and never answers · NO_ANSWER_UNPAID does nothing and never answers ·
 * ANSWER_TWICE pays and sends its answer two times on the same connection.
 */
export const MODES = [
  'OK',
  'SLOW',
  'DECLINE',
  'ERROR_BEFORE',
  'ERROR_AFTER',
  'NO_ANSWER',
  'NO_ANSWER_UNPAID',
  'ANSWER_TWICE',
] as const;

export type Mode = (typeof MODES)[number];
export type Operation = 'PAY' | 'QUERY';

/** Which requests a behaviour applies to; an absent member matches everything. */
export interface Match {
  readonly key?: string;
  readonly reference?: string;
  readonly amountMinor?: string;
}

export interface Behaviour {
  readonly mode: Mode;
  readonly operation: Operation;
  readonly delayMs: number;
  readonly match: Match;
  /** How many requests it still applies to; absent means until it is cleared. */
  readonly times?: number;
}

const NORMAL: Omit<Behaviour, 'operation'> = { mode: 'OK', delayMs: 0, match: {} };

/** The behaviours that were ordered, oldest first; the first one that matches a request is used. */
export class BehaviourPlan {
  private behaviours: Behaviour[] = [];

  add(behaviour: Behaviour): void {
    this.behaviours.push(behaviour);
  }

  clear(): void {
    this.behaviours = [];
  }

  list(): readonly Behaviour[] {
    return this.behaviours;
  }

  /** The behaviour for a request, used up by one. */
  take(operation: Operation, request: Match): Behaviour {
    const index = this.behaviours.findIndex(
      (behaviour) => behaviour.operation === operation && applies(behaviour.match, request),
    );
    const behaviour = this.behaviours[index];
    if (behaviour === undefined) return { ...NORMAL, operation };
    if (behaviour.times !== undefined) {
      if (behaviour.times <= 1) this.behaviours.splice(index, 1);
      else this.behaviours[index] = { ...behaviour, times: behaviour.times - 1 };
    }
    return behaviour;
  }
}

function applies(match: Match, request: Match): boolean {
  return (
    (match.key === undefined || match.key === request.key) &&
    (match.reference === undefined || match.reference === request.reference) &&
    (match.amountMinor === undefined || match.amountMinor === request.amountMinor)
  );
}
