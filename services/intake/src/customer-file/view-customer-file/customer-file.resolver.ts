import { ConnectionArgs, fromGlobalId, ListCost, type Connection, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { complaintOf, type ComplaintRecord } from '../../complaint/view-complaints/complaint-record.query';
import { Complaint, ComplaintConnection, toComplaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import { Customer } from '../../customer/view-customers/customer.gql';
import { boundedFirst } from '../../duplicate/view-duplicates/bounded-first';
import { complaintsOfCustomer } from './customer-complaints.query';
import { CustomerHistoryEntry } from './customer-history.gql';
import { historyOf } from './customer-history.query';
import { CustomerProduct, CustomerProductConnection } from './customer-product.gql';
import { productsOfCustomer } from './customer-products.query';
import { listsOfCustomers, type ListOf } from './lists-of-customers.query';

/** Shows what is in the file of a customer (IN-20); whoever is shown a customer may see their complaints and products. */
@Resolver(() => Customer)
export class CustomerFileResolver {
  constructor(private readonly database: Database) {}

  @ListCost()
  @FieldResolver(() => ComplaintConnection, { description: 'Their complaints, the latest receipt first.' })
  complaints(
    @Root() customer: Customer,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Complaint> | null> {
    return this.list('complaints', complaintsOfCustomer, customer, page, context, (record: ComplaintRecord) => {
      const { card, version } = complaintOf(record);
      return toComplaint(card, version);
    });
  }

  @ListCost()
  @FieldResolver(() => CustomerProductConnection, { description: 'Products that they have, the last entered first.' })
  products(
    @Root() customer: Customer,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<CustomerProduct> | null> {
    return this.list('products', productsOfCustomer, customer, page, context, (row: CustomerProduct) => row);
  }

  @Directive('@listSize(assumedSize: 20, slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @FieldResolver(() => [CustomerHistoryEntry], {
    description:
      'What happened with them, the latest first: registrations, merges, letters, products, changes of the file. Nothing to customers.',
  })
  async history(
    @Root() { id }: Customer,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many of the latest, 1 to 50.' }) first: number,
    @Ctx() context: GraphContext,
  ): Promise<readonly CustomerHistoryEntry[]> {
    const { viewer } = context;
    const limit = boundedFirst(first);
    if (!isStaff(viewer)) return [];
    const history = await context
      .loader(`customerHistory/${limit}`, (ids: readonly string[]) =>
        historyOf(this.database.reader(viewer.tenantId), ids, limit),
      )
      .load(uuidOf(id));
    return history ?? [];
  }

  private list<Row, Node>(
    name: string,
    listOf: ListOf,
    { id }: Customer,
    page: ConnectionArgs,
    context: GraphContext,
    toNode: (row: Row) => Node,
  ): Promise<Connection<Node> | null> {
    const reader = this.database.reader(context.viewer.tenantId);
    return context
      .loader(`customer/${name}/${JSON.stringify(page)}`, (ids: readonly string[]) =>
        listsOfCustomers(context, reader, listOf, page, toNode, ids),
      )
      .load(uuidOf(id));
  }
}

function uuidOf(globalId: string): string {
  return fromGlobalId('Customer', globalId) ?? '';
}
