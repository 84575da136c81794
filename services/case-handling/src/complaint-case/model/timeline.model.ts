import { definitionOf, type CaseFact, type FactType } from '../../case-facts.model';
import { stageOfKinds, type CasePlan } from './case-plan.model';
import type { TimelineDetails } from './fact.model';

/** One line of a case's history. Its sequence is the version that the case had after it. */
export interface TimelineEntry {
  readonly sequence: number;
  readonly type: FactType;
  readonly at: Date;
  readonly by: string;
  readonly stage?: string;
  /** The article of the regulation under which it happened. */
  readonly article?: { readonly zh: string; readonly en: string };
  readonly details: TimelineDetails;
}

/** The entry that a fact leaves in the history of its case. */
export function timelineEntryOf(sequence: number, fact: CaseFact, plan: CasePlan | undefined): TimelineEntry {
  const { type, at, by } = fact;
  const definition = definitionOf(type);
  const stage =
    fact.stage === undefined
      ? stageOfKinds(plan, definition.stageKinds ?? [])
      : plan?.stages.find((planned) => planned.stage === fact.stage);
  return {
    sequence,
    type,
    at,
    by,
    ...(stage === undefined ? {} : { stage: stage.stage }),
    ...(stage?.article === undefined ? {} : { article: stage.article }),
    details: definition.details?.(fact) ?? {},
  };
}
