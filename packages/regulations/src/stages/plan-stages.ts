import type { AdoptionSettings } from '../adoption/adoption.model';
import { durationSchema, type Duration, type StageProvision, type StartEvent } from '../regulation/stage.model';
import type { Regulation } from '../regulation/regulation.model';

/** A stage of a case as its regulation and the organisation's open values plan it. */
export interface PlannedStage extends Omit<StageProvision, 'deadline'> {
  readonly deadline?: { readonly duration: Duration; readonly startsAt: StartEvent };
}

/** The stages of a case in order, with every open duration filled in. Throws `Error` for settings that were not checked. */
export function planStages(regulation: Regulation, settings: AdoptionSettings): readonly PlannedStage[] {
  return regulation.stages.map(({ deadline, ...stage }): PlannedStage => {
    if (deadline === undefined) return stage;
    const { amount, maximum, unit } = 'openValue' in deadline ? openDuration(settings, deadline.openValue) : deadline;
    return {
      ...stage,
      deadline: {
        duration: { amount, unit, ...(maximum === undefined ? {} : { maximum }) },
        startsAt: deadline.startsAt,
      },
    };
  });
}

function openDuration(settings: AdoptionSettings, key: string): Duration {
  const parsed = durationSchema.safeParse(settings.openValues[key]);
  if (!parsed.success) throw new Error(`open value ${key} was not checked at adoption`);
  return parsed.data;
}
