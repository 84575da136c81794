import { ROLES } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { categoriesByIds } from './categories.query';
import { toComplaintCategory, type ComplaintCategory } from './category.gql';

/** Categories by global id; one of another organisation does not exist. */
export async function findCategories(
  database: Database,
  globalIds: readonly unknown[],
  context: GraphContext,
): Promise<readonly (ComplaintCategory | null)[]> {
  const { tenantId } = requireRole(context, ...ROLES);
  const ids = globalIds.map((globalId) => fromGlobalId('ComplaintCategory', globalId) ?? '');
  const categories = await categoriesByIds(database.reader(tenantId), ids);
  return categories.map((category) => (category === null ? null : toComplaintCategory(category)));
}

/** Answers the gateway's questions for categories. */
export function categoryReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    findCategories(
      database,
      representations.map(({ id }) => id),
      context,
    );
}
