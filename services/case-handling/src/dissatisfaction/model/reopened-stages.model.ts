import type { StageKind } from '@redress/regulations';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { PathProvision } from './open-paths.model';

/** What is decided, told and carried out again in every further round. */
const DECIDING: ReadonlySet<StageKind> = new Set([
  'PROPOSAL',
  'APPROVAL',
  'REPLY',
  'RESOLUTION',
  'EXECUTION',
  'CLOSING',
]);
/** Ways that look into the matter again, where the regulation names no stage to go back to. */
const INVESTIGATING: ReadonlySet<PathProvision['path']> = new Set([
  'SECOND_HANDLING',
  'VERIFY_THEN_FINAL',
  'BACK_TO_CAUSE_ANALYSIS',
]);

/** The stages that a further round does anew: the one gone back to, what comes after it, and the decision. */
export function stagesOfRound({ path, backTo }: PathProvision, plan: CasePlan): readonly string[] {
  if (path === 'EXTERNAL_BODY') return [];
  const first = plan.stages
    .filter(({ stage, kind }) =>
      backTo === undefined ? INVESTIGATING.has(path) && kind === 'INVESTIGATION' : stage === backTo,
    )
    .map(({ stage }) => stage);
  const again = new Set([...first, ...plan.stages.filter(({ kind }) => DECIDING.has(kind)).map(({ stage }) => stage)]);
  let known = 0;
  // What comes after a stage that is done anew is done anew as well, over any number of steps.
  for (const grown = again; grown.size > known;) {
    known = grown.size;
    for (const { stage, after = [] } of plan.stages) if (after.some((before) => grown.has(before))) grown.add(stage);
  }
  return plan.stages.map(({ stage }) => stage).filter((stage) => again.has(stage));
}

/** Whether the matter itself is looked into again, so that nothing is proposed before. */
export function investigatesAgain(provision: PathProvision, plan: CasePlan): boolean {
  const again = stagesOfRound(provision, plan);
  const isInvestigation = plan.stages.some(({ stage, kind }) => kind === 'INVESTIGATION' && again.includes(stage));
  return isInvestigation || (provision.backTo === undefined && INVESTIGATING.has(provision.path));
}
