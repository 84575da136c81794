import { emergencyRecorded } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import type { WrittenSection } from '../../complaint-case/model/facts/stage.events';
import { present } from '../../complaint-case/model/present-members.model';
import { withStep, type EmergencyStep } from './emergency.model';

/** Somebody in the team, and for which party. */
export interface TeamMember {
  readonly party: string;
  readonly subject: string;
}

/** What was written down of a step; stays in this service. */
export interface EmergencyContent {
  readonly members?: readonly TeamMember[];
  readonly sections?: readonly WrittenSection[];
  readonly note?: string;
  readonly probability?: number;
  readonly impact?: number;
  readonly measures?: string;
}

export interface EmergencyRecorded extends Fact<'EMERGENCY_RECORDED'> {
  readonly recordId: string;
  readonly step: EmergencyStep;
  readonly content: EmergencyContent;
  /** What stands in the paper of the stage that it finishes. */
  readonly sections?: readonly WrittenSection[];
  readonly riskScore?: number;
}

export const emergencyRecordedFact = defineFact<EmergencyRecorded>({
  type: 'EMERGENCY_RECORDED',
  description: 'Something that the regulation asks for in an emergency was done.',
  effect: (current, { step }) => withStep(current, step),
  finishes: (fact, { stage }) => fact.stage !== undefined && stage === fact.stage,
  stores: (_, { recordId, step, content, riskScore, by, at }) => [
    {
      insert: 'emergency_record',
      rows: [
        {
          id: recordId,
          step,
          content: JSON.stringify(content),
          risk_score: riskScore ?? null,
          recorded_by: by,
          recorded_at: at,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(emergencyRecorded, {
      ...keyOf(after),
      ...byOf(fact),
      recordId: fact.recordId,
      step: fact.step,
      ...present({ riskScore: fact.riskScore }),
    }),
  details: ({ step, riskScore }) => ({ step, ...present({ riskScore }) }),
});
