import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { ACCOUNTS, type Side } from '../model/account.model';

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
    PROVIDER_CLEARING: { description: 'Paid through the provider and not yet seen on a bank statement.' },
  },
});

export const SideEnum = enumOf<Side>(['DEBIT', 'CREDIT']);
registerEnumType(SideEnum, {
  name: 'LedgerSide',
  description: 'Side of an account.',
  valuesConfig: { DEBIT: { description: 'Debit (借).' }, CREDIT: { description: 'Credit (贷).' } },
});
