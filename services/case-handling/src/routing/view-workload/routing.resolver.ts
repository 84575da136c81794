import { fromGlobalId, PublicError, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseSituations } from '../../complaint-case/view-cases/case-situation.loader';
import { staffMemberOf } from '../../staff/view-staff/staff-view.mapper';
import type { Candidates } from '../model/candidates.repository';
import { complaineesOf } from '../model/complainee.model';
import { routedTo, suggestedAssignees } from '../model/suggestion.model';
import { AssigneeSuggestion, Complainee, Workload } from '../suggest-assignees/suggestion.gql';
import { readWorkload, type WorkloadRow } from './workload.query';

const MOST_SUGGESTIONS = 50;

@Resolver(() => Case)
export class RoutingResolver {
  constructor(
    private readonly database: Database,
    private readonly situations: CaseSituations,
    private readonly candidates: Candidates,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Directive('@listSize(assumedSize: 10, slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @Query(() => [AssigneeSuggestion], { description: 'To whom a case could be given, the most fitting first.' })
  async suggestAssignees(
    @Arg('caseId', () => ID, { description: 'Global id of the case.' }) id: string,
    @Arg('first', () => Int, { defaultValue: 10, description: `How many, 1 to ${MOST_SUGGESTIONS}.` }) first: number,
    @Ctx() context: GraphContext,
  ): Promise<AssigneeSuggestion[]> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    if (first < 1 || first > MOST_SUGGESTIONS) {
      throw new PublicError('PAGE_SIZE_INVALID', `Suggestions are read by 1 to ${MOST_SUGGESTIONS}.`);
    }
    const caseId = fromGlobalId('Case', id);
    const stored = caseId === undefined ? null : await this.situations.details.case(context, 'id', caseId);
    if (stored === null) return [];
    const situation = await this.situations.of(context, stored);
    const candidates = await this.candidates.all(this.database.reader(tenantId), this.clock.now());
    const suggested = suggestedAssignees(situation, candidates);
    return suggested.slice(0, first).map(({ member, because, standsInFor, openCases, overdueCases }) => ({
      ...{ staff: staffMemberOf(member), because, openCases, overdueCases },
      standsInFor: standsInFor ?? null,
    }));
  }

  @Directive('@authenticated')
  @Query(() => [Workload], { description: 'Open and overdue cases by person and unit, the most first.' })
  async workload(@Ctx() context: GraphContext): Promise<Workload[]> {
    const { tenantId } = requireRole(context, 'supervisor', 'manager', 'auditor', 'admin', 'analyst');
    return (await readWorkload(this.database.reader(tenantId), this.clock.now())).map(toWorkload);
  }

  @Directive('@authenticated')
  @Query(() => [Workload], { description: 'Open and overdue cases of the viewer, by unit.' })
  async myWork(@Ctx() context: GraphContext): Promise<Workload[]> {
    const { tenantId, subject } = requireRole(context, ...STAFF_ROLES);
    return (await readWorkload(this.database.reader(tenantId), this.clock.now(), subject)).map(toWorkload);
  }

  @FieldResolver(() => [String], {
    description: 'Roles and parties to which the regulation routes the case as it is now; staff alone see them.',
  })
  async routedTo(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<readonly string[]> {
    return isStaff(context.viewer) ? routedTo(await this.situations.of(context, stored)) : [];
  }

  @FieldResolver(() => [Complainee], { description: 'Against whom it is, as far as it was named; staff alone see it.' })
  complainees(@Root() { stored }: Case, @Ctx() { viewer }: GraphContext): Complainee[] {
    if (!isStaff(viewer) || stored.kept === null) return [];
    const kept = JSON.parse(stored.kept) as Readonly<Record<string, unknown>>;
    return complaineesOf({ kept }).map(({ subject, unitId }) => ({ staff: subject ?? null, unit: unitId ?? null }));
  }
}

function toWorkload({ assignee, unit, open_cases, overdue_cases, next_due_at }: WorkloadRow): Workload {
  return {
    ...{ assignee, unit, nextDueAt: next_due_at },
    openCases: Number(open_cases),
    overdueCases: Number(overdue_cases ?? 0),
  };
}
