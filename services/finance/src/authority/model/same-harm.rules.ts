import type { Refusal } from '@redress/kernel';
import type { SettlementPart } from '../../settlement/model/settlement-part.model';
import type { OtherSettlement } from './granted.model';

/** The same instrument is not given twice for the same thing, however many of the linked cases ask for it. */
export function isSettledElsewhere(
  { caseId, parts }: { readonly caseId: string; readonly parts: readonly SettlementPart[] },
  others: readonly OtherSettlement[],
): Refusal<'FINANCE_SAME_HARM_SETTLED'> | undefined {
  const other = others
    .filter(({ isGranted }) => isGranted)
    .filter((each) => each.caseId !== caseId)
    .find((each) => each.parts.some((given) => parts.some((asked) => isSame(given, asked))));
  return other === undefined
    ? undefined
    : { code: 'FINANCE_SAME_HARM_SETTLED', path: ['input', 'settlementId'], facts: { number: other.number } };
}

/** What is given apart from any order is the same as what else is given so. */
function isSame(one: SettlementPart, other: SettlementPart): boolean {
  return (
    one.instrument === other.instrument &&
    one.subject?.orderNumber === other.subject?.orderNumber &&
    one.subject?.lineNumber === other.subject?.lineNumber &&
    one.subject?.charge === other.subject?.charge
  );
}
