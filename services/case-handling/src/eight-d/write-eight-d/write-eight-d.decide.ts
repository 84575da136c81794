import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import type { WrittenSection } from '../../complaint-case/model/facts/stage.events';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { DISCIPLINES, eightDOf, eightDPaper, requiredDisciplines, type Disciplines } from '../model/eight-d.model';

/** Submits a version of the report for signature; an earlier one that nobody signed gives way to it. */
export function decideEightD(
  situation: Situation,
  disciplines: Disciplines,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('SUBMIT_EIGHT_D', situation);
  if (!permission.ok) return permission;
  const { plan, case: current, actor } = situation;
  const [first, ...others] = unfitDisciplines(disciplines, requiredDisciplines(plan));
  if (first !== undefined) return refuse(first, ...others);
  const earlier = eightDOf(current);
  return accept(
    take(
      courseOf(current),
      {
        type: 'EIGHT_D_SUBMITTED',
        at: context.now,
        by: actor.subject,
        reportId: context.newId(),
        reportVersion: (earlier?.version ?? 0) + 1,
        disciplines,
        sections: sectionsOf(disciplines),
        ...present({ supersedes: earlier?.id, stage: eightDPaper(plan)?.stage }),
      },
      context,
    ),
  );
}

/** Signs the newest version, which makes it valid. */
export function decideSignature(
  situation: Situation,
  { reportId }: { readonly reportId: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('SIGN_EIGHT_D', situation);
  if (!permission.ok) return permission;
  const { plan, case: current, actor } = situation;
  const report = eightDOf(current);
  if (report?.id !== reportId) return refuse({ code: 'CASE_EIGHT_D_NOT_SUBMITTED', path: ['input', 'reportId'] });
  return accept(
    take(
      courseOf(current),
      {
        type: 'EIGHT_D_SIGNED',
        at: context.now,
        by: actor.subject,
        reportId,
        reportVersion: report.version,
        writtenBy: report.writtenBy,
        ...present({ stage: eightDPaper(plan)?.stage }),
      },
      context,
    ),
  );
}

function sectionsOf(written: Disciplines): readonly WrittenSection[] {
  return DISCIPLINES.flatMap((section) => {
    const text = written[section];
    return text === undefined ? [] : [{ section, text }];
  });
}

function unfitDisciplines(written: Disciplines, required: readonly string[]): readonly CaseRefusal[] {
  const missing = required.filter((discipline) => !Object.hasOwn(written, discipline));
  return [
    ...missing.map((section): CaseRefusal => ({
      code: 'CASE_SECTION_MISSING',
      path: ['input', 'disciplines', section],
      facts: { section },
      details: { allowed: required },
    })),
    ...DISCIPLINES.flatMap((discipline) => {
      const text = written[discipline];
      return text === undefined ? [] : (unfitText(text, discipline) ?? []);
    }),
  ];
}
