import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { ACCOUNT_CLASSES, ACCOUNTS, type Side } from '../model/account.model';
import { ENTRY_KINDS, ENTRY_SOURCES, type EntryKind, type EntrySource } from '../model/journal.model';

export const AccountEnum = enumOf(ACCOUNTS);
registerEnumType(AccountEnum, {
  name: 'LedgerAccount',
  description: 'An account of the ledger.',
  valuesConfig: {
    PAYABLES_TO_COMPLAINANTS: { description: 'What is owed to complainants.' },
    SALES_RETURNS: { description: 'Sales returned: refunds, returns and exchanges.' },
    SALES_ALLOWANCES: { description: 'Allowances and price reductions.' },
    COMPENSATION_EXPENSE: { description: 'Damages and repairs.' },
    GOODWILL_EXPENSE: { description: 'Goodwill.' },
    PROVIDER_CLEARING: { description: 'Paid through a provider and not yet seen on a bank statement, by provider.' },
    BANK: { description: 'What the statements of the bank show, by bank account.' },
    RECEIPTS_CLEARING: { description: 'Money received and not yet seen on a bank statement.' },
    CASH_AT_OUTLETS: { description: 'Cash of the outlets, which the front line hands over.' },
    RECEIVABLES: { description: 'What customers owe, by customer.' },
    DISPUTED_RECEIVABLES: { description: 'What customers owe and complain of, by customer.' },
    VOUCHERS_OUTSTANDING: { description: 'Vouchers and store credit given and not yet used.' },
    SALES: { description: 'Sales as the invoices behind the receivables show them.' },
    PAYMENT_FEES: { description: 'What banks and providers charge.' },
    ROUNDING: { description: 'Differences of rounding.' },
    INTEREST: { description: 'Interest that banks pay or take.' },
    UNKNOWN_RECEIPTS: { description: 'Money that came and of which nobody knows yet whose it is.' },
    WRITE_OFFS: { description: 'Differences on statements that nobody pursues any more.' },
    EXCHANGE_DIFFERENCES: { description: 'What changed rates cost, in the base currency.' },
    EXCHANGE_VALUATION: { description: 'The other side of exchange differences: the worth of foreign balances.' },
    PENALTIES_RECEIVABLE: { description: 'Penalties to be taken from bonuses, by department or person.' },
    PENALTY_RECOVERIES: { description: 'Penalties imposed.' },
    BONUS_PAYABLE: { description: 'Performance bonuses, which penalties reduce.' },
    SUPPLIER_CLAIMS: { description: 'What suppliers agreed to bear.' },
    SUPPLIER_RECOVERIES: { description: 'What suppliers bear of the costs of complaints.' },
  },
});

export const AccountClassEnum = enumOf(ACCOUNT_CLASSES);
registerEnumType(AccountClassEnum, {
  name: 'LedgerAccountClass',
  description: 'Class of an account; it says on which side the account normally stands.',
  valuesConfig: {
    ASSET: { description: 'Asset (资产), in debit.' },
    LIABILITY: { description: 'Liability (负债), in credit.' },
    REVENUE: { description: 'Revenue (收入), in credit.' },
    CONTRA_REVENUE: { description: 'What reduces revenue (收入备抵), in debit.' },
    EXPENSE: { description: 'Expense (费用), in debit.' },
  },
});

export const SideEnum = enumOf<Side>(['DEBIT', 'CREDIT']);
registerEnumType(SideEnum, {
  name: 'LedgerSide',
  description: 'Side of an account.',
  valuesConfig: { DEBIT: { description: 'Debit (借).' }, CREDIT: { description: 'Credit (贷).' } },
});

type Descriptions<Value extends string> = Readonly<Record<Value, { readonly description: string }>>;

const SOURCES: Descriptions<EntrySource> = {
  SETTLEMENT: { description: 'A settlement.' },
  BANK_STATEMENT: { description: 'A line of a bank statement.' },
  RECEIVABLE: { description: 'A receivable.' },
  PENALTY: { description: 'A penalty on a bonus.' },
  LOSS: { description: 'The loss of a department.' },
  ON_THE_SPOT: { description: 'Money that the front line handed over.' },
  RETURN: { description: 'Goods that came back.' },
  VOUCHER: { description: 'A voucher or store credit.' },
  EXCHANGE_RATE: { description: 'A valuation at another rate.' },
  SUPPLIER_CLAIM: { description: 'A claim on a supplier.' },
};
export const EntrySourceEnum = enumOf(ENTRY_SOURCES);
registerEnumType(EntrySourceEnum, {
  name: 'LedgerEntrySource',
  description: 'What an entry was booked for.',
  valuesConfig: SOURCES,
});

const KINDS: Descriptions<EntryKind> = {
  APPROVAL: { description: 'A settlement was approved: the cost and the debt arose.' },
  PAYMENT: { description: 'Money went out.' },
  REVERSAL: { description: 'Mirrors an earlier entry.' },
  EXCHANGE_DIFFERENCE: { description: 'What a changed rate cost between approval and payment.' },
  RECEIVABLE: { description: 'An invoice that a customer owes was taken over.' },
  RECEIPT: { description: 'A customer paid.' },
  CREDIT_NOTE: { description: 'A settlement reduced what the customer owes.' },
  DISPUTE: { description: 'A receivable became disputed.' },
  DISPUTE_ENDED: { description: 'A receivable is disputed no longer.' },
  PENALTY: { description: 'A penalty was approved.' },
  DEDUCTION: { description: 'A penalty was taken from a bonus.' },
  CLAIM_AGREED: { description: 'A supplier agreed to bear a cost.' },
  CLAIM_PAID: { description: 'A supplier paid.' },
  STATEMENT: { description: 'A statement showed what moved, or a person said what it was.' },
  VOUCHER_REDEEMED: { description: 'A voucher paid for something.' },
};
export const EntryKindEnum = enumOf(ENTRY_KINDS);
registerEnumType(EntryKindEnum, {
  name: 'LedgerEntryKind',
  description: 'Why an entry was booked.',
  valuesConfig: KINDS,
});
