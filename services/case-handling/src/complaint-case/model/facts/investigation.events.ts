import { investigationRecorded } from '@redress/contracts';
import type { Validity } from '../case.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../fact.model';

export interface InvestigationRecorded extends Fact<'INVESTIGATION_RECORDED'> {
  readonly investigationId: string;
  readonly validity: Validity;
  readonly findings: string;
}

export const investigationRecordedFact = defineFact<InvestigationRecorded>({
  type: 'INVESTIGATION_RECORDED',
  description: 'Findings were recorded.',
  stageKinds: ['INVESTIGATION'],
  action: () => 'RECORD_INVESTIGATION',
  effect: (_, { validity }) => ({ validity }),
  finishes: (_, { kind }) => kind === 'INVESTIGATION',
  stores: (_, { investigationId, validity, findings, by, at }) => [
    {
      insert: 'investigation',
      rows: [{ id: investigationId, validity, findings, recorded_by: by, recorded_at: at }],
    },
  ],
  publish: (after, fact) =>
    event(investigationRecorded, {
      ...keyOf(after),
      ...byOf(fact),
      investigationId: fact.investigationId,
      validity: fact.validity,
    }),
  details: ({ validity }) => ({ validity }),
});
