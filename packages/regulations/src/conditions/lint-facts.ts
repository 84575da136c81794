import { conditionsOf } from '../checking/condition.rules';
import type { Regulation } from '../regulation/regulation.model';

/** The facts of the assessment that no condition reads: somebody would be asked for them for the record only. */
export function lintFacts(regulation: Regulation): readonly string[] {
  const conditions = conditionsOf(regulation).map(({ condition }) => condition);
  return regulation.assessment
    .map(({ key }) => key)
    .filter((key) => !conditions.some((condition) => new RegExp(`\\bassessment\\.${key}\\b`).test(condition)));
}
