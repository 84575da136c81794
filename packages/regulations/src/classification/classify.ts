import { conditionsWith } from '../conditions/condition';
import type { KnownFacts } from '../conditions/facts-of';
import type { Regulation } from '../regulation/regulation.model';

type Axis = Regulation['classification'][number];
export type AxisRule = NonNullable<Axis['rules']>[number];

/** A value that a rule of the regulation gives, and that rule with its sentence. */
export interface AxisRuling {
  readonly value: string;
  readonly rule: AxisRule;
}

/**
 * The values that the rules of a regulation give by themselves, by axis: of each axis the first rule that holds. A rule
 * may speak of an axis before its own: of the value stated in the facts, or else of the one that a rule gave.
 */
export function classify(regulation: Regulation, facts: KnownFacts): Readonly<Record<string, AxisRuling>> {
  const rulings: Record<string, AxisRuling> = {};
  const known: Record<string, string | undefined> = { ...facts.classification };
  for (const { axis, rules = [] } of regulation.classification) {
    if (rules.length === 0) continue;
    const holds = conditionsWith(regulation, { ...facts, classification: { ...known } });
    const rule = rules.find(({ when }) => holds(when));
    if (rule === undefined) continue;
    rulings[axis] = { value: rule.value, rule };
    known[axis] ||= rule.value;
  }
  return rulings;
}
