import type { GraphContext } from '@redress/graphql-runtime';
import { hasRole } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { SIGNAL_READERS } from '../model/signal-access.rules';
import type { Signal } from '../model/signal.model';
import { signalsBy } from './signal-list.query';

/** Finds signals for those who may see them; one statement for all of a request. */
export class SignalLoader {
  constructor(private readonly database: Database) {}

  find(context: GraphContext, id: string): Promise<Signal | null> {
    const { viewer } = context;
    if (!hasRole(viewer, ...SIGNAL_READERS)) return Promise.resolve(null);
    const reader = this.database.reader(viewer.tenantId);
    return context
      .loader<string, Signal>('signal', async (ids) => {
        const found = await signalsBy(reader, ids);
        return ids.map((each) => found.get(each) ?? null);
      })
      .load(id);
  }
}
