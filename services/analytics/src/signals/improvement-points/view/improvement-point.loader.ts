import type { GraphContext } from '@redress/graphql-runtime';
import { hasRole } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { SIGNAL_READERS } from '../../model/signal-access.rules';
import type { ImprovementPoint } from '../model/improvement-point.model';
import { improvementPointsBy } from './improvement-points.query';

/** Finds improvement points for those who may see them; one statement for all of a request. */
export class ImprovementPointLoader {
  constructor(private readonly database: Database) {}

  find(context: GraphContext, id: string): Promise<ImprovementPoint | null> {
    const { viewer } = context;
    if (!hasRole(viewer, ...SIGNAL_READERS)) return Promise.resolve(null);
    const reader = this.database.reader(viewer.tenantId);
    return context
      .loader<string, ImprovementPoint>('improvement-point', async (ids) => {
        const found = await improvementPointsBy(reader, ids);
        return ids.map((each) => found.get(each) ?? null);
      })
      .load(id);
  }
}
