import { ROLES } from '@redress/kernel';
import { ListCost, readConnection, requireRole, type Connection, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { findCustomers } from '../../customer/view-customers/customer.reference';
import { Customer } from '../../customer/view-customers/customer.gql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { confinedTo } from '../../customer/model/visibility.rules';
import { complaintList } from './complaint-list.query';
import { ComplaintsArgs } from './complaint-list.gql';
import { complaintByNumber, complaintOf, type ComplaintRecord } from './complaint-record.query';
import { complaintTexts } from './complaint-text.query';
import { Complaint, ComplaintConnection, toComplaint } from './complaint.gql';
import { findComplaints } from './complaint.reference';

/** Reads complaints. */
@Resolver(() => Complaint)
export class ComplaintsResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @Query(() => Complaint, { nullable: true, description: 'A complaint by its id; null when it does not exist.' })
  async complaint(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Complaint | null> {
    return (await findComplaints(this.database, [id], context))[0] ?? null;
  }

  @Query(() => Complaint, { nullable: true, description: 'A complaint by its number; null when it does not exist.' })
  async complaintByNumber(
    @Arg('number', () => String, { description: 'The number as people see it.' }) number: string,
    @Ctx() context: GraphContext,
  ): Promise<Complaint | null> {
    const viewer = requireRole(context, ...ROLES);
    const found = await complaintByNumber(this.database.reader(viewer.tenantId), number, confinedTo(viewer));
    return found === null ? null : toComplaint(found.card, found.version);
  }

  @ListCost()
  @Query(() => ComplaintConnection, {
    description: "The organisation's complaints; to a customer, their own.",
  })
  complaints(
    @Args(() => ComplaintsArgs) { search, where, orderBy, ...page }: ComplaintsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Complaint>> {
    const viewer = requireRole(context, ...ROLES);
    const list = complaintList(viewer.tenantId, { search, where, orderBy, confinedTo: confinedTo(viewer) });
    const reader = this.database.reader(viewer.tenantId);
    return readConnection(context, reader, list, page, (record: ComplaintRecord) => {
      const { card, version } = complaintOf(record);
      return toComplaint(card, version);
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The complaint in the words in which it came; null when it was taken over without text, or erased.',
  })
  text(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<string | null> {
    const { tenantId } = context.viewer;
    return context
      .loader('complaintText', (ids: readonly string[]) =>
        complaintTexts(this.database.reader(tenantId), this.masters, ids),
      )
      .load(complaint.uuid);
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Who complains.' })
  customer(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<Customer | null> {
    return context
      .loader('customerOfComplaint', (ids: readonly string[]) =>
        findCustomers(this.database, this.masters, ids, context),
      )
      .load(complaint.customerUuid);
  }
}
