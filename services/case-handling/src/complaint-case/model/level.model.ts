import { levelOf } from '@redress/regulations';
import type { CaseFact } from '../../case-facts.model';
import type { ComplaintCase } from './case.model';
import { factsOfCase } from './case-facts-of.model';
import type { CasePlan } from './case-plan.model';
import type { LevelChanged } from './facts/level.events';
import { present } from './present-members.model';

/** A level as the regulation describes it; undefined for one that it does not know. */
export function levelProvision(plan: CasePlan | undefined, level: string | undefined) {
  return plan?.regulation.levels?.values.find((each) => each.level === level);
}

/** From which level a case comes to another one, and whether that is graver, as far as it is known. */
export function comingFrom(
  plan: CasePlan | undefined,
  { from, to }: { readonly from: string | undefined; readonly to: string },
): Pick<LevelChanged, 'from' | 'direction'> {
  const [before, after] = [levelProvision(plan, from)?.rank, levelProvision(plan, to)?.rank];
  if (before === undefined || after === undefined || before === after) return present({ from });
  return present({ from, direction: after > before ? ('RAISED' as const) : ('LOWERED' as const) });
}

/**
 * The change of level that the facts ask for, if any. A level that a person set stays until the facts themselves give
 * another one than they gave before.
 */
export function levelToChange(
  current: ComplaintCase,
  { at, by }: Pick<CaseFact, 'at' | 'by'>,
  { plan, now, newId }: { readonly plan: CasePlan | undefined; readonly now: Date; readonly newId: () => string },
): LevelChanged[] {
  if (plan === undefined || current.state === 'CLOSED') return [];
  const ruling = levelOf(plan.regulation, factsOfCase(current, now), current.level);
  const provision = levelProvision(plan, ruling?.level);
  if (ruling === undefined || provision === undefined || ruling.level === current.levelRuled) return [];
  if (ruling.level === current.level) return [];
  return [
    {
      type: 'LEVEL_CHANGED',
      at,
      by,
      changeId: newId(),
      ...comingFrom(plan, { from: current.level, to: ruling.level }),
      level: ruling.level,
      track: provision.track,
      because: ruling.because,
      automatic: true,
    },
  ];
}
