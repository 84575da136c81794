import { PublicError, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Ctx, Arg, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { toCase } from '../../complaint-case/view-cases/case-view.mapper';
import { DueFollowUp, FollowUp } from './follow-up.gql';
import { readDueFollowUps, readFollowUps, type FollowUpRow } from './follow-up-rows.query';

const MOST = 100;

@Resolver(() => Case)
export class FollowUpsResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => [FollowUp], { description: 'When the complainant was asked how satisfied they are.' })
  async followUps(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<FollowUp[]> {
    const rows = await this.details.of(context, 'follow-ups', stored.id, readFollowUps);
    return rows.map((row) => toFollowUp(row, isStaff(context.viewer)));
  }

  @Directive('@authenticated')
  @Directive('@listSize(assumedSize: 25, slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @Query(() => [DueFollowUp], { description: 'Planned follow-ups that are due, the earliest first. For staff.' })
  async followUpsDue(
    @Arg('first', () => Int, { defaultValue: 25, description: `How many, 1 to ${MOST}.` }) first: number,
    @Ctx() context: GraphContext,
  ): Promise<DueFollowUp[]> {
    const viewer = requireRole(context, ...STAFF_ROLES);
    if (first < 1 || first > MOST) throw new PublicError('PAGE_SIZE_INVALID', `Follow-ups are read by 1 to ${MOST}.`);
    const now = this.clock.now();
    const due = await readDueFollowUps(this.database.reader(viewer.tenantId), now, first);
    const found = await Promise.all(due.map(({ case_id }) => this.details.case(context, 'id', case_id)));
    return due.flatMap(({ next_at: dueAt }, index) => {
      const stored = found[index];
      return stored === null || stored === undefined ? [] : [{ case: toCase(stored, viewer, now), dueAt }];
    });
  }
}

function toFollowUp(row: FollowUpRow, forStaff: boolean): FollowUp {
  return {
    id: row.id,
    means: row.means,
    reached: Boolean(row.reached),
    satisfied: row.satisfied === null ? null : Boolean(row.satisfied),
    satisfaction: {
      result: row.result_score,
      expectation: row.expectation_score,
      attitude: row.attitude_score,
      efficiency: row.efficiency_score,
    },
    suggestions: row.suggestions,
    note: forStaff ? row.note : null,
    leadsTo: row.leads_to,
    nextAt: row.next_at,
    recordedBy: forStaff ? row.recorded_by : null,
    recordedAt: row.recorded_at,
  };
}
