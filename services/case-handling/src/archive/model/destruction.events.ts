import { caseDestroyed } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { withFile } from './archive.model';
import { destroyedTexts } from './destroyed-texts.model';

export interface CaseDestroyed extends Fact<'CASE_DESTROYED'> {
  readonly proposedBy: string;
}

export const caseDestroyedFact = defineFact<CaseDestroyed>({
  type: 'CASE_DESTROYED',
  description: 'Two persons destroyed the texts of the file; figures and dates remain (销毁).',
  effect: (current) => ({
    ...withFile(current, { destroyed: true }),
    // What intake judged is a set of codes; what stands on the card may be anything.
    matter: { ...current.matter, card: {} },
  }),
  stores: (_, { at, by }) => [
    ...destroyedTexts(),
    { update: 'archived_case', key: {}, set: { state: 'DESTROYED', destroyed_by: by, destroyed_at: at } },
  ],
  publish: (after, fact) => event(caseDestroyed, { ...keyOf(after), ...byOf(fact), proposedBy: fact.proposedBy }),
  details: ({ proposedBy }) => ({ proposedBy }),
});
