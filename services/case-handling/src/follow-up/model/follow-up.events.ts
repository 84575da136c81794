import { caseReopened, followUpRecorded } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import { present } from '../../complaint-case/model/present-members.model';
import { returnedEightD } from '../../eight-d/model/eight-d.model';
import { DONE_ANEW, DONE_FURTHER, type FollowUp, type FollowUpLeads } from './follow-up.model';

export interface FollowUpRecorded extends Fact<'FOLLOW_UP_RECORDED'> {
  readonly followUpId: string;
  readonly followUp: FollowUp;
  readonly leadsTo: FollowUpLeads;
}
export interface CaseReopened extends Fact<'CASE_REOPENED'> {
  /** Whether the investigation stands, and only a further resolution is asked for. */
  readonly further: boolean;
  readonly roundId: string;
  readonly round: number;
  /** What the complainant said; stays in this service. */
  readonly reason: string;
  /** The 8D report that begins again at the cause. */
  readonly reportId?: string;
}

export const followUpRecordedFact = defineFact<FollowUpRecorded>({
  type: 'FOLLOW_UP_RECORDED',
  description: 'The complainant was asked how satisfied they are, or could not be reached (回访).',
  visibleToComplainant: true,
  stageKinds: ['FOLLOW_UP'],
  finishes: ({ followUp }, { kind }) => kind === 'FOLLOW_UP' && followUp.reached,
  stores: (_, { followUpId, followUp, leadsTo, by, at }) => [
    { update: 'follow_up', key: { latest: true }, set: { latest: false } },
    {
      insert: 'follow_up',
      rows: [
        {
          id: followUpId,
          means: followUp.means,
          reached: followUp.reached,
          satisfied: followUp.satisfied ?? null,
          result_score: followUp.satisfaction.result ?? null,
          expectation_score: followUp.satisfaction.expectation ?? null,
          attitude_score: followUp.satisfaction.attitude ?? null,
          efficiency_score: followUp.satisfaction.efficiency ?? null,
          suggestions: followUp.suggestions ?? null,
          note: followUp.note ?? null,
          leads_to: leadsTo,
          next_at: followUp.nextAt ?? null,
          latest: true,
          recorded_by: by,
          recorded_at: at,
        },
      ],
    },
  ],
  publish: (after, fact) => {
    const { means, reached, satisfied, satisfaction } = fact.followUp;
    return event(followUpRecorded, {
      ...keyOf(after),
      ...byOf(fact),
      followUpId: fact.followUpId,
      ...{ means, reached, leadsTo: fact.leadsTo },
      ...present({ satisfied, satisfaction: reached ? satisfaction : undefined }),
    });
  },
  details: ({ followUp: { means, reached, satisfied }, leadsTo }) => ({
    ...{ means, reached, leadsTo },
    ...present({ satisfied }),
  }),
});

export const caseReopenedFact = defineFact<CaseReopened>({
  type: 'CASE_REOPENED',
  description: 'A closed case is handled anew, since the complainant is not satisfied.',
  visibleToComplainant: true,
  action: ({ further }) => (further ? 'RESTORE_RESOLUTION' : 'RESTORE_INVESTIGATION'),
  effect: (current, { round }) => ({ round, ...returnedEightD(current) }),
  clears: () => ['outcome', 'closedAt', 'inTime'],
  reopens: ({ further }) => (further ? DONE_FURTHER : DONE_ANEW),
  stores: (_, { roundId, round, further, reason, reportId, at, by }): readonly RowChange[] => [
    {
      insert: 'case_round',
      rows: [
        {
          id: roundId,
          number: round,
          path: further ? 'REMEDIAL_MEASURES' : 'SECOND_HANDLING',
          opened_by: 'COMPLAINANT',
          reason,
          stages_before: '[]',
          started_at: at,
          started_by: by,
        },
      ],
    },
    ...(reportId === undefined
      ? []
      : [{ update: 'eight_d_report', key: { id: reportId }, set: { state: 'RETURNED' } }]),
  ],
  publish: (after, fact) =>
    event(caseReopened, { ...keyOf(after), ...byOf(fact), round: after.round, because: 'FOLLOW_UP' }),
  details: ({ further }) => ({ further }),
});
