import type { LaterFact } from '../../case-facts.model';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { WrittenSection } from '../../complaint-case/model/facts/stage.events';
import { newestPaper, nextPosition, paperProvision } from './paper.model';
import type { PaperDrawnUp } from './paper.events';

interface DrawingUp {
  readonly plan: CasePlan | undefined;
  readonly newId: () => string;
}

/** The papers that a fact produces: those of the stages that were carried out by it. */
export function papersOfStages(
  before: ComplaintCase,
  after: ComplaintCase,
  fact: LaterFact,
  { plan, newId }: DrawingUp,
): readonly PaperDrawnUp[] {
  if (plan === undefined) return [];
  const carriedOut = after.stages.filter(
    ({ stage, state }) =>
      isCarriedOut(state) && !before.stages.some((was) => was.stage === stage && isCarriedOut(was.state)),
  );
  const papers = carriedOut.flatMap(({ stage }) => {
    const paper = plan.stages.find((planned) => planned.stage === stage)?.paper;
    return paper === undefined || paperProvision(plan, paper) === undefined ? [] : [{ paper, stage }];
  });
  return papers.map(({ paper, stage }, index) => ({
    ...aPaper(after, { paper, offset: index, sections: sectionsOf(fact) }, { at: fact.at, by: fact.by, newId }),
    stage,
  }));
}

/** A paper that is drawn up on its own, with the earlier one of its name attached. */
export function aPaper(
  current: ComplaintCase,
  {
    paper,
    sections,
    offset = 0,
  }: { readonly paper: string; readonly sections: readonly WrittenSection[]; readonly offset?: number },
  { at, by, newId }: { readonly at: Date; readonly by: string; readonly newId: () => string },
): PaperDrawnUp {
  const position = nextPosition(current) + offset;
  const earlier = newestPaper(current, paper);
  return {
    type: 'PAPER_DRAWN_UP',
    at,
    by,
    paperId: newId(),
    paper,
    position,
    number: `${current.number}/${position}`,
    round: current.round,
    sections,
    ...(earlier === undefined ? {} : { attachedTo: earlier }),
  };
}

const isCarriedOut = (state: string): boolean => state === 'DONE' || state === 'SUBMITTED';

function sectionsOf(fact: LaterFact): readonly WrittenSection[] {
  return 'sections' in fact ? (fact.sections ?? []) : [];
}
