import { caseNotEstablished } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { present } from '../../complaint-case/model/present-members.model';

/** The complaint changed nothing of what the customer owes. */
export type CollectionResumed = Fact<'COLLECTION_RESUMED'>;

export const collectionResumedFact = defineFact<CollectionResumed>({
  type: 'COLLECTION_RESUMED',
  description: 'Finance was told to collect what the customer owes at the normal term.',
  stageKinds: ['CLOSING'],
  publish: (after, fact) =>
    event(caseNotEstablished, {
      ...keyOf(after),
      ...byOf(fact),
      customerId: after.customerId,
      ...present({ orderLine: after.orderLine }),
    }),
});
