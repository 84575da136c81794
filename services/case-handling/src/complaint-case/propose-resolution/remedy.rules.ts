import type { RemedyKind } from '@redress/contracts';
import type { OrderLine, Remedy } from '../model/case.model';
import type { RemedyPart } from '../model/remedy-part.model';
import type { CaseRefusal } from '../model/case.rules';
import { tooLongText } from '../model/written-text.rules';
import type { ProposedRemedy } from './propose-resolution.command';

type Amount = 'REQUIRED' | 'OPTIONAL' | 'IMPOSSIBLE';

/** Which remedies cost money by their nature. */
const AMOUNT: Readonly<Record<RemedyKind, Amount>> = {
  REFUND: 'REQUIRED',
  PRICE_REDUCTION: 'REQUIRED',
  ALLOWANCE: 'REQUIRED',
  RETURN: 'REQUIRED',
  COMPENSATION: 'REQUIRED',
  GOODWILL: 'REQUIRED',
  STORE_CREDIT: 'REQUIRED',
  EXCHANGE: 'OPTIONAL',
  REPAIR: 'OPTIONAL',
  APOLOGY: 'IMPOSSIBLE',
  SERVICE_IMPROVEMENT: 'IMPOSSIBLE',
  AGREEMENT_SURRENDER: 'REQUIRED',
};
const MOST_REMEDIES = 20;

/** A resolution gives at least one remedy, and each has an amount exactly where its kind asks for one. */
export function unfitRemedies(remedies: readonly ProposedRemedy[]): readonly CaseRefusal[] {
  if (remedies.length === 0) return [{ code: 'CASE_NO_REMEDY', path: ['input', 'remedies'] }];
  if (remedies.length > MOST_REMEDIES) {
    const details = { limit: MOST_REMEDIES };
    return [{ code: 'CASE_TOO_MANY_REMEDIES', path: ['input', 'remedies'], facts: details, details }];
  }
  return remedies.flatMap((remedy, index) => {
    const path = ['input', 'remedies', String(index)];
    return [
      ...present(unfitAmount(remedy, [...path, 'amount'])),
      ...unfitParts(remedy, [...path, 'parts']),
      ...present(tooLongText(remedy.note, [...path, 'note'])),
    ];
  });
}

function unfitAmount({ kind, amount }: ProposedRemedy, path: readonly string[]): CaseRefusal | undefined {
  const facts = { kind };
  if (amount === undefined) {
    return AMOUNT[kind] === 'REQUIRED' ? { code: 'CASE_REMEDY_AMOUNT_REQUIRED', path, facts } : undefined;
  }
  if (AMOUNT[kind] === 'IMPOSSIBLE') return { code: 'CASE_REMEDY_AMOUNT_NOT_POSSIBLE', path, facts };
  return amount.amountMinor <= 0n ? { code: 'CASE_REMEDY_AMOUNT_NOT_POSITIVE', path, facts } : undefined;
}

/** Each part costs money, and together they come to the amount of the remedy, in its currency. */
function unfitParts({ kind, amount, parts = [] }: ProposedRemedy, path: readonly string[]): readonly CaseRefusal[] {
  if (parts.length === 0 || amount === undefined) return [];
  const unfit = parts.flatMap((part, index) =>
    present(unfitAmount({ kind: part.kind, amount: part.amount }, [...path, String(index), 'amount'])),
  );
  const sum = parts.reduce((total, part) => total + part.amount.amountMinor, 0n);
  const addsUp = sum === amount.amountMinor && parts.every((part) => part.amount.currency === amount.currency);
  return addsUp ? unfit : [...unfit, { code: 'CASE_REMEDY_PARTS_DO_NOT_ADD_UP', path, facts: { kind } }];
}

function present(refusal: CaseRefusal | undefined): readonly CaseRefusal[] {
  return refusal === undefined ? [] : [refusal];
}

/**
 * The remedy as it enters the case: money without a line of its own concerns the line that the complaint disputes.
 * Goodwill is given apart from any line, unless one is named.
 */
export function remedyOf(proposed: ProposedRemedy, id: string, disputed: OrderLine | undefined): Remedy {
  const line = proposed.orderLine ?? (proposed.kind === 'GOODWILL' ? undefined : disputed);
  const { kind, amount, parts, note } = proposed;
  return {
    id,
    kind,
    ...(line === undefined ? {} : { orderLine: line }),
    ...(amount === undefined ? {} : { amount }),
    ...(parts === undefined ? {} : { parts: parts.map((part) => partOn(part, line)) }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A part that names no order is about the line of its remedy, goodwill apart. */
function partOn(part: RemedyPart, line: OrderLine | undefined): RemedyPart {
  const isApart = part.orderNumber !== undefined || part.kind === 'GOODWILL' || line === undefined;
  return isApart ? part : { ...part, ...line };
}
