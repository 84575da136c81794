import { accept, refuse, type Outcome } from '@redress/kernel';
import { awaitsPath } from '../../dissatisfaction/model/open-paths.model';
import type { CaseRefusalCode } from '../model/case.errors';
import type { Situation } from '../model/case.rules';
import { executedIfComplete } from '../model/closing.model';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { permitted } from '../model/permitted.model';
import { unfitText } from '../model/written-text.rules';
import type { RecordConsent } from './record-consent.command';

/** The complainant accepts the resolution or objects to it. Where nothing is to be paid, acceptance ends the case. */
export function decideConsent(
  situation: Situation,
  { decision, note }: RecordConsent,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(decision === 'ACCEPTED' ? 'RECORD_CONSENT' : 'RECORD_OBJECTION', situation);
  if (!permission.ok) return permission;
  const unfit = note === undefined ? undefined : unfitText(note, 'note');
  if (unfit !== undefined) return refuse(unfit);
  const { case: current, actor } = situation;
  if (current.resolution === undefined) throw new Error('a case that awaits consent has a resolution');
  const recorded = take(
    courseOf(current),
    {
      type: 'CONSENT_RECORDED',
      at: context.now,
      by: actor.subject,
      consentId: context.newId(),
      resolutionId: current.resolution.id,
      decision,
      awaitsPath: decision === 'OBJECTED' && awaitsPath(situation.plan, current),
      ...(note === undefined ? {} : { note }),
    },
    context,
  );
  return accept(decision === 'ACCEPTED' ? executedIfComplete(recorded, actor.subject, context) : recorded);
}
