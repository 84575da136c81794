import type { StageKind } from '@redress/regulations';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

export const FOLLOW_UP_MEANS = ['PHONE', 'SMS', 'EMAIL', 'VISIT', 'LETTER', 'QUESTIONNAIRE', 'ONLINE'] as const;
export type FollowUpMeans = (typeof FOLLOW_UP_MEANS)[number];

/** What a follow-up leads to: `RECORD` is dissatisfaction that is noted and no more. */
export const FOLLOW_UP_LEADS = ['NOTHING', 'REOPENING', 'REMEDIAL_MEASURES', 'RECORD'] as const;
export type FollowUpLeads = (typeof FOLLOW_UP_LEADS)[number];

/** Scores from 1 to 5, the best being 5. */
export interface Satisfaction {
  readonly result?: number;
  readonly expectation?: number;
  readonly attitude?: number;
  readonly efficiency?: number;
}

/** What was heard when the complainant was asked, or that they could not be reached. */
export interface FollowUp {
  readonly means: FollowUpMeans;
  readonly reached: boolean;
  readonly satisfaction: Satisfaction;
  readonly satisfied?: boolean;
  readonly suggestions?: string;
  readonly note?: string;
  /** When the next attempt, or the next of regular follow-ups, is planned. */
  readonly nextAt?: Date;
}

/** Stages that are done anew when the case goes back to the department. */
export const DONE_ANEW: readonly StageKind[] = [
  'INVESTIGATION',
  'PROPOSAL',
  'APPROVAL',
  'REPLY',
  'RESOLUTION',
  'EXECUTION',
  'CLOSING',
  'FOLLOW_UP',
  'CORRECTIVE_ACTION',
  'EFFECT_CHECK',
];

/** Where the regulation wants remedial measures, what was found out stands and a further resolution follows. */
export const DONE_FURTHER: readonly StageKind[] = [
  'PROPOSAL',
  'APPROVAL',
  'REPLY',
  'RESOLUTION',
  'EXECUTION',
  'CLOSING',
  'FOLLOW_UP',
];

/** What dissatisfaction leads to by the regulation; noted only, where it says nothing. */
export function leadsTo(plan: CasePlan | undefined, { reached, satisfied }: FollowUp): FollowUpLeads {
  if (!reached || satisfied !== false) return 'NOTHING';
  const provision = plan?.regulation.followUp?.whenDissatisfied ?? 'RECORD';
  return provision === 'REOPEN' ? 'REOPENING' : provision;
}
