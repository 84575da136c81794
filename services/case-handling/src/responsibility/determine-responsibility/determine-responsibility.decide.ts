import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { departmentLoss, lossBaseOf, type CountedEntry } from '../model/department-loss.model';
import type { Responsible } from '../model/responsibility.model';
import { isThirdParty } from '../model/responsibility.rules';

/** Who is responsible and why, and what it costs the department by the base of the organisation. */
export interface DetermineResponsibility {
  readonly responsible: Responsible;
  readonly department?: string;
  readonly person?: string;
  readonly thirdParty?: string;
  readonly reasons: string;
  readonly lossEntries: readonly CountedEntry[];
}

const LONGEST_NAME = 255;
const HIGHEST_QUANTITY = 1_000_000;
/** In minor units; what is above cannot be kept, and is no loss but a slip of the pen. */
const HIGHEST_LOSS = 10n ** 15n;

const isShort = (name: string | undefined): boolean => (name ?? '').length <= LONGEST_NAME;

/** Determines who is responsible. The loss is computed, never typed in. */
export function decideDetermination(
  situation: Situation,
  { responsible, department, person, thirdParty, reasons, lossEntries }: DetermineResponsibility,
  { personIsStaff, context }: { readonly personIsStaff: boolean; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('DETERMINE_RESPONSIBILITY', situation);
  if (!permission.ok) return permission;
  const { plan, case: current, actor } = situation;
  const base = lossBaseOf(plan);
  const counted = lossEntries.length === 0 ? undefined : departmentLoss(base, lossEntries);
  const named = {
    DEPARTMENT: department,
    PERSON: person,
    SUPPLIER: thirdParty,
    OTHER_COMPANY: thirdParty,
    NOBODY: '-',
  };
  const isNamed = (named[responsible] ?? '').trim() !== '' && isShort(thirdParty) && isShort(department);
  const isOutside = isThirdParty(responsible);
  const possibleQuantities =
    lossEntries.every(({ quantity }) => quantity >= 1 && quantity <= HIGHEST_QUANTITY) &&
    (counted === undefined || 'unknown' in counted || counted.total.amountMinor <= HIGHEST_LOSS);
  const refusals: readonly (CaseRefusal | undefined)[] = [
    isNamed ? undefined : { code: 'CASE_RESPONSIBLE_NOT_NAMED', path: ['input', 'responsible'] },
    person === undefined || personIsStaff ? undefined : { code: 'CASE_ASSIGNEE_UNKNOWN', path: ['input', 'person'] },
    isOutside && plan?.regulation.responsibility?.thirdParties !== true
      ? { code: 'CASE_THIRD_PARTY_NOT_REGULATED', path: ['input', 'responsible'] }
      : undefined,
    possibleQuantities ? undefined : { code: 'INPUT_INVALID', path: ['input', 'lossEntries'] },
    counted !== undefined && 'unknown' in counted
      ? {
          code: 'CASE_LOSS_ENTRY_UNKNOWN',
          path: ['input', 'lossEntries'],
          facts: { entries: counted.unknown.join(', ') },
          details: { allowed: base.map(({ entry }) => entry) },
        }
      : undefined,
    unfitText(reasons, 'reasons'),
  ];
  const [first, ...others] = refusals.filter((refusal) => refusal !== undefined);
  if (first !== undefined) return refuse(first, ...others);
  const fact = {
    type: 'RESPONSIBILITY_DETERMINED',
    at: context.now,
    by: actor.subject,
    determinationId: context.newId(),
    ...{ responsible, reasons },
    ...present({ department, person, thirdParty: isOutside ? thirdParty : undefined }),
    ...(counted === undefined || 'unknown' in counted ? {} : { loss: counted }),
  } as const;
  return accept(take(courseOf(current), fact, context));
}
