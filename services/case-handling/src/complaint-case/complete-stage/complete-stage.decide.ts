import { accept, refuse, ROLES, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { CaseRefusal, Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import type { WrittenSection } from '../model/facts/stage.events';
import { paperOfStage, unfitSections } from '../model/paper-sections.rules';
import { performsAs } from '../model/performs.model';
import { permitted } from '../model/permitted.model';
import { present } from '../model/present-members.model';
import { unfitText } from '../model/written-text.rules';

/** What somebody wrote down on a stage. */
export interface CompleteStage {
  readonly stage: string;
  readonly sections: readonly WrittenSection[];
  readonly note?: string;
}

/** Finishes a stage by what it asks to be written down; with approvals to come, it is submitted for them. */
export function decideCompletion(
  situation: Situation,
  { stage, sections, note }: CompleteStage,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('COMPLETE_STAGE', { ...situation, stage });
  if (!permission.ok) return permission;
  const { plan, actor, case: current } = situation;
  const planned = plan?.stages.find((each) => each.stage === stage);
  const [first, ...others] = [...unfitSections(plan, planned, sections), ...unfitNote(sections, note)];
  if (first !== undefined) return refuse(first, ...others);
  return accept(
    take(
      courseOf(current),
      {
        type: 'STAGE_COMPLETED',
        at: context.now,
        by: actor.subject,
        stage,
        paperId: context.newId(),
        sections,
        ...present({
          paper: paperOfStage(plan, planned)?.paper,
          note,
          department: departmentOf(situation, planned?.performers ?? []),
        }),
      },
      context,
    ),
  );
}

/** Something has to be written: a section or a note. */
function unfitNote(sections: readonly WrittenSection[], note: string | undefined): CaseRefusal[] {
  if (note === undefined && sections.length > 0) return [];
  const unfit = unfitText(note ?? '', 'note');
  return unfit === undefined ? [] : [unfit];
}

/** The party as which the actor performs, or else their unit. */
function departmentOf({ actor, plan }: Situation, performers: readonly string[]): string | undefined {
  const parties = performers.filter((performer) => !ROLES.some((role) => role === performer));
  return parties.find((party) => performsAs(actor, plan, [party])) ?? actor.unitId;
}
