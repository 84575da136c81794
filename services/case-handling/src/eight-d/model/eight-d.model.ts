import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

/** The eight disciplines, in their order. */
export const DISCIPLINES = [
  'team',
  'problem',
  'containment',
  'cause',
  'countermeasures',
  'verification',
  'standardisation',
  'recognition',
] as const;
export type Discipline = (typeof DISCIPLINES)[number];
/** What is written on each; those that nobody has come to yet are absent. */
export type Disciplines = Readonly<Partial<Record<Discipline, string>>>;

/** `RETURNED`: its measures had no effect, or the customer was not satisfied; it begins again at the cause. */
export type EightDState = 'SUBMITTED' | 'SIGNED' | 'RETURNED' | 'SUPERSEDED';

/** The newest version, as far as decisions look at it. */
export interface EightD {
  readonly id: string;
  readonly version: number;
  readonly state: EightDState;
  readonly writtenBy: string;
}

const KEY = 'eightD';

/** The newest version of the 8D report of a case. */
export function eightDOf({ kept }: Pick<ComplaintCase, 'kept'>): EightD | undefined {
  return kept[KEY] as EightD | undefined;
}

/** The case with another newest version. */
export function withEightD({ kept }: ComplaintCase, report: EightD): Partial<ComplaintCase> {
  return { kept: { ...kept, [KEY]: report } };
}

/** The case with its report sent back to the cause, if it has one. */
export function returnedEightD(current: ComplaintCase): Partial<ComplaintCase> {
  const report = eightDOf(current);
  return report === undefined ? {} : withEightD(current, { ...report, state: 'RETURNED' });
}

/** The paper that the regulation calls an 8D report, with the stage that produces it. */
export function eightDPaper(plan: CasePlan | undefined) {
  const paper = plan?.regulation.papers.find(({ kind }) => kind === 'EIGHT_D_REPORT');
  const stage = plan?.stages.find((each) => each.paper !== undefined && each.paper === paper?.paper);
  return paper === undefined ? undefined : { paper, ...(stage === undefined ? {} : { stage: stage.stage }) };
}

const ALWAYS: readonly Discipline[] = ['team', 'problem', 'cause', 'countermeasures', 'verification'];

/** What has to be written before the report is signed: what the regulation asks for, and who made it. */
export function requiredDisciplines(plan: CasePlan | undefined): readonly Discipline[] {
  const sections = eightDPaper(plan)?.paper.sections;
  if (sections === undefined) return ALWAYS;
  const required = sections.filter(({ required: isRequired }) => isRequired).map(({ section }) => section);
  return DISCIPLINES.filter((discipline) => discipline === 'team' || required.includes(discipline));
}
