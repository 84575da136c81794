import { libraryEntryProposed } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';

export interface LibraryEntryProposed extends Fact<'LIBRARY_ENTRY_PROPOSED'> {
  readonly entryId: string;
  readonly title: string;
  readonly facts: string;
  readonly handling: string;
  /** How much of which kind was taken out. */
  readonly redacted: Readonly<Record<string, number>>;
}

export const libraryEntryProposedFact = defineFact<LibraryEntryProposed>({
  type: 'LIBRARY_ENTRY_PROPOSED',
  description: 'The case was drafted for the case library, without personal data (案例库).',
  stores: ({ categoryCode }, { entryId, title, facts, handling, redacted, by, at }) => [
    {
      insert: 'library_entry',
      rows: [
        {
          id: entryId,
          version: 1,
          state: 'DRAFT',
          title,
          category_code: categoryCode,
          facts,
          handling,
          lessons: '',
          redacted: JSON.stringify(redacted),
          proposed_by: by,
          proposed_at: at,
          confirmed_anonymous: false,
        },
      ],
    },
  ],
  publish: (after, fact) => event(libraryEntryProposed, { ...keyOf(after), ...byOf(fact), entryId: fact.entryId }),
  details: ({ entryId }) => ({ entryId }),
});
