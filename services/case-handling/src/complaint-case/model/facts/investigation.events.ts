import { investigationRecorded } from '@redress/contracts';
import type { Validity } from '../case.model';
import { withDepartment } from '../departments.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../fact.model';
import type { WrittenSection } from './stage.events';

export interface InvestigationRecorded extends Fact<'INVESTIGATION_RECORDED'> {
  readonly investigationId: string;
  readonly validity: Validity;
  readonly findings: string;
  /** Sections of the report, where the regulation asks for them. */
  readonly sections?: readonly WrittenSection[];
  readonly heardComplainant?: boolean;
  readonly heardComplainee?: boolean;
  /** Unit that took part. */
  readonly department?: string;
}

export const investigationRecordedFact = defineFact<InvestigationRecorded>({
  type: 'INVESTIGATION_RECORDED',
  description: 'Findings were recorded.',
  stageKinds: ['INVESTIGATION'],
  action: () => 'RECORD_INVESTIGATION',
  effect: (current, { validity, department }) => ({ validity, ...withDepartment(current, department) }),
  finishes: (_, { kind }) => kind === 'INVESTIGATION',
  stores: (_, { investigationId, validity, findings, sections, heardComplainant, heardComplainee, by, at }) => [
    {
      insert: 'investigation',
      rows: [
        {
          id: investigationId,
          validity,
          findings,
          sections: sections === undefined ? null : JSON.stringify(sections),
          heard_complainant: heardComplainant ?? null,
          heard_complainee: heardComplainee ?? null,
          recorded_by: by,
          recorded_at: at,
        },
      ],
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
