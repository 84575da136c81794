import type { RemedyKind } from '@redress/contracts';
import type { OrderLine, Remedy } from '../model/case.model';
import type { CaseRefusal } from '../model/case.rules';
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
  return remedies.flatMap((remedy, index) => unfitAmount(remedy, ['input', 'remedies', String(index), 'amount']) ?? []);
}

function unfitAmount({ kind, amount }: ProposedRemedy, path: readonly string[]): CaseRefusal | undefined {
  const facts = { kind };
  if (amount === undefined) {
    return AMOUNT[kind] === 'REQUIRED' ? { code: 'CASE_REMEDY_AMOUNT_REQUIRED', path, facts } : undefined;
  }
  if (AMOUNT[kind] === 'IMPOSSIBLE') return { code: 'CASE_REMEDY_AMOUNT_NOT_POSSIBLE', path, facts };
  return amount.amountMinor <= 0n ? { code: 'CASE_REMEDY_AMOUNT_NOT_POSITIVE', path, facts } : undefined;
}

/**
 * The remedy as it enters the case: money without a line of its own concerns the line that the complaint disputes.
 * Goodwill is given apart from any line, unless one is named.
 */
export function remedyOf(proposed: ProposedRemedy, id: string, disputed: OrderLine | undefined): Remedy {
  const line = proposed.orderLine ?? (proposed.kind === 'GOODWILL' ? undefined : disputed);
  const { kind, amount, note } = proposed;
  return {
    id,
    kind,
    ...(line === undefined ? {} : { orderLine: line }),
    ...(amount === undefined ? {} : { amount }),
    ...(note === undefined ? {} : { note }),
  };
}
