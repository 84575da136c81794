import type { Money } from '@redress/kernel';
import type { Label } from '@redress/regulations';
import type { PaperField } from './paper-content.model';

/** What stands before the values on papers. */
export const WORDS = {
  caseNumber: { zh: '投诉编号', en: 'Complaint' },
  settlementNumber: { zh: '结算单号', en: 'Settlement' },
  instrument: { zh: '处理方式', en: 'Remedy' },
  amount: { zh: '金额', en: 'Amount' },
  customer: { zh: '客户编号', en: 'Customer reference' },
  payee: { zh: '收款人编号', en: 'Payee reference' },
  order: { zh: '订单', en: 'Order' },
  charge: { zh: '税费', en: 'Tax or fee' },
  quantity: { zh: '数量', en: 'Quantity' },
  proposedBy: { zh: '方案提出人', en: 'Resolution proposed by' },
  approvedBy: { zh: '方案核准人', en: 'Resolution approved by' },
  paymentReference: { zh: '付款参考号', en: 'Payment reference' },
  paidAt: { zh: '付款时间', en: 'Paid at' },
  returnReason: { zh: '退货原因', en: 'Reason for the return' },
  returnMode: { zh: '处理方式', en: 'How it is handled' },
  returnBasis: { zh: '退回依据', en: 'Basis of the return' },
  drawnUpAt: { zh: '开具时间', en: 'Drawn up' },
} as const satisfies Readonly<Record<string, Label>>;

/** What the kinds of remedy are called on papers, where the regulation has no name of its own. */
export const INSTRUMENT_WORDS: Readonly<Record<string, Label>> = {
  REFUND: { zh: '退款', en: 'Refund' },
  RETURN: { zh: '退货', en: 'Return' },
  EXCHANGE: { zh: '换货', en: 'Exchange' },
  REPAIR: { zh: '维修', en: 'Repair' },
  PRICE_REDUCTION: { zh: '减价', en: 'Price reduction' },
  ALLOWANCE: { zh: '销货折让', en: 'Sales allowance' },
  COMPENSATION: { zh: '赔偿', en: 'Compensation' },
  GOODWILL: { zh: '补偿', en: 'Goodwill' },
  STORE_CREDIT: { zh: '储值', en: 'Store credit' },
  AGREEMENT_SURRENDER: { zh: '协议退保', en: 'Agreement surrender' },
};

export function field(label: Label, value: string | Label | Money): PaperField {
  if (typeof value === 'string') return { label, value: { kind: 'TEXT', text: value } };
  if ('currency' in value) {
    return { label, value: { kind: 'MONEY', amountMinor: value.amountMinor.toString(), currency: value.currency } };
  }
  return { label, value: { kind: 'LABEL', label: value } };
}
