import {
  codeColumn,
  column,
  compileWhere,
  ListCost,
  LocaleName,
  readConnection,
  requireRole,
  type Connection,
  type FilterCompiler,
  type GraphContext,
  type Locale,
} from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import { isStaff } from '../../complaint-case/model/case.rules';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { toCase } from '../../complaint-case/view-cases/case-view.mapper';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { inLanguage } from '../../language/in-language';
import { OVERDUE_PAPER_COLUMNS, OVERDUE_PAPERS } from './overdue-paper-rows.query';
import { labelOf } from '../model/reminder.model';
import { toOverduePaper } from './overdue-paper-view.mapper';
import { OverduePaper, OverduePaperConnection, OverduePapersArgs } from './overdue-paper.gql';

const answered: FilterCompiler = ({ eq }) =>
  eq === null || eq === undefined ? 'TRUE' : `p.answered_at IS ${eq === true ? 'NOT ' : ''}NULL`;

@Resolver(() => Case)
export class OverduePapersResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
  ) {}

  @FieldResolver(() => [OverduePaper], {
    description: 'Reminders and inquiries into delays, the oldest first; empty for the complainant.',
  })
  async overduePapers(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<OverduePaper[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = await this.details.overduePapers(context, stored.id);
    return rows.map(toOverduePaper);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => OverduePaperConnection, {
    name: 'overduePapers',
    description: 'Reminders and inquiries into delays of all cases of the organisation, the newest first.',
  })
  list(
    @Args(() => OverduePapersArgs) args: OverduePapersArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<OverduePaper>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const where = compileWhere(args.where, {
      kind: column('p.kind'),
      answered,
      stage: codeColumn('p.stage'),
      issuedAt: column('p.issued_at'),
    });
    const list = {
      name: 'overdue-papers',
      order: { name: 'issued-desc', column: 'p.issued_at', direction: 'descending' as const },
      idColumn: 'p.id',
      select: OVERDUE_PAPER_COLUMNS,
      from: OVERDUE_PAPERS,
      where: `p.tenant_id = :tenantId AND (${where.sql})`,
      params: where.params,
    };
    return readConnection(context, this.database.reader(tenantId), list, args, toOverduePaper);
  }
}

@Resolver(() => OverduePaper)
export class OverduePaperResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly plans: CasePlans,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => Case, { name: 'case', description: 'The case that it is about.' })
  async caseOfPaper(@Root() { stored }: OverduePaper, @Ctx() context: GraphContext): Promise<Case> {
    const found = await this.details.case(context, 'id', stored.case_id);
    if (found === null) throw new Error(`the case of the paper ${stored.id} is not there`);
    return toCase(found, context.viewer, this.clock.now());
  }

  @FieldResolver(() => String, { description: 'What the paper is called.' })
  async label(
    @Root() { stored }: OverduePaper,
    @Arg('locale', () => LocaleName, { nullable: true, description: 'Language; that of the request unless told.' })
    locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): Promise<string> {
    const reader = this.database.reader(context.viewer.tenantId);
    const plan = await this.plans.of(reader, stored.adoption_id ?? undefined);
    return inLanguage(labelOf(plan, stored), locale, context);
  }
}
