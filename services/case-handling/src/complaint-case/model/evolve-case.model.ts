import { definitionOf, type LaterFact } from '../../case-facts.model';
import type { ComplaintCase } from './case.model';
import { caseMachine } from './case.transitions';
import { runningClock } from './facts/clock.events';
import type { CaseOpened } from './facts/intake.events';
import { PLAIN_COMPLAINT } from './matter.model';
import { present } from './present-members.model';

/** The case that a registered complaint begins with. */
export function openedCase(fact: CaseOpened): ComplaintCase {
  return {
    ...fact.complaint,
    id: fact.caseId,
    version: 1,
    state: caseMachine.initial,
    openedAt: fact.at,
    ...present({ firstReplyAt: fact.firstReplyAt, adoptionId: fact.adoptionId }),
    matter: fact.complaint.matter ?? PLAIN_COMPLAINT,
    levelBecause: [],
    round: 1,
    departments: [],
    moments: { RECEIPT: fact.complaint.receivedAt },
    kept: {},
    stages: [],
    clocks: fact.clocks.map(runningClock),
    resolutions: 0,
  };
}

/** The case after a fact. Throws `Error` for a fact that the transition table does not allow: a decision let it through. */
export function evolve(current: ComplaintCase, fact: LaterFact): ComplaintCase {
  const definition = definitionOf(fact.type);
  const action = definition.action?.(fact);
  const state = action === undefined ? current.state : caseMachine.next(current.state, action);
  if (state === undefined) throw new Error(`${fact.type} cannot happen to a case in ${current.state}`);
  const evolved = { ...current, ...definition.effect?.(current, fact), state, version: current.version + 1 };
  return without(evolved, definition.clears?.(fact) ?? []);
}

function without(current: ComplaintCase, members: readonly string[]): ComplaintCase {
  if (members.length === 0) return current;
  return Object.fromEntries(
    Object.entries(current).filter(([name]) => !members.includes(name)),
  ) as unknown as ComplaintCase;
}
