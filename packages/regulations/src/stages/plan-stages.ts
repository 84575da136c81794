import type { Role } from '@redress/kernel';
import type { AdoptionSettings } from '../adoption/adoption.model';
import {
  durationSchema,
  type Duration,
  type IsoStage,
  type Label,
  type Regulation,
  type StageKind,
  type StartEvent,
} from '../regulation/regulation.model';

/** A stage of a case as its regulation and the organisation's open values plan it. */
export interface PlannedStage {
  /** Stable name within the regulation, for example `investigation`. */
  readonly stage: string;
  readonly kind: StageKind;
  readonly isoStage: IsoStage;
  readonly label: Label;
  readonly performers: readonly Role[];
  /** The article of the regulation that the stage comes from. */
  readonly article: Label;
  readonly deadline?: { readonly duration: Duration; readonly startsAt: StartEvent };
}

/** The stages of a case in order, with every open duration filled in. Throws `Error` for settings that were not checked. */
export function planStages(regulation: Regulation, settings: AdoptionSettings): readonly PlannedStage[] {
  return regulation.stages.map(({ deadline, ...stage }) => {
    if (deadline === undefined) return stage;
    const duration = 'openValue' in deadline ? openDuration(settings, deadline.openValue) : deadline;
    return {
      ...stage,
      deadline: { duration: { amount: duration.amount, unit: duration.unit }, startsAt: deadline.startsAt },
    };
  });
}

function openDuration(settings: AdoptionSettings, key: string): Duration {
  const parsed = durationSchema.safeParse(settings.openValues[key]);
  if (!parsed.success) throw new Error(`open value ${key} was not checked at adoption`);
  return parsed.data;
}
