import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { ImprovementPointLoader } from './improvement-point.loader';
import { toImprovementPoint } from './to-improvement-point.gql';

/** Improvement points by id; null for what does not exist, and for everybody who may not see them. */
export function improvementPointReferences(points: ImprovementPointLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const pointId = fromGlobalId('ImprovementPoint', id);
        const found = pointId === undefined ? null : await points.find(context, pointId);
        return found === null ? null : toImprovementPoint(found);
      }),
    );
}
