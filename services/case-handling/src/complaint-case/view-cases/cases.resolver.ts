import {
  codeColumn,
  column,
  compileWhere,
  fromGlobalId,
  idColumn,
  ListCost,
  PublicError,
  readConnection,
  requireRole,
  type Connection,
  type FilterCompiler,
  type GraphContext,
  type KeysetOrder,
} from '@redress/graphql-runtime';
import { ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { isStaff, ownCustomer, type CaseActor } from '../model/case.rules';
import type { StoredCase } from '../model/stored-case.model';
import { CASE_COLUMNS } from './case-rows.query';
import { Case, CaseConnection, CaseOrder, CasesArgs, Complaint } from './case.gql';
import type { CaseDetails } from './case-details.loader';
import { toCase } from './case-view.mapper';

const ORDERS: Readonly<Record<CaseOrder, KeysetOrder>> = {
  RECEIVED_AT_DESC: { name: 'received-desc', column: 'c.received_at', direction: 'descending' },
  RECEIVED_AT_ASC: { name: 'received-asc', column: 'c.received_at', direction: 'ascending' },
  NEXT_DUE_AT_ASC: { name: 'due-asc', column: 'c.next_due_at', direction: 'ascending' },
  NUMBER_ASC: { name: 'number-asc', column: 'c.number', direction: 'ascending' },
};

/** Yes or no over a condition of the service's own. */
const whether =
  (condition: string): FilterCompiler =>
  ({ eq }) =>
    eq === null || eq === undefined ? 'TRUE' : eq === true ? condition : `NOT (${condition})`;

/** What complainants are not shown of their case they must not find out by filtering either. */
const ofStaff = (viewer: CaseActor, filter: FilterCompiler): FilterCompiler =>
  isStaff(viewer)
    ? filter
    : () => {
        throw new PublicError('FORBIDDEN', 'This filter is for staff.');
      };

@Resolver(() => Complaint)
export class CasesResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => Case, {
    name: 'case',
    nullable: true,
    description: 'A case; null when there is none or it is not yours.',
  })
  async caseById(
    @Arg('id', () => ID, { description: 'Its global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Case | null> {
    const caseId = fromGlobalId('Case', id);
    return caseId === undefined ? null : this.find(context, 'id', caseId);
  }

  @Directive('@authenticated')
  @Query(() => Case, { nullable: true, description: 'The case of the complaint with this number.' })
  caseByNumber(
    @Arg('number', () => String, { description: 'Number of the complaint.' }) number: string,
    @Ctx() context: GraphContext,
  ): Promise<Case | null> {
    return this.find(context, 'number', number);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => CaseConnection, { description: 'The cases of the organisation; for a complainant their own.' })
  cases(@Args(() => CasesArgs) args: CasesArgs, @Ctx() context: GraphContext): Promise<Connection<Case>> {
    const viewer = requireRole(context, ...ROLES);
    const now = this.clock.now();
    const where = compileWhere(args.where, {
      state: column('c.state'),
      outcome: column('c.outcome'),
      assignee: ofStaff(viewer, column('c.assignee')),
      assigned: whether('c.assignee IS NOT NULL'),
      overdue: whether('c.next_due_at IS NOT NULL AND c.next_due_at < :now'),
      category: column('c.category_code'),
      level: ofStaff(viewer, codeColumn('c.level')),
      channel: codeColumn('c.channel'),
      product: column('c.product'),
      region: column('c.region'),
      number: column('c.number'),
      customer: idColumn('c.customer_id', 'Customer'),
      complaint: idColumn('c.complaint_id', 'Complaint'),
      receivedAt: column('c.received_at'),
      closedAt: column('c.closed_at'),
      nextDueAt: column('c.next_due_at'),
    });
    const customerId = ownCustomer(viewer);
    const conditions = [
      'c.tenant_id = :tenantId',
      where.sql,
      ...(customerId === undefined ? [] : ['c.customer_id = :ownCustomer']),
      ...(args.orderBy === 'NEXT_DUE_AT_ASC' ? ['c.next_due_at IS NOT NULL'] : []),
    ];
    const list = {
      name: 'cases',
      order: ORDERS[args.orderBy],
      idColumn: 'c.id',
      select: CASE_COLUMNS,
      from: 'complaint_case c',
      where: conditions.map((condition) => `(${condition})`).join(' AND '),
      params: { ...where.params, now, ...(customerId === undefined ? {} : { ownCustomer: customerId }) },
    };
    return readConnection(context, this.database.reader(viewer.tenantId), list, args, (stored: StoredCase) =>
      toCase(stored, viewer, now),
    );
  }

  @FieldResolver(() => Case, { name: 'case', nullable: true, description: 'How the complaint is handled.' })
  caseOfComplaint(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<Case | null> {
    const complaintId = fromGlobalId('Complaint', complaint.id);
    return complaintId === undefined ? Promise.resolve(null) : this.find(context, 'complaint_id', complaintId);
  }

  private async find(
    context: GraphContext,
    key: 'id' | 'number' | 'complaint_id',
    value: string,
  ): Promise<Case | null> {
    const viewer = requireRole(context, ...ROLES);
    const stored = await this.details.case(context, key, value);
    return stored === null ? null : toCase(stored, viewer, this.clock.now());
  }
}
