import { eightDSigned, eightDSubmitted } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import type { WrittenSection } from '../../complaint-case/model/facts/stage.events';
import type { StageRecord } from '../../complaint-case/model/stage-record.model';
import { eightDOf, withEightD, type Disciplines } from './eight-d.model';

export interface EightDSubmitted extends Fact<'EIGHT_D_SUBMITTED'> {
  readonly reportId: string;
  readonly reportVersion: number;
  readonly disciplines: Disciplines;
  /** The same, as the sections of the paper. */
  readonly sections: readonly WrittenSection[];
  /** The version that it takes the place of. */
  readonly supersedes?: string;
}
export interface EightDSigned extends Fact<'EIGHT_D_SIGNED'> {
  readonly reportId: string;
  readonly reportVersion: number;
  readonly writtenBy: string;
}

export const eightDSubmittedFact = defineFact<EightDSubmitted>({
  type: 'EIGHT_D_SUBMITTED',
  description: 'A version of the 8D report was written and waits for its signature.',
  effect: (current, { reportId: id, reportVersion: version, by }) =>
    withEightD(current, { id, version, state: 'SUBMITTED', writtenBy: by }),
  finishes: (fact, { stage }) => stage === fact.stage,
  stores: (_, fact): readonly RowChange[] => [
    ...(fact.supersedes === undefined
      ? []
      : [{ update: 'eight_d_report', key: { id: fact.supersedes, state: 'SUBMITTED' }, set: { state: 'SUPERSEDED' } }]),
    {
      insert: 'eight_d_report',
      rows: [
        {
          id: fact.reportId,
          report_version: fact.reportVersion,
          state: 'SUBMITTED',
          disciplines: JSON.stringify(fact.disciplines),
          written_by: fact.by,
          written_at: fact.at,
        },
      ],
    },
  ],
  publish: (after, fact) => event(eightDSubmitted, { ...keyOf(after), ...byOf(fact), ...versionOf(fact) }),
  details: versionOf,
});

export const eightDSignedFact = defineFact<EightDSigned>({
  type: 'EIGHT_D_SIGNED',
  description: 'The 8D report was signed and is valid.',
  effect: (current) => {
    const report = eightDOf(current);
    return report === undefined ? {} : withEightD(current, { ...report, state: 'SIGNED' });
  },
  progress: (_, { stage, at, by, writtenBy }): readonly StageRecord[] =>
    stage === undefined ? [] : [{ stage, state: 'DONE', at, by: writtenBy, approvals: [by] }],
  stores: (_, { reportId, at, by }) => [
    { update: 'eight_d_report', key: { id: reportId }, set: { state: 'SIGNED', signed_by: by, signed_at: at } },
  ],
  publish: (after, fact) => event(eightDSigned, { ...keyOf(after), ...byOf(fact), ...versionOf(fact) }),
  details: versionOf,
});

function versionOf({ reportId, reportVersion }: EightDSubmitted | EightDSigned) {
  return { reportId, reportVersion };
}
