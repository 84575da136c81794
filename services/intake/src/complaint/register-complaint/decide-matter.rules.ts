import type { ComplainantKind } from '@redress/contracts';
import { accept, refuse, type Actor, type Outcome, type Refusal } from '@redress/kernel';
import { validateFacts, type Regulation } from '@redress/regulations';
import { isStaff } from '../../customer/model/visibility.rules';
import { readCard, recordCardFieldProblems, type CardMembers, type ReadCard } from '../model/card.rules';
import {
  factRefusal,
  repeatedFacts,
  tooLongToPublish,
  typedFacts,
  type FactRefusal,
  type FactValues,
} from '../model/fact-values.rules';
import {
  complainantKindProblems,
  countProblems,
  defaultItemType,
  itemProblems,
  type ItemRefusal,
} from '../model/item.rules';
import { factsOfMatter, judgeMatter, type JudgedMatter, type Surroundings } from '../model/judge-matter.rules';
import { CATEGORY_AXIS, isWritten, type Matter, type Origin, type Suggestion } from '../model/matter.model';
import type { RegisterComplaint } from './register-complaint.command';

export type MatterRefusal = FactRefusal | ItemRefusal | 'INTAKE_ASSESSMENT_STAFF_ONLY';

/** What the rules of a regulation need to know beside the command. */
export interface MatterContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly regulation: Regulation;
  readonly complainantKind: ComplainantKind;
  /** Which of name and contact are on file, or told. */
  readonly told: { readonly name: boolean; readonly contact: boolean };
  readonly fromText: readonly Suggestion[];
  readonly before: { readonly repeat: boolean; readonly sameWithinMonth: number };
}

/** A matter that fits its regulation, and what of its card is to be sealed. */
export interface DecidedMatter extends JudgedMatter {
  readonly personalCard: FactValues;
}

/** Decides whether a complaint fits the card and the vocabulary of its regulation, and what follows from it. */
export function decideMatter(
  command: RegisterComplaint,
  context: MatterContext,
): Outcome<DecidedMatter, MatterRefusal> {
  const { regulation, now, actor } = context;
  const receivedAt = command.receivedAt ?? now;
  const members: CardMembers = { ...command, ...context.told, receivedAt };
  const card = readCard(regulation, command.card ?? [], members);
  const matter = draftOf(command, card, context);
  const around: Surroundings = { ...command, receivedAt, now };
  const facts = factsOfMatter(matter, command.categoryCode, around);
  const [problem, ...others] = [
    ...staffOnly(command, actor),
    ...(isStaff(actor) ? [] : groupOnly(command, context)),
    ...countProblems(command),
    ...itemProblems(regulation, matter.itemType, command.itemKind),
    ...complainantKindProblems(regulation, context.complainantKind),
    ...recordCardFieldProblems(regulation, command.card ?? [], { card, members, facts }),
    ...assessmentProblems(regulation, command.assessment ?? [], matter.assessment),
    ...axisProblems(regulation, command.classification ?? []),
  ];
  if (problem !== undefined) return refuse(problem, ...others);
  const origins: Record<string, Origin> = Object.fromEntries(
    Object.keys(matter.classification).map((axis) => [axis, 'PERSON']),
  );
  if (command.categoryCode !== undefined) origins[CATEGORY_AXIS] = 'PERSON';
  const draft = { matter, category: command.categoryCode, origins, fromText: context.fromText };
  return accept({ ...judgeMatter(regulation, draft, around), personalCard: card.personal });
}

function draftOf(command: RegisterComplaint, { open }: ReadCard, context: MatterContext): Matter {
  const { regulation, complainantKind, before } = context;
  const channelClass = regulation.channels.find(({ channel }) => channel === command.channel)?.class;
  return {
    itemType: command.itemType ?? defaultItemType(regulation),
    ...(command.itemKind === undefined ? {} : { itemKind: command.itemKind }),
    ...(channelClass === undefined ? {} : { channelClass }),
    written: command.written ?? isWritten(command.channel),
    complainantKind,
    persons: command.persons ?? 1,
    raised: command.raised ?? 1,
    classification: Object.fromEntries((command.classification ?? []).map(({ axis, value }) => [axis, value])),
    assessment: { ...typedFacts(regulation.assessment, command.assessment ?? []) },
    card: { ...open },
    ...before,
  };
}

/** A customer speaks for several only as a group; that others came along is for staff to say. */
function groupOnly({ persons }: RegisterComplaint, { complainantKind }: MatterContext): Refusal<MatterRefusal>[] {
  if (persons === undefined || persons === 1 || complainantKind === 'GROUP') return [];
  return [{ code: 'INTAKE_ASSESSMENT_STAFF_ONLY', path: ['persons'], facts: { field: 'persons' } }];
}

/** Judging a matter is for those who handle it. */
function staffOnly(command: RegisterComplaint, actor: Actor): Refusal<MatterRefusal>[] {
  if (isStaff(actor)) return [];
  const judged = (['assessment', 'classification', 'raised', 'written'] as const).filter((field) => {
    const value = command[field];
    return value !== undefined && (!Array.isArray(value) || value.length > 0);
  });
  return judged.map((field) => ({ code: 'INTAKE_ASSESSMENT_STAFF_ONLY', path: [field], facts: { field } }));
}

/** Everything that is wrong with facts that are judged. */
export function assessmentProblems(
  regulation: Regulation,
  stated: NonNullable<RegisterComplaint['assessment']>,
  assessment: FactValues,
): Refusal<FactRefusal>[] {
  const known = regulation.assessment.map(({ key }) => key);
  return [
    ...repeatedFacts(stated, 'assessment'),
    ...validateFacts(regulation, { assessment }).map((problem) =>
      factRefusal(problem, { stated, place: 'assessment', known }),
    ),
    ...tooLongToPublish(assessment, stated, 'assessment'),
  ];
}

const AXIS_VALUE = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Everything that is wrong with values on axes other than the category. */
export function axisProblems(
  regulation: Regulation,
  classification: NonNullable<RegisterComplaint['classification']>,
): Refusal<FactRefusal>[] {
  const known = regulation.classification.map(({ axis }) => axis).filter((axis) => axis !== CATEGORY_AXIS);
  const stated = classification.map(({ axis, value }) => ({ key: axis, value }));
  const values = Object.fromEntries(classification.map(({ axis, value }) => [axis, value]));
  const place = { stated, place: 'classification', known };
  return [
    ...repeatedFacts(stated, 'classification'),
    ...validateFacts(regulation, { classification: values }).map((problem) => factRefusal(problem, place)),
    ...stated
      .filter(({ key, value }) => known.includes(key) && !AXIS_VALUE.test(value))
      .map(({ key }) => factRefusal({ code: 'MISTYPED', key, expected: 'CODE' }, place)),
    ...stated
      .filter(({ key }) => key === CATEGORY_AXIS)
      .map(({ key }) => factRefusal({ code: 'UNKNOWN', key, expected: '' }, place)),
  ];
}
