import { ROLES } from '@redress/kernel';
import { nearestName } from '../checking/nearest-name';
import { conditionProblem } from '../conditions/condition';
import type { Regulation } from '../regulation/regulation.model';
import type { AuthorityLimit } from './open-value.model';

/** What is wrong in a row of an authority matrix, and where. */
export interface MatrixProblem {
  readonly within: readonly PropertyKey[];
  readonly problem: string;
}

/** A row names a role or party of the regulation, its condition can be evaluated, and it gives no more than the text. */
export function matrixProblems(regulation: Regulation, rows: readonly AuthorityLimit[]): readonly MatrixProblem[] {
  const holders: readonly string[] = [...ROLES, ...regulation.parties.map(({ party }) => party)];
  return rows.flatMap(({ holder, currency, when }, index): MatrixProblem[] => {
    const problems: MatrixProblem[] = [];
    if (!holders.includes(holder)) {
      const nearest = nearestName(holder, holders);
      const hint = nearest === undefined ? holders.join(', ') : `did you mean ${nearest}?`;
      problems.push({ within: [index, 'holder'], problem: `expected a role or party of the regulation; ${hint}` });
    }
    const condition = when === undefined ? undefined : conditionProblem(regulation, when);
    if (condition !== undefined) {
      problems.push({
        within: [index, 'when'],
        problem: `expected a condition over declared facts: ${condition.problem}`,
      });
    }
    const given = regulation.authority.rows.find(
      (row) => row.holder === holder && row.currency === currency && (row.when === undefined || row.when === when),
    );
    if (given !== undefined) {
      const limit = given.maximum === null ? 'no limit' : `${given.maximum} ${currency}`;
      problems.push({ within: [index], problem: `expected a holder whose limit the text does not give: ${limit}` });
    }
    const twin = rows
      .slice(0, index)
      .findIndex((row) => row.holder === holder && row.currency === currency && row.when === when);
    if (twin >= 0)
      problems.push({ within: [index], problem: `expected one row; row ${twin.toString()} is of the same` });
    return problems;
  });
}
