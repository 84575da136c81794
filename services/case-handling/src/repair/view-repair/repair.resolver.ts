import type { GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { RepairVisit } from './repair-visit.gql';
import { readVisits } from './repair-visit-rows.query';

@Resolver(() => Case)
export class RepairResolver {
  constructor(private readonly details: CaseDetails) {}

  @FieldResolver(() => [RepairVisit], { description: 'Visits of field engineers, the oldest first.' })
  async repairVisits(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<RepairVisit[]> {
    const rows = await this.details.of(context, 'repair-visits', stored.id, readVisits);
    return rows.map((row) => ({
      id: row.id,
      state: row.state,
      engineer: isStaff(context.viewer) ? row.engineer : null,
      visitAt: row.visit_at,
      fault: row.fault,
      workDone: row.work_done,
      repaired: row.repaired === null ? null : Boolean(row.repaired),
      carriedOutAt: row.carried_out_at,
      solved: row.solved === null ? null : Boolean(row.solved),
    }));
  }
}
