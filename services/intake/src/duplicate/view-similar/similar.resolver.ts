import { fromGlobalId, PublicError, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Complaint, toComplaint } from '../../complaint/view-complaints/complaint.gql';
import { findCustomers } from '../../customer/view-customers/customer.reference';
import { Customer } from '../../customer/view-customers/customer.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { MasterKeys } from '../../personal-data/master-keys';
import { boundedFirst } from '../view-duplicates/bounded-first';
import { similarChecksOf } from './similar-checks.query';
import { SimilarComplaints, SimilarOfCustomer, SimilarProductCheck } from './similar.gql';
import { similarTo, type SimilarTo } from './similar.query';

const DAYS_AT_MOST = 730;
const CUSTOMERS_AT_MOST = 50;

/** Shows whether the same happened to other customers (IN-21). */
@Resolver(() => Complaint)
export class SimilarComplaintsResolver {
  constructor(private readonly database: Database) {}

  @Directive(
    '@listSize(assumedSize: 10, slicingArguments: ["first"], sizedFields: ["complaints"], requireOneSlicingArgument: false)',
  )
  @FieldResolver(() => SimilarComplaints, {
    nullable: true,
    description:
      'Complaints of other customers about the same product in the same category, or in the same category where none is named. Null to customers.',
  })
  async similar(
    @Root() complaint: Complaint,
    @Ctx() context: GraphContext,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many of the latest, 1 to 50.' }) first: number,
    @Arg('withinDays', () => Int, { defaultValue: 365, description: 'How far before and after it, 1 to 730 days.' })
    withinDays: number,
  ): Promise<SimilarComplaints | null> {
    const { viewer } = context;
    if (!isStaff(viewer)) return null;
    const limit = boundedFirst(first);
    if (withinDays < 1 || withinDays > DAYS_AT_MOST) {
      throw new PublicError('LIMIT_EXCEEDED', `Ask for 1 to ${DAYS_AT_MOST} days.`, { limit: DAYS_AT_MOST });
    }
    const similar = await context
      .loader(`similar/${withinDays}`, (asked: readonly string[]) =>
        similarTo(this.database.reader(viewer.tenantId), asked.map(readKey), withinDays),
      )
      .load(keyOf(complaint));
    if (similar === null) return null;
    return {
      count: similar.complaints.length,
      exact: similar.exact,
      customerCount: similar.byCustomer.length,
      customers: similar.byCustomer
        .slice(0, CUSTOMERS_AT_MOST)
        .map(({ customerId, complaints }) => ({ customerUuid: customerId, complaints, customer: null })),
      complaints: similar.complaints.slice(0, limit).map(({ card, version }) => toComplaint(card, version)),
    };
  }

  @FieldResolver(() => [SimilarProductCheck], {
    description: 'Checks whether the same product failed at other customers, the earliest first; nothing to customers.',
  })
  async similarProductChecks(
    @Root() { uuid }: Complaint,
    @Ctx() context: GraphContext,
  ): Promise<readonly SimilarProductCheck[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const checks = await context
      .loader('similarProductChecks', (ids: readonly string[]) =>
        similarChecksOf(this.database.reader(viewer.tenantId), ids),
      )
      .load(uuid);
    return checks ?? [];
  }
}

/** Shows the customers to whom the same happened. */
@Resolver(() => SimilarOfCustomer)
export class SimilarOfCustomerResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @FieldResolver(() => Customer, { nullable: true, description: 'The other customer.' })
  customer(@Root() { customerUuid }: SimilarOfCustomer, @Ctx() context: GraphContext): Promise<Customer | null> {
    return context
      .loader('customerOfComplaint', (ids: readonly string[]) =>
        findCustomers(this.database, this.masters, ids, context),
      )
      .load(customerUuid);
  }
}

/** Loaders are keyed by text; all that the statement needs is in the complaint already. */
function keyOf({ uuid, customerUuid, category, product, receivedAt }: Complaint): string {
  const categoryId = fromGlobalId('ComplaintCategory', category.id) ?? '';
  return JSON.stringify([uuid, customerUuid, categoryId, product, receivedAt.toISOString()]);
}

function readKey(key: string): SimilarTo {
  const [id, customerId, categoryId, product, receivedAt] = JSON.parse(key) as [
    string,
    string,
    string,
    string | null,
    string,
  ];
  return { id, customerId, categoryId, product, receivedAt: new Date(receivedAt) };
}
