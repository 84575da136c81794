import type { Regulation } from '../regulation/regulation.model';
import { conditionsIn } from './conditions-in';

/** The facts of the assessment that no condition reads: somebody would be asked for nothing, unless for the record. */
export function lintFacts(regulation: Regulation): readonly string[] {
  const conditions = conditionsIn(regulation).map(({ condition }) => condition);
  return regulation.assessment
    .map(({ key }) => key)
    .filter((key) => !conditions.some((condition) => new RegExp(`\\bassessment\\.${key}\\b`).test(condition)));
}
