import { ROLES } from '@redress/kernel';
import {
  ConnectionArgs,
  ListCost,
  LocaleName,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
  type Locale,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CATEGORY_LIST, categoryOf, type CategoryRecord } from './categories.query';
import { ComplaintCategory, ComplaintCategoryConnection, toComplaintCategory } from './category.gql';

/** Reads categories. */
@Resolver(() => ComplaintCategory)
export class CategoriesResolver {
  constructor(private readonly database: Database) {}

  @ListCost()
  @Query(() => ComplaintCategoryConnection, { description: "The organisation's categories of complaints, by code." })
  complaintCategories(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ComplaintCategory>> {
    const { tenantId } = requireRole(context, ...ROLES);
    return readConnection(context, this.database.reader(tenantId), CATEGORY_LIST, args, (record: CategoryRecord) =>
      toComplaintCategory(categoryOf(record)),
    );
  }

  @FieldResolver(() => String, { description: 'What it is called.' })
  label(
    @Root() category: ComplaintCategory,
    @Ctx() context: GraphContext,
    @Arg('locale', () => LocaleName, {
      nullable: true,
      description: 'The language; that of the request unless told.',
    })
    locale?: Locale,
  ): string {
    return category.labels[locale ?? context.locale];
  }
}
