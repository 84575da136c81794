import type { FactValue } from '@redress/regulations';
import type { Category } from '../../category/model/category.model';
import type { Complaint } from './complaint.model';
import type { JudgedMatter } from './judge-matter.rules';
import { CATEGORY_AXIS, type Judgement, type Matter } from './matter.model';

export type ChangedValue = FactValue | null;

/** That something known or judged of a complaint is not what it was. */
export interface ComplaintChange {
  /** For example `assessment.media`, `itemType` or `classification.urgency`. */
  readonly fact: string;
  readonly old: ChangedValue;
  readonly new: ChangedValue;
  /** Whether a rule changed it by itself. */
  readonly automatic: boolean;
  /** The reason of whoever changed it, or the rule. */
  readonly because?: string;
}

/** A complaint that nobody else can change until the transaction has ended. */
export interface LockedComplaint {
  readonly card: Complaint;
  readonly version: number;
}

/** What a complaint becomes. */
export interface NextMatter {
  readonly matter: Matter;
  readonly category: Category;
  readonly judgement: Judgement;
}

/**
 * What differs between a complaint and what it becomes. Facts that a person has stated are theirs, with their reason; all
 * others followed by themselves.
 */
export function changesBetween(
  { matter, category, judgement }: Complaint,
  next: NextMatter,
  { stated, reason }: { readonly stated: ReadonlySet<string>; readonly reason: string | undefined },
): ComplaintChange[] {
  const before = flat(matter, category.code);
  const after = flat(next.matter, next.category.code);
  const facts = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changes = facts.flatMap((fact): ComplaintChange[] => {
    const [old, now] = [before[fact] ?? null, after[fact] ?? null];
    if (old === now) return [];
    const automatic = !stated.has(fact);
    const because = automatic ? ruleOf(fact, next.judgement) : reason;
    return [{ fact, old, new: now, automatic, ...(because === undefined ? {} : { because }) }];
  });
  const [oldLevel, newLevel] = [judgement.level?.level ?? null, next.judgement.level?.level ?? null];
  if (oldLevel === newLevel) return changes;
  const because = next.judgement.level?.because.join(', ') ?? '';
  return [
    ...changes,
    { fact: LEVEL, old: oldLevel, new: newLevel, automatic: true, ...(because === '' ? {} : { because }) },
  ];
}

/** The level follows from the rest and is not published with it: the case has its own. */
export const LEVEL = 'level';

/** The facts of a judged matter, before its category is looked up. */
export function categoryCodeOr(judged: JudgedMatter, current: Category): string {
  return judged.category ?? current.code;
}

function flat(matter: Matter, category: string): Record<string, ChangedValue> {
  const { classification, assessment, card, ...plain } = matter;
  const under = (group: string, values: Readonly<Record<string, FactValue>>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`${group}.${key}`, value]));
  const { channelClass: _, itemKind, ...counted } = plain;
  return {
    ...counted,
    itemKind: itemKind ?? null,
    [CATEGORY_AXIS]: category,
    ...under('classification', classification),
    ...under('assessment', assessment),
    ...under('card', card),
  };
}

function ruleOf(fact: string, { suggestions }: Judgement): string | undefined {
  const axis = fact === CATEGORY_AXIS ? fact : fact.replace(/^classification\./, '');
  return suggestions.find((suggestion) => suggestion.axis === axis)?.because.join(', ');
}
