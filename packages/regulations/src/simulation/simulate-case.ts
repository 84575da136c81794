import { mayDecide } from '../authority/may-decide';
import { classify } from '../classification/classify';
import { conditionsWith } from '../conditions/condition';
import type { KnownFacts } from '../conditions/facts-of';
import { levelOf } from '../levels/level-of';
import { planStages, type PlannedStage } from '../stages/plan-stages';
import { dueAt } from '../working-time/due-at';
import { workingTimeOf } from '../working-time/working-time-of';
import type {
  CaseDifferences,
  CaseHistory,
  DecidedAmount,
  Difference,
  RegulationInForce,
  SimulatedClock,
} from './simulation.model';

/** A case as one of two regulations would have had it. */
interface Outcome {
  readonly level: string | undefined;
  readonly clocks: ReadonlyMap<string, SimulatedClock>;
  readonly decided: ReadonlyMap<string, boolean>;
}

const plans = new WeakMap<RegulationInForce, readonly PlannedStage[]>();

/**
 * What would have been different in a case under another regulation, or another version or adoption of it: every clock
 * that is due at another time or no longer in time, the level, and every decision that its decider could not have taken,
 * or now could. Stages are compared by their names.
 */
export function simulateCase(
  history: CaseHistory,
  before: RegulationInForce,
  after: RegulationInForce,
): CaseDifferences {
  const one = outcomeOf(history, before);
  const other = outcomeOf(history, after);
  return {
    caseId: history.caseId,
    differences: [...levels(one, other), ...clocks(one, other), ...decisions(one, other)],
  };
}

function outcomeOf(history: CaseHistory, inForce: RegulationInForce): Outcome {
  const { regulation, settings } = inForce;
  const level = [...(history.earlierFacts ?? []), history.facts].reduce<string | undefined>(
    (current, facts) => levelOf(regulation, facts, current)?.level,
    undefined,
  );
  const facts = factsUnder(history.facts, inForce, level);
  const decided = history.decisions.map((decision): [string, boolean] => [
    decision.decisionId,
    mayDecide(regulation, settings, {
      subject: 'decider',
      proposedBy: 'proposer',
      ...decision,
      facts: { ...facts, decision: decisionFacts(facts.decision, decision) },
    }).ok,
  ]);
  return { level, clocks: clocksOf(history, inForce, facts), decided: new Map(decided) };
}

/** The level is that of this regulation; what nobody classified is as its rules say. */
function factsUnder(facts: KnownFacts, { regulation }: RegulationInForce, level: string | undefined): KnownFacts {
  const leveled = level === undefined ? facts : { ...facts, case: { ...facts.case, level } };
  const ruled = Object.entries(classify(regulation, leveled));
  if (ruled.length === 0) return leveled;
  const byRule = Object.fromEntries(ruled.map(([axis, { value }]) => [axis, value]));
  return { ...leveled, classification: { ...byRule, ...facts.classification } };
}

function decisionFacts(known: KnownFacts['decision'], { amounts: [first] }: DecidedAmount): KnownFacts['decision'] {
  return first === undefined ? known : { amountMinor: Number(first.amountMinor), currency: first.currency, ...known };
}

function clocksOf(history: CaseHistory, inForce: RegulationInForce, facts: KnownFacts): Map<string, SimulatedClock> {
  const { regulation, settings } = inForce;
  let plan = plans.get(inForce);
  if (plan === undefined) {
    plan = planStages(regulation, settings);
    plans.set(inForce, plan);
  }
  const holds = conditionsWith(regulation, facts);
  const workingTime = workingTimeOf(settings);
  const options = history.pauses === undefined ? {} : { pauses: history.pauses };
  const found = new Map<string, SimulatedClock>();
  for (const planned of plan) {
    const start = planned.deadline === undefined ? undefined : startOf(planned.deadline.startsAt, history, plan);
    if (start === undefined || planned.deadline === undefined || !holds(planned.when)) continue;
    const due = dueAt(planned.deadline.duration, start, workingTime, options);
    const end = finishOf(planned, history) ?? history.closedAt ?? history.until;
    found.set(planned.stage, { dueAt: due.dueAt, inTime: end <= due.dueAt });
  }
  return found;
}

function startOf(startsAt: string, history: CaseHistory, plan: readonly PlannedStage[]): Date | undefined {
  if (startsAt === 'RECEIPT') return history.receivedAt;
  if (startsAt === 'EXECUTION_FINISHED') return history.executedAt;
  if (startsAt === 'CLOSING') return history.closedAt;
  if (startsAt === 'ACCEPTANCE') {
    // Without a stage for it, what is registered is accepted.
    return history.acceptedAt ?? (plan.some(({ kind }) => kind === 'ACCEPTANCE') ? undefined : history.receivedAt);
  }
  const stage = plan.find((planned) => `STAGE:${planned.stage}` === startsAt);
  return stage === undefined ? undefined : finishOf(stage, history);
}

function finishOf(
  { stage, kind }: PlannedStage,
  { finished, finishedByKind, closedAt }: CaseHistory,
): Date | undefined {
  return finished[stage] ?? finishedByKind?.[kind] ?? (kind === 'CLOSING' ? closedAt : undefined);
}

function levels({ level: before }: Outcome, { level: after }: Outcome): Difference[] {
  if (before === after) return [];
  return [{ kind: 'LEVEL', ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function clocks(one: Outcome, other: Outcome): Difference[] {
  return [...new Set([...one.clocks.keys(), ...other.clocks.keys()])].flatMap((stage): Difference[] => {
    const before = one.clocks.get(stage);
    const after = other.clocks.get(stage);
    if (before?.dueAt.getTime() === after?.dueAt.getTime() && before?.inTime === after?.inTime) return [];
    return [
      { kind: 'CLOCK', stage, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
    ];
  });
}

function decisions(one: Outcome, other: Outcome): Difference[] {
  return [...one.decided].flatMap(([decisionId, before]): Difference[] => {
    const after = other.decided.get(decisionId) ?? false;
    return before === after ? [] : [{ kind: 'AUTHORITY', decisionId, before, after }];
  });
}
