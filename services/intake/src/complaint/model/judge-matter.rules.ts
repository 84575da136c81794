import type { Channel } from '@redress/contracts';
import { classify, conditionHolds, levelOf, type KnownFacts, type Regulation } from '@redress/regulations';
import {
  CATEGORY_AXIS,
  type Judgement,
  type LevelPreview,
  type Matter,
  type Origin,
  type Suggestion,
} from './matter.model';

/** What conditions may look at beside the matter. */
export interface Surroundings {
  readonly channel: Channel;
  readonly product?: string | undefined;
  readonly region?: string | undefined;
  readonly receivedAt: Date;
  readonly now: Date;
}

/** A matter with its category, before the rules of its regulation have looked at it. */
export interface MatterDraft {
  readonly matter: Matter;
  readonly category: string | undefined;
  readonly origins: Readonly<Record<string, Origin>>;
  /** The level that it had before; some regulations let a level only rise. */
  readonly level?: string | undefined;
  /** What the text speaks for, by axis. */
  readonly fromText: readonly Suggestion[];
}

/** A matter after they have: with its category, or still without one. */
export interface JudgedMatter {
  readonly matter: Matter;
  readonly category: string | undefined;
  readonly judgement: Judgement;
}

const DAY_MS = 86_400_000;
const CONVERSIONS_AT_MOST = 5;

/** The facts of a matter as conditions see them at intake, before there is a case. */
export function factsOfMatter(matter: Matter, category: string | undefined, around: Surroundings): KnownFacts {
  return {
    item: {
      type: matter.itemType,
      kind: matter.itemKind,
      channel: around.channel,
      channelClass: matter.channelClass,
      written: matter.written,
      category,
      region: around.region,
      product: around.product,
    },
    complainant: { kind: matter.complainantKind, persons: matter.persons },
    case: {
      raised: matter.raised,
      daysSinceReceipt: Math.max(0, Math.floor((around.now.getTime() - around.receivedAt.getTime()) / DAY_MS)),
    },
    history: { sameWithinMonth: matter.sameWithinMonth, repeat: matter.repeat },
    classification: { ...matter.classification, ...(category === undefined ? {} : { [CATEGORY_AXIS]: category }) },
    assessment: matter.assessment,
    card: matter.card,
  };
}

/**
 * Applies the rules of a regulation to a matter: conversions whose condition holds, values of its axes, the level. What a
 * person stated stays; a rule comes before the text, and the text decides only where it is sure and the regulation asks
 * for the axis to be set automatically, or nobody has given a category.
 */
export function judgeMatter(regulation: Regulation, draft: MatterDraft, around: Surroundings): JudgedMatter {
  const matter = converted(regulation, draft, around);
  const stated = statedByPerson(matter.classification, draft.category, draft.origins);
  const base = { ...matter, classification: withoutCategory(stated) };
  const rulings = classify(regulation, factsOfMatter(base, stated[CATEGORY_AXIS], around));
  const values: Record<string, string> = { ...stated };
  const origins: Record<string, Origin> = Object.fromEntries(
    Object.entries(draft.origins).filter(([, origin]) => origin === 'PERSON'),
  );
  const suggestions: Suggestion[] = Object.entries(rulings).map(([axis, { value, rule }]) => ({
    axis,
    value,
    score: 1,
    by: 'RULE',
    because: [rule.when],
    confident: true,
  }));
  const ruled = new Set(suggestions.map(({ axis }) => axis));
  suggestions.push(...draft.fromText.filter(({ axis }) => !ruled.has(axis)));
  for (const { axis, value, by, confident } of suggestions) {
    if (values[axis] !== undefined || !confident) continue;
    if (by === 'TEXT' && !isAutomatic(regulation, axis) && axis !== CATEGORY_AXIS) continue;
    values[axis] = value;
    origins[axis] = by;
  }
  const category = values[CATEGORY_AXIS];
  const judged: Matter = { ...matter, classification: withoutCategory(values) };
  const level = levelPreview(regulation, factsOfMatter(judged, category, around), draft.level);
  return {
    matter: judged,
    category,
    judgement: { origins, suggestions, ...(level === undefined ? {} : { level }) },
  };
}

/** Whether the regulation asks for an axis to be set without a person. */
export function isAutomatic(regulation: Regulation, axis: string): boolean {
  return regulation.classification.some((entry) => entry.axis === axis && entry.automatic === true);
}

function levelPreview(regulation: Regulation, facts: KnownFacts, current?: string): LevelPreview | undefined {
  const ruling = levelOf(regulation, facts, current);
  const track = regulation.levels?.values.find(({ level }) => level === ruling?.level)?.track;
  return ruling === undefined || track === undefined ? undefined : { ...ruling, track };
}

/** The item after the conversions that happen by themselves. */
function converted(regulation: Regulation, { matter, category }: MatterDraft, around: Surroundings): Matter {
  let current = matter;
  for (let left = CONVERSIONS_AT_MOST; left > 0; left -= 1) {
    const facts = factsOfMatter(current, category, around);
    const next = regulation.itemTypes
      .find(({ type }) => type === current.itemType)
      ?.convertsTo?.find(({ when }) => when !== undefined && conditionHolds(regulation, when, facts));
    if (next === undefined || next.type === current.itemType) return current;
    const { itemKind: _, ...others } = current;
    current = { ...others, itemType: next.type };
  }
  return current;
}

function statedByPerson(
  classification: Matter['classification'],
  category: string | undefined,
  origins: Readonly<Record<string, Origin>>,
): Record<string, string> {
  const all = { ...classification, ...(category === undefined ? {} : { [CATEGORY_AXIS]: category }) };
  return Object.fromEntries(Object.entries(all).filter(([axis]) => origins[axis] === 'PERSON'));
}

function withoutCategory(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([axis]) => axis !== CATEGORY_AXIS));
}
