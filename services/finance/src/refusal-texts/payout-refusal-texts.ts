import type { TransferRefusal } from '../bank-transfer/model/transfer.errors';
import type { FulfilmentRefusal } from '../fulfilment/model/fulfilment.errors';
import type { InstalmentRefusal } from '../payout/model/instalment.errors';
import type { PayoutRefusal } from '../payout/model/payout.errors';
import type { SettlementRefusal } from '../settlement/model/settlement.errors';
import type { VoucherRefusal } from '../voucher/model/voucher.errors';

/** Every code with which paying refuses, but for those of other capabilities. */
export type PayingRefusal = Exclude<
  Extract<
    PayoutRefusal | InstalmentRefusal | TransferRefusal | VoucherRefusal | FulfilmentRefusal,
    `FINANCE_${string}`
  >,
  SettlementRefusal | 'FINANCE_AMOUNT_NOT_POSITIVE'
>;

export const payoutRefusalTexts: Readonly<Record<PayingRefusal, { en: string; 'zh-CN': string }>> = {
  FINANCE_PAYOUT_OUTCOME_UNKNOWN: {
    en: 'It is not known yet whether this payment was made; it cannot be paid in another way until that is known.',
    'zh-CN': '尚不清楚该笔付款是否已完成，查明之前不能改用其他方式付款。',
  },
  FINANCE_PAYOUT_NOT_REDIRECTABLE: {
    en: 'Nothing is owed any more by this payment, so it cannot be paid in another way.',
    'zh-CN': '该笔付款已无应付款项，不能改用其他方式付款。',
  },
  FINANCE_PAYOUT_ROUTE_UNUSABLE: {
    en: 'Nobody can be paid that way: the provider is not configured or only gives back what was paid through it.',
    'zh-CN': '不能以该方式付款：支付机构未配置，或仅支持原路退回。',
  },
  FINANCE_PAYOUT_IN_BATCH: {
    en: 'The payment is in a file for the bank; give that draft up first.',
    'zh-CN': '该笔付款已列入银行付款文件，请先作废该草稿。',
  },
  FINANCE_PAYOUT_NOT_WAITING: {
    en: 'There is no step to take now: the payment is settled, waits for people, or is under way.',
    'zh-CN': '目前没有可执行的步骤：该笔付款已结束、等待人工处理或正在处理中。',
  },
  FINANCE_PAYOUT_OTHER_MEANS: {
    en: 'The payment is made in another way than this.',
    'zh-CN': '该笔付款采用的是其他付款方式。',
  },
  FINANCE_PAYOUT_NOT_PROVABLE: {
    en: 'Nothing of this kind can be recorded about the payment as it stands.',
    'zh-CN': '该笔付款在目前状态下不能登记此类凭证。',
  },
  FINANCE_PAYOUT_EVIDENCE_OPEN: {
    en: 'What was recorded about the payment earlier still waits for a second person.',
    'zh-CN': '该笔付款此前登记的凭证尚待他人复核。',
  },
  FINANCE_PAYOUT_EVIDENCE_DECIDED: {
    en: 'The evidence was confirmed or rejected already.',
    'zh-CN': '该凭证已复核。',
  },
  FINANCE_PAYOUT_FOUR_EYES: {
    en: 'Who recorded the evidence may not confirm it; another person must.',
    'zh-CN': '登记人不得自行复核，须由他人复核。',
  },
  FINANCE_PAYOUT_REFERENCE_USED: {
    en: 'The reference stands for another payment already.',
    'zh-CN': '该参考号已对应另一笔付款。',
  },
  FINANCE_PAYOUT_NOTHING_TO_GIVE_UP: {
    en: 'Settlement {number} is {state}: there is no payment to give up.',
    'zh-CN': '结算单 {number} 的状态为 {state}，没有可放弃的付款。',
  },
  FINANCE_PAYOUT_PARTLY_PAID: {
    en: 'Part of settlement {number} is paid already; pay the rest in another way.',
    'zh-CN': '结算单 {number} 已部分付款，其余款项请改用其他方式支付。',
  },
  FINANCE_PAYOUT_NOT_DUE: {
    en: 'This payment may not be made before {day}.',
    'zh-CN': '该笔付款在 {day} 之前不得支付。',
  },
  FINANCE_INSTALMENT_DAYS_UNUSABLE: {
    en: 'Instalments are on 1 to 60 days, each after the one before and none in the past.',
    'zh-CN': '分期须为 1 至 60 个日期，依次递增，且不得早于今日。',
  },
  FINANCE_INSTALMENT_WEIGHTS_UNUSABLE: {
    en: 'Each day needs one weight, a whole number from 1 to 1,000,000.',
    'zh-CN': '每个日期须对应一个权重，为 1 至 1,000,000 的整数。',
  },
  FINANCE_INSTALMENT_OF_NOTHING: {
    en: 'The amount is too small for so many instalments: one of them would be nothing.',
    'zh-CN': '金额过小，无法分为如此多期：其中一期将为零。',
  },
  FINANCE_INSTALMENTS_SEVERAL_PAYEES: {
    en: 'A settlement that pays several people cannot be paid in instalments.',
    'zh-CN': '收款人不止一人的结算不能分期支付。',
  },
  FINANCE_PAYEE_ACCOUNT_INVALID: {
    en: 'This is no bank account: check the IBAN, or give the number together with the bank’s clearing code.',
    'zh-CN': '银行账号无效：请核对 IBAN，或同时填写账号与联行号。',
  },
  FINANCE_TRANSFERS_NONE: {
    en: 'No payment whose payee has an account waits for a bank transfer in this currency.',
    'zh-CN': '没有等待以该币种转账且收款人已登记账户的付款。',
  },
  FINANCE_TRANSFER_BATCH_STATE: {
    en: 'The file is not in a state for that.',
    'zh-CN': '该付款文件的状态不允许此操作。',
  },
  FINANCE_TRANSFER_PAYEE_ACCOUNT_CHANGED: {
    en: 'The accounts of {count} payees were changed since the file was made; give it up and make another.',
    'zh-CN': '付款文件生成后，有 {count} 名收款人的账户已变更；请作废该文件并重新生成。',
  },
  FINANCE_TRANSFER_FOUR_EYES: {
    en: 'Who made the file may not release it; another person must.',
    'zh-CN': '制单人不得自行放行，须由他人放行。',
  },
  FINANCE_TRANSFER_ACCOUNT_UNUSABLE: {
    en: 'The account that pays is kept in another currency.',
    'zh-CN': '付款账户的币种不符。',
  },
  FINANCE_VOUCHER_UNKNOWN: {
    en: 'There is no voucher with this code.',
    'zh-CN': '没有该代码对应的代金券。',
  },
  FINANCE_VOUCHER_OTHER_CURRENCY: {
    en: 'The voucher is in {currency}.',
    'zh-CN': '该代金券的币种为 {currency}。',
  },
  FINANCE_VOUCHER_EXPIRED: {
    en: 'The voucher was taken until {day}.',
    'zh-CN': '该代金券的有效期至 {day}。',
  },
  FINANCE_VOUCHER_EXCEEDED: {
    en: 'There is less left on the voucher.',
    'zh-CN': '代金券余额不足。',
  },
  FINANCE_VOUCHER_REFERENCE_USED: {
    en: 'Another amount was taken for {reference} already.',
    'zh-CN': '{reference} 已使用该代金券支付其他金额。',
  },
  FINANCE_FULFILMENT_NOT_APPROVED: {
    en: 'The settlement is not approved, so nothing of it is carried out.',
    'zh-CN': '结算单未核准，不能安排执行。',
  },
  FINANCE_FULFILMENT_NOT_CARRIED_OUT: {
    en: 'The part does not exist or is nothing but money.',
    'zh-CN': '该部分不存在，或仅涉及款项。',
  },
  FINANCE_FULFILMENT_ORDERED: {
    en: 'It was ordered of a department already.',
    'zh-CN': '已交由部门执行。',
  },
  FINANCE_FULFILMENT_DONE: {
    en: 'It is done already.',
    'zh-CN': '已执行完毕。',
  },
};
