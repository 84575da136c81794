import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { SignalLoader } from './signal.loader';
import { toSignal } from './to-signal.gql';

/** Signals by id; null for what does not exist, and for everybody who may not see them. */
export function signalReferences(signals: SignalLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const signalId = fromGlobalId('Signal', id);
        const found = signalId === undefined ? null : await signals.find(context, signalId);
        return found === null ? null : toSignal(found);
      }),
    );
}
