import { ROLES } from '@redress/kernel';
import {
  fromGlobalId,
  Node,
  PublicError,
  readGlobalId,
  requireRole,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { findCategories } from '../category/view-categories/category.reference';
import { findComplaints } from '../complaint/view-complaints/complaint.reference';
import { findCustomers } from '../customer/view-customers/customer.reference';
import type { MasterKeys } from '../personal-data/master-keys';
import { FOREIGN_TYPES } from './foreign-nodes.gql';

const IDS_AT_MOST = 100;

/** Finds objects by global id alone. */
@Resolver()
export class NodeResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its global id; null when it does not exist. One of another service is looked up there.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Node | null> {
    return (await this.find([id], context))[0] ?? null;
  }

  @Query(() => [Node], { nullable: 'items', description: 'The same for up to 100 ids, in their order.' })
  nodes(
    @Arg('ids', () => [ID], { description: 'Global ids, 100 at most.' }) ids: string[],
    @Ctx() context: GraphContext,
  ): Promise<readonly (Node | null)[]> {
    if (ids.length > IDS_AT_MOST) {
      throw new PublicError('LIMIT_EXCEEDED', `Ask for at most ${IDS_AT_MOST} ids.`, { limit: IDS_AT_MOST });
    }
    return this.find(ids, context);
  }

  /** One statement for each type among the ids. */
  private async find(ids: readonly string[], context: GraphContext): Promise<readonly (Node | null)[]> {
    requireRole(context, ...ROLES);
    const found = new Map<string, Node | null>();
    const among = (type: string) => ids.filter((id) => readGlobalId(id)?.type === type);
    const remember = (asked: readonly string[], nodes: readonly (Node | null)[]) => {
      asked.forEach((id, index) => found.set(id, nodes[index] ?? null));
    };
    const [complaints, customers, categories] = [among('Complaint'), among('Customer'), among('ComplaintCategory')];
    if (complaints.length > 0) remember(complaints, await findComplaints(this.database, complaints, context));
    if (customers.length > 0) {
      const uuids = customers.map((id) => fromGlobalId('Customer', id) ?? '');
      remember(customers, await findCustomers(this.database, this.masters, uuids, context));
    }
    if (categories.length > 0) remember(categories, await findCategories(this.database, categories, context));
    return ids.map((id) => {
      const type = readGlobalId(id)?.type;
      if (type !== undefined && FOREIGN_TYPES.has(type)) return { id };
      return found.get(id) ?? null;
    });
  }
}
