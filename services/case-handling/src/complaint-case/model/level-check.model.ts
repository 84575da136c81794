import { levelOf, type Regulation } from '@redress/regulations';
import type { ComplaintCase } from './case.model';
import { factsOfCase } from './case-facts-of.model';
import type { CasePlan } from './case-plan.model';
import { stageStates } from './stage-states.model';

const DAY = 86_400_000;
const DAYS = /\bdaysSinceReceipt\b/g;
const COMPARED = /(?<![-+*/%]\s*)\bcase\.daysSinceReceipt\s*(?:[<>]=?|[=!]=)\s*(\d+)(?!\s*[-+*/%\d])/g;

/** The days since receipt at which a condition can change; `EVERY_DAY` where it does more than compare with a number. */
type TurningDays = readonly number[] | 'EVERY_DAY';

const turningDaysOf = new WeakMap<Regulation, TurningDays>();

/** Whether conditions of the regulation speak of the days that have passed, so that time alone may change a case. */
export function restsOnTime(regulation: Regulation): boolean {
  return turningDays(regulation).length > 0;
}

/**
 * The next moment at which time alone gives the case another level or other stages, everything else being equal;
 * undefined when none does. That a stage becomes late is noticed by itself and needs no such moment.
 */
export function levelCheckAt(current: ComplaintCase, plan: CasePlan | undefined, after: Date): Date | undefined {
  if (plan === undefined || current.state === 'CLOSED') return undefined;
  const days = turningDays(plan.regulation);
  if (days === 'EVERY_DAY') return dayAfter(current, after);
  let before: string | undefined;
  for (const day of days) {
    const at = new Date(current.receivedAt.getTime() + day * DAY);
    if (at <= after) continue;
    before ??= ruledAt(current, plan, after);
    if (ruledAt(current, plan, at) !== before) return at;
  }
  return undefined;
}

function ruledAt(current: ComplaintCase, plan: CasePlan, at: Date): string {
  const level = levelOf(plan.regulation, factsOfCase(current, at), current.level)?.level;
  const planned = stageStates(plan, current, at).filter(({ state }) => state !== 'NOT_PLANNED');
  return JSON.stringify([level, planned.map(({ planned: { stage } }) => stage)]);
}

function dayAfter({ receivedAt }: ComplaintCase, after: Date): Date {
  const passed = Math.max(0, Math.floor((after.getTime() - receivedAt.getTime()) / DAY));
  return new Date(receivedAt.getTime() + (passed + 1) * DAY);
}

function turningDays(regulation: Regulation): TurningDays {
  const known = turningDaysOf.get(regulation);
  if (known !== undefined) return known;
  const found = readTurningDays(regulation);
  turningDaysOf.set(regulation, found);
  return found;
}

function readTurningDays({ levels, stages }: Regulation): TurningDays {
  const conditions = [...(levels?.triggers ?? []), ...stages].flatMap(({ when }) => when ?? []);
  const days = new Set<number>();
  for (const condition of conditions) {
    const compared = [...condition.matchAll(COMPARED)];
    if (compared.length < [...condition.matchAll(DAYS)].length) return 'EVERY_DAY';
    // A comparison with a number changes on that day or on the next.
    for (const [, number] of compared) days.add(Number(number)).add(Number(number) + 1);
  }
  return [...days].sort((one, other) => one - other);
}
