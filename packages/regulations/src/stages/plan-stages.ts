import type { AdoptionSettings } from '../adoption/adoption.model';
import { conditionsWith } from '../conditions/condition';
import type { KnownFacts } from '../conditions/facts-of';
import { durationSchema, type Duration, type StageProvision, type StartEvent } from '../regulation/stage.model';
import type { Regulation } from '../regulation/regulation.model';

/** A stage of a case as its regulation and the organisation's open values plan it. */
export interface PlannedStage extends Omit<StageProvision, 'deadline'> {
  readonly deadline?: { readonly duration: Duration; readonly startsAt: StartEvent };
}

/**
 * The stages of a case in order, with every open duration filled in. With facts, only those stages and approvals that
 * are planned for them; without, all. Throws `Error` for settings that were not checked.
 */
export function planStages(
  regulation: Regulation,
  settings: AdoptionSettings,
  facts?: KnownFacts,
): readonly PlannedStage[] {
  const holds = facts === undefined ? () => true : conditionsWith(regulation, facts);
  return regulation.stages
    .filter(({ when }) => holds(when))
    .map(({ deadline, approvals, ...stage }): PlannedStage => {
      const needed = approvals?.filter(({ when }) => holds(when)) ?? [];
      return {
        ...stage,
        ...(needed.length === 0 ? {} : { approvals: needed }),
        ...(deadline === undefined
          ? {}
          : { deadline: { duration: durationOf(deadline, settings), startsAt: deadline.startsAt } }),
      };
    });
}

function durationOf(deadline: NonNullable<StageProvision['deadline']>, settings: AdoptionSettings): Duration {
  const { amount, maximum, unit } = 'openValue' in deadline ? openDuration(settings, deadline.openValue) : deadline;
  return { amount, unit, ...(maximum === undefined ? {} : { maximum }) };
}

/** A duration that an organisation filled in. Throws `Error` for settings that were not checked. */
export function openDuration(settings: AdoptionSettings, key: string): Duration {
  const parsed = durationSchema.safeParse(settings.openValues[key]);
  if (!parsed.success) throw new Error(`open value ${key} was not checked at adoption`);
  return parsed.data;
}
