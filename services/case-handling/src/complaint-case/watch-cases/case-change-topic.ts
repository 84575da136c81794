import type { PubSub } from '@redress/graphql-runtime';
import { CASE_CHANGES, type CaseChangeFeed } from './case-change.model';

/** Tells the listeners of this process. */
export function caseChangeTopic(pubSub: PubSub): CaseChangeFeed {
  return {
    announce: (changes) => {
      for (const change of changes) pubSub.publish(CASE_CHANGES, change.tenantId, change);
    },
  };
}
