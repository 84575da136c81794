import { valueProblem, type DeclaredFact, type FactProblem } from '../card/declared-value';
import type { Regulation } from '../regulation/regulation.model';
import type { KnownFacts } from './facts-of';

/**
 * What is wrong with facts that somebody stated of a matter: an assessment or an axis that the regulation does not
 * declare, a value of another type, or a value that a closed axis does not list. The card has `cardProblems`.
 */
export function validateFacts(
  regulation: Regulation,
  { assessment = {}, classification = {} }: Pick<KnownFacts, 'assessment' | 'classification'>,
): readonly FactProblem[] {
  return [
    ...Object.entries(assessment).flatMap(([key, value]) => {
      if (value === undefined) return [];
      const declared: DeclaredFact | undefined = regulation.assessment.find((fact) => fact.key === key);
      const problem: FactProblem | undefined =
        declared === undefined
          ? { code: 'UNKNOWN', key, expected: 'a fact that the regulation declares' }
          : valueProblem(declared, value);
      return problem === undefined ? [] : [problem];
    }),
    ...Object.entries(classification).flatMap(([axis, value]) => {
      const problem = value === undefined || value === '' ? undefined : axisProblem(regulation, axis, value);
      return problem === undefined ? [] : [problem];
    }),
  ];
}

function axisProblem({ classification }: Regulation, axis: string, value: string): FactProblem | undefined {
  const declared = classification.find((candidate) => candidate.axis === axis);
  if (declared === undefined) return { code: 'UNKNOWN', key: axis, expected: 'an axis that the regulation declares' };
  const allowed = declared.values.map(({ code }) => code);
  if (!declared.closed || allowed.includes(value)) return undefined;
  return { code: 'NOT_AN_OPTION', key: axis, expected: `one of ${allowed.join(', ')}`, allowed };
}
