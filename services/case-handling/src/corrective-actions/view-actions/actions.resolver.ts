import {
  column,
  compileWhere,
  idColumn,
  ListCost,
  readConnection,
  requireRole,
  toGlobalId,
  type Connection,
  type FilterCompiler,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import {
  ACTION_COLUMNS,
  readActions,
  readEffectChecks,
  type CorrectiveActionRow,
} from './corrective-action-rows.query';
import { ActionsArgs, CorrectiveAction, CorrectiveActionConnection, EffectCheck } from './corrective-action.gql';

const late: FilterCompiler = ({ eq }) => {
  const condition = "(a.state = 'PLANNED' AND a.due_at < :now)";
  return eq === null || eq === undefined ? 'TRUE' : eq === true ? condition : `NOT ${condition}`;
};

@Resolver(() => Case)
export class ActionsResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => CorrectiveActionConnection, {
    description: 'Actions across all cases, the most urgent first. For staff.',
  })
  actions(
    @Args(() => ActionsArgs) args: ActionsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<CorrectiveAction>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const now = this.clock.now();
    const where = compileWhere(args.where, {
      kind: column('a.kind'),
      state: column('a.state'),
      owner: column('a.owner'),
      case: idColumn('a.case_id', 'Case'),
      dueAt: column('a.due_at'),
      overdue: late,
    });
    const list = {
      name: 'corrective-actions',
      order: { name: 'due-asc', column: 'a.due_at', direction: 'ascending' },
      idColumn: 'a.id',
      select: ACTION_COLUMNS,
      from: 'corrective_action a',
      where: `a.tenant_id = :tenantId AND (${where.sql})`,
      params: { ...where.params, now },
    } as const;
    const reader = this.database.reader(tenantId);
    return readConnection<CorrectiveActionRow, CorrectiveAction>(context, reader, list, args, (row) =>
      toAction(row, now),
    );
  }

  @FieldResolver(() => [CorrectiveAction], {
    name: 'actions',
    description: 'Its actions, the oldest first; empty for the complainant.',
  })
  async actionsOfCase(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<CorrectiveAction[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = await this.details.of(context, 'corrective-actions', stored.id, readActions);
    return rows.map((row) => toAction(row, this.clock.now()));
  }

  @FieldResolver(() => [EffectCheck], { description: 'Checks of their effect; empty for the complainant.' })
  async effectChecks(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<EffectCheck[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = await this.details.of(context, 'effect-checks', stored.id, readEffectChecks);
    return rows.map((row) => ({
      id: row.id,
      effective: Boolean(row.effective),
      findings: row.findings,
      newProblems: row.new_problems,
      reopened: JSON.parse(row.reopened) as string[],
      checkedBy: row.checked_by,
      checkedAt: row.checked_at,
    }));
  }
}

function toAction(row: CorrectiveActionRow, now: Date): CorrectiveAction {
  return {
    id: row.id,
    caseId: toGlobalId('Case', row.case_id),
    kind: row.kind,
    state: row.state,
    description: row.description,
    owner: row.owner,
    permanent: Boolean(row.permanent),
    factor: row.factor,
    newProblemCheck: row.checks_new_problems,
    dueAt: row.due_at,
    overdue: (row.completed_at ?? now) > row.due_at,
    plannedBy: row.planned_by,
    plannedAt: row.planned_at,
    outcome: row.outcome,
    completedBy: row.completed_by,
    completedAt: row.completed_at,
    effect: row.effect,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
  };
}
