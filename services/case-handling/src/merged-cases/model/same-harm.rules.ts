import type { OrderLine, Remedy } from '../../complaint-case/model/case.model';
import type { CaseRefusal } from '../../complaint-case/model/case.rules';

/** A harm that another case about the same matter settles; without a line, what is given apart from any. */
export interface HarmElsewhere {
  readonly number: string;
  readonly orderLine: OrderLine | undefined;
}

/** Money is given once for a harm, however many complaints there are about it. */
export function settledElsewhere(
  remedies: readonly Pick<Remedy, 'orderLine' | 'amount'>[],
  harms: readonly HarmElsewhere[],
): CaseRefusal | undefined {
  for (const { amount, orderLine } of remedies) {
    const other = amount === undefined ? undefined : harms.find((harm) => isSame(harm.orderLine, orderLine));
    if (other !== undefined) return { code: 'CASE_HARM_SETTLED_ELSEWHERE', facts: { number: other.number } };
  }
  return undefined;
}

function isSame(one: OrderLine | undefined, other: OrderLine | undefined): boolean {
  return one?.orderNumber === other?.orderNumber && one?.lineNumber === other?.lineNumber;
}
