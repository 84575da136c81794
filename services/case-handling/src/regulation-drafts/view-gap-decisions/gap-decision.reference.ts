import { fromGlobalId, type GraphContext, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { isStaff } from '../../complaint-case/model/case.rules';
import { readGapDecisions, type StoredGapDecision } from './gap-decision-rows.query';
import { toGapDecision } from './gap-decision-view.mapper';
import type { GapDecision } from './gap-decision.gql';

/** A decision, read once for all who ask within a request. */
export async function loadGapDecision(
  database: Database,
  context: GraphContext,
  id: string,
): Promise<GapDecision | null> {
  const loader = context.loader<string, StoredGapDecision>('gap-decisions', async (ids) => {
    const found = await readGapDecisions(database.reader(context.viewer.tenantId), ids);
    const byId = new Map(found.map((stored) => [stored.id, stored]));
    return ids.map((each) => byId.get(each) ?? null);
  });
  const stored = await loader.load(id);
  return stored === null ? null : toGapDecision(stored);
}

/** Decisions by their global ids; for staff alone. */
export function gapDecisionReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const decisionId = fromGlobalId('GapDecision', id);
        if (decisionId === undefined || !isStaff(context.viewer)) return null;
        return loadGapDecision(database, context, decisionId);
      }),
    );
}
