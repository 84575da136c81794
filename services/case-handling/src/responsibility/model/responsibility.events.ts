import { responsibilityDetermined } from '@redress/contracts';
import { withDepartment } from '../../complaint-case/model/departments.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { present } from '../../complaint-case/model/present-members.model';
import type { DepartmentLoss } from './department-loss.model';
import { responsibilityOf, withResponsibility, type Responsible } from './responsibility.model';

export interface ResponsibilityDetermined extends Fact<'RESPONSIBILITY_DETERMINED'> {
  readonly determinationId: string;
  readonly responsible: Responsible;
  readonly department?: string;
  /** Subject of the member of staff. */
  readonly person?: string;
  /** Name of a supplier or another company; stays in this service. */
  readonly thirdParty?: string;
  readonly reasons: string;
  readonly loss?: DepartmentLoss;
}

export const responsibilityDeterminedFact = defineFact<ResponsibilityDetermined>({
  type: 'RESPONSIBILITY_DETERMINED',
  description: 'It was determined who is responsible (责任归属的判定).',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current, { determinationId: id, responsible, department, person }) => ({
    ...withDepartment(current, department),
    ...withResponsibility(current, {
      determinations: [
        ...responsibilityOf(current).determinations,
        { id, responsible, ...present({ department, person }) },
      ],
    }),
  }),
  finishes: (_, { kind }) => kind === 'RESPONSIBILITY',
  stores: (_, fact) => [
    {
      insert: 'responsibility',
      rows: [
        {
          id: fact.determinationId,
          responsible: fact.responsible,
          department: fact.department ?? null,
          person: fact.person ?? null,
          third_party: fact.thirdParty ?? null,
          reasons: fact.reasons,
          loss_lines: fact.loss === undefined ? null : JSON.stringify(fact.loss.lines),
          loss_minor: fact.loss?.total.amountMinor ?? null,
          currency: fact.loss?.total.currency ?? null,
          determined_by: fact.by,
          determined_at: fact.at,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(responsibilityDetermined, {
      ...keyOf(after),
      ...byOf(fact),
      determinationId: fact.determinationId,
      responsible: fact.responsible,
      ...present({ department: fact.department, loss: fact.loss === undefined ? undefined : moneyOf(fact.loss) }),
    }),
  details: ({ responsible, department }) => ({ responsible, ...present({ department }) }),
});

function moneyOf({ total: { amountMinor, currency } }: DepartmentLoss) {
  return { amountMinor: amountMinor.toString(), currency };
}
