import { conditionsWith } from '../conditions/condition';
import type { KnownFacts } from '../conditions/facts-of';
import type { Regulation } from '../regulation/regulation.model';

/** The level of a matter, and the triggers of that level which hold. */
export interface LevelRuling {
  readonly level: string;
  /** Codes of the triggers; none for the initial level, and for one that is kept although its trigger has passed. */
  readonly because: readonly string[];
}

/**
 * The level that the facts give a matter: the gravest whose trigger holds, or the initial one. Where the regulation lets
 * a level only rise, one that was reached is kept. Undefined where the regulation knows no levels.
 */
export function levelOf(regulation: Regulation, facts: KnownFacts, current?: string): LevelRuling | undefined {
  const { levels } = regulation;
  if (levels === undefined) return undefined;
  const holds = conditionsWith(regulation, facts);
  const rankOf = new Map(levels.values.map(({ level, rank }) => [level, rank]));
  const holding = levels.triggers.filter(({ when }) => holds(when));
  const candidates = [levels.initial, ...holding.map(({ level }) => level)];
  if (levels.direction === 'UP_ONLY' && current !== undefined && rankOf.has(current)) candidates.push(current);
  const level = candidates.reduce((gravest, next) =>
    (rankOf.get(next) ?? 0) > (rankOf.get(gravest) ?? 0) ? next : gravest,
  );
  return { level, because: holding.filter((trigger) => trigger.level === level).map(({ trigger }) => trigger) };
}
