import { toGlobalId } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { WEIGHT_OF, type PeriodCheck, type PeriodCheckName } from '../model/period-check.model';
import type { AccountingPeriodFinding } from './accounting-period.gql';

/** What is found by a check and has a page of its own. Entries are known by the ids of the books. */
const TYPE_OF: Readonly<Partial<Record<PeriodCheckName, string>>> = {
  PAYMENTS_UNKNOWN: 'Payout',
  STATEMENTS_MISSING: 'BankAccount',
  LINES_WITHOUT_OWNER: 'StatementLine',
  RECONCILIATION_OPEN: 'StatementLine',
  PAYMENTS_WITHOUT_OWNER: 'Payout',
  PAYMENTS_UNSEEN: 'Payout',
  RETURN_EXCEPTIONS_OPEN: 'ReturnException',
  EXCEPTIONS_WITHOUT_OWNER: 'OnTheSpotPayment',
  EXCEPTIONS_OPEN: 'OnTheSpotPayment',
};

/** A finding as people see it. */
export function toFinding({ check, count, ids }: PeriodCheck): AccountingPeriodFinding {
  const weight: string = WEIGHT_OF[check];
  return {
    ...{ check, count, ids: globalIds(check, ids) },
    blocking: weight === 'BLOCKS',
    toAcknowledge: weight === 'ACKNOWLEDGED',
  };
}

/** A refusal that names what was found by ids with which people can go there. */
export function withGlobalIds<Code extends string>(refusal: Refusal<Code>): Refusal<Code> {
  const { facts, details } = refusal;
  if (details?.allowed === undefined) return refusal;
  return { ...refusal, details: { ...details, allowed: globalIds(facts?.check, details.allowed) } };
}

function globalIds(check: string | number | undefined, ids: readonly string[]): readonly string[] {
  const type = TYPE_OF[check as PeriodCheckName];
  return type === undefined ? ids : ids.map((id) => toGlobalId(type, id));
}
