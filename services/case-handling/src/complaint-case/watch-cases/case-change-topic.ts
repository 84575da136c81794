import type { PubSub } from '@redress/graphql-runtime';
import type { Signals } from '@redress/messaging';
import { CASE_CHANGES, type CaseChange, type CaseChangeFeed } from './case-change.model';

const TOPIC = 'case-changed';

/** As it travels between processes: the moment as RFC 3339. */
type WrittenChange = Omit<CaseChange, 'at'> & { readonly at: string };

/** Tells the listeners of this process, and of every other process of the service. */
export function caseChangeTopic(pubSub: PubSub, signals: Signals): CaseChangeFeed {
  const tell = (change: CaseChange): void => pubSub.publish(CASE_CHANGES, change.tenantId, change);
  signals.listen(TOPIC, (payload) => {
    const change = payload as WrittenChange;
    tell({ ...change, at: new Date(change.at) });
  });
  return {
    announce: (changes) => {
      for (const change of changes) {
        tell(change);
        signals.send(TOPIC, change);
      }
    },
  };
}
