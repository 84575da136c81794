/** The chart of accounts (会计科目), one for every organisation; an account exists once for each currency. */
export const ACCOUNTS = [
  'PAYABLES_TO_COMPLAINANTS',
  'SALES_RETURNS',
  'SALES_ALLOWANCES',
  'COMPENSATION_EXPENSE',
  'GOODWILL_EXPENSE',
  'PROVIDER_CLEARING',
  'BANK',
  'RECEIPTS_CLEARING',
  'CASH_AT_OUTLETS',
  'RECEIVABLES',
  'DISPUTED_RECEIVABLES',
  'VOUCHERS_OUTSTANDING',
  'SALES',
  'PAYMENT_FEES',
  'ROUNDING',
  'INTEREST',
  'UNKNOWN_RECEIPTS',
  'WRITE_OFFS',
  'EXCHANGE_DIFFERENCES',
  'EXCHANGE_VALUATION',
  'PENALTIES_RECEIVABLE',
  'PENALTY_RECOVERIES',
  'BONUS_PAYABLE',
  'SUPPLIER_CLAIMS',
  'SUPPLIER_RECOVERIES',
] as const;

export type Account = (typeof ACCOUNTS)[number];

export type Side = 'DEBIT' | 'CREDIT';

export const ACCOUNT_CLASSES = ['ASSET', 'LIABILITY', 'REVENUE', 'CONTRA_REVENUE', 'EXPENSE'] as const;
export type AccountClass = (typeof ACCOUNT_CLASSES)[number];

/** An account as the chart describes it. */
export interface AccountDescription {
  readonly class: AccountClass;
  readonly name: { readonly en: string; readonly zh: string };
  /** What the account is divided by; absent where it is not. */
  readonly subaccountOf?: 'PROVIDER' | 'BANK_ACCOUNT' | 'CUSTOMER' | 'OUTLET' | 'DEPARTMENT_OR_PERSON' | 'CURRENCY';
}

/** What each account is for. */
export const CHART: Readonly<Record<Account, AccountDescription>> = {
  PAYABLES_TO_COMPLAINANTS: { class: 'LIABILITY', name: { en: 'Payables to complainants', zh: '应付投诉人款' } },
  SALES_RETURNS: { class: 'CONTRA_REVENUE', name: { en: 'Sales returns', zh: '销货退回' } },
  SALES_ALLOWANCES: { class: 'CONTRA_REVENUE', name: { en: 'Sales allowances', zh: '销货折让' } },
  COMPENSATION_EXPENSE: { class: 'EXPENSE', name: { en: 'Compensation and repairs', zh: '赔款与维修费用' } },
  GOODWILL_EXPENSE: { class: 'EXPENSE', name: { en: 'Goodwill', zh: '商誉补偿' } },
  PROVIDER_CLEARING: {
    class: 'LIABILITY',
    name: { en: 'Payment provider clearing', zh: '支付机构清算' },
    subaccountOf: 'PROVIDER',
  },
  BANK: { class: 'ASSET', name: { en: 'Bank', zh: '银行存款' }, subaccountOf: 'BANK_ACCOUNT' },
  RECEIPTS_CLEARING: { class: 'ASSET', name: { en: 'Receipts on their way to the bank', zh: '收款清算' } },
  CASH_AT_OUTLETS: { class: 'ASSET', name: { en: 'Cash at outlets', zh: '门店现金' }, subaccountOf: 'OUTLET' },
  RECEIVABLES: { class: 'ASSET', name: { en: 'Receivables', zh: '应收账款' }, subaccountOf: 'CUSTOMER' },
  DISPUTED_RECEIVABLES: {
    class: 'ASSET',
    name: { en: 'Disputed receivables', zh: '争议应收账款' },
    subaccountOf: 'CUSTOMER',
  },
  VOUCHERS_OUTSTANDING: {
    class: 'LIABILITY',
    name: { en: 'Vouchers and store credit outstanding', zh: '未兑付代金券' },
  },
  SALES: { class: 'REVENUE', name: { en: 'Sales as invoiced', zh: '销售收入' } },
  PAYMENT_FEES: { class: 'EXPENSE', name: { en: 'Payment fees', zh: '支付手续费' } },
  ROUNDING: { class: 'EXPENSE', name: { en: 'Rounding', zh: '尾差' } },
  INTEREST: { class: 'REVENUE', name: { en: 'Interest', zh: '利息' } },
  UNKNOWN_RECEIPTS: { class: 'LIABILITY', name: { en: 'Receipts of unknown origin', zh: '待查收款' } },
  WRITE_OFFS: { class: 'EXPENSE', name: { en: 'Differences written off', zh: '对账差异核销' } },
  EXCHANGE_DIFFERENCES: { class: 'EXPENSE', name: { en: 'Exchange differences', zh: '汇兑损益' } },
  EXCHANGE_VALUATION: {
    class: 'ASSET',
    name: { en: 'Valuation of foreign balances', zh: '外币折算差额' },
    subaccountOf: 'CURRENCY',
  },
  PENALTIES_RECEIVABLE: {
    class: 'ASSET',
    name: { en: 'Penalties to be taken from bonuses', zh: '应扣绩效罚款' },
    subaccountOf: 'DEPARTMENT_OR_PERSON',
  },
  PENALTY_RECOVERIES: { class: 'REVENUE', name: { en: 'Penalties', zh: '罚款收入' } },
  BONUS_PAYABLE: {
    class: 'LIABILITY',
    name: { en: 'Performance bonuses payable', zh: '应付绩效奖金' },
    subaccountOf: 'DEPARTMENT_OR_PERSON',
  },
  SUPPLIER_CLAIMS: { class: 'ASSET', name: { en: 'Claims on suppliers', zh: '应收供应商索赔款' } },
  SUPPLIER_RECOVERIES: { class: 'REVENUE', name: { en: 'Recovered from suppliers', zh: '供应商索赔收入' } },
};

const NORMAL_SIDE_OF_CLASS: Readonly<Record<AccountClass, Side>> = {
  ASSET: 'DEBIT',
  LIABILITY: 'CREDIT',
  REVENUE: 'CREDIT',
  CONTRA_REVENUE: 'DEBIT',
  EXPENSE: 'DEBIT',
};

/** The side on which an account normally stands, which its class says. */
export function normalSideOf(account: Account): Side {
  return NORMAL_SIDE_OF_CLASS[CHART[account].class];
}
