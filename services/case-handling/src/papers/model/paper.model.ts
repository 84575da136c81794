import type { Regulation } from '@redress/regulations';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

type PaperProvision = Regulation['papers'][number];

/** What a case keeps of its papers to number and attach them. */
interface KeptPapers {
  readonly count: number;
  /** The newest of each, by the paper's name in the regulation. */
  readonly newest: Readonly<Record<string, string>>;
}

const KEY = 'papers';

/** The place of the next paper of a case: the first is 1. */
export function nextPosition(current: Pick<ComplaintCase, 'kept'>): number {
  return papersOf(current).count + 1;
}

/** The newest paper of a name that the case has. */
export function newestPaper(current: Pick<ComplaintCase, 'kept'>, paper: string): string | undefined {
  return papersOf(current).newest[paper];
}

/** The case with one paper more. */
export function withPaper(current: ComplaintCase, paper: string, paperId: string): Partial<ComplaintCase> {
  const { count, newest } = papersOf(current);
  return { kept: { ...current.kept, [KEY]: { count: count + 1, newest: { ...newest, [paper]: paperId } } } };
}

/** What the regulation says of a paper. */
export function paperProvision(plan: CasePlan | undefined, paper: string): PaperProvision | undefined {
  return plan?.regulation.papers.find((provision) => provision.paper === paper);
}

function papersOf({ kept }: Pick<ComplaintCase, 'kept'>): KeptPapers {
  return (kept[KEY] as KeptPapers | undefined) ?? { count: 0, newest: {} };
}
