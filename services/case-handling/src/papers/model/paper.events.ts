import { paperCopyHandedOut, paperDrawnUp } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import type { WrittenSection } from '../../complaint-case/model/facts/stage.events';
import { present } from '../../complaint-case/model/present-members.model';
import { withPaper } from './paper.model';

export interface PaperDrawnUp extends Fact<'PAPER_DRAWN_UP'> {
  readonly paperId: string;
  /** Its name in the regulation. */
  readonly paper: string;
  readonly position: number;
  readonly number: string;
  readonly round: number;
  readonly sections: readonly WrittenSection[];
  /** The earlier paper that is attached to it. */
  readonly attachedTo?: string;
}

export interface PaperCopyHandedOut extends Fact<'PAPER_COPY_HANDED_OUT'> {
  readonly paperId: string;
  readonly copy: number;
  readonly holder: string;
  /** Who received it for the holder. */
  readonly to?: string;
}

export const paperDrawnUpFact = defineFact<PaperDrawnUp>({
  type: 'PAPER_DRAWN_UP',
  description: 'A paper of the case was drawn up.',
  effect: (current, { paper, paperId }) => withPaper(current, paper, paperId),
  stores: (_, fact) => [
    {
      insert: 'case_paper',
      rows: [
        {
          id: fact.paperId,
          paper: fact.paper,
          number: fact.number,
          position: fact.position,
          round: fact.round,
          stage: fact.stage ?? null,
          attached_to: fact.attachedTo ?? null,
          sections: JSON.stringify(fact.sections),
          drawn_up_at: fact.at,
          drawn_up_by: fact.by,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(paperDrawnUp, {
      ...keyOf(after),
      ...byOf(fact),
      paperId: fact.paperId,
      paper: fact.paper,
      number: fact.number,
      round: fact.round,
      ...present({ stage: fact.stage }),
    }),
  details: ({ paper, number }) => ({ paper, number }),
});

export const paperCopyHandedOutFact = defineFact<PaperCopyHandedOut>({
  type: 'PAPER_COPY_HANDED_OUT',
  description: 'A copy of a paper went to its holder.',
  stores: (_, { paperId, copy, holder, to, at, by }) => [
    {
      insert: 'case_paper_copy',
      rows: [{ paper_id: paperId, copy, holder, handed_to: to ?? null, handed_at: at, handed_by: by }],
    },
  ],
  publish: (after, { paperId, copy, holder, ...fact }) =>
    event(paperCopyHandedOut, { ...keyOf(after), ...byOf(fact), paperId, copy, holder }),
  details: ({ paperId, copy, holder }) => ({ paperId, copy, holder }),
});
