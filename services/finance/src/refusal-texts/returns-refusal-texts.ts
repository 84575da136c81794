import type { DrawUpRefusal } from '../settlement/model/settlement.errors';
import type { ReturnRefusal } from '../returns/model/return.errors';
import type { ReceiptRefusal } from '../warehouse/model/receipt.errors';

/** Every code with which returns and warehouse receipts are refused; what a ceiling is against, too. */
export type ReturnsRefusal = Extract<
  ReturnRefusal | ReceiptRefusal | Exclude<DrawUpRefusal, 'FINANCE_CURRENCY_MISMATCH' | 'FINANCE_AMOUNT_NOT_POSITIVE'>,
  `FINANCE_${string}`
>;

export const returnsRefusalTexts: Readonly<Record<ReturnsRefusal, { en: string; 'zh-CN': string }>> = {
  FINANCE_RETURN_NOT_OPEN: {
    en: 'Return {number} is {state}; nothing is expected of it any more.',
    'zh-CN': '退货单 {number} 的状态为 {state}，不再接收或对账。',
  },
  FINANCE_RETURN_NOT_RECONCILED: {
    en: 'Return {number} is not reconciled: {open} still to come, {uninspected} not inspected, {exceptions} exceptions undecided.',
    'zh-CN': '退货单 {number} 尚未核对：未到货 {open}，未检验 {uninspected}，未处理异常 {exceptions} 项。',
  },
  FINANCE_RETURN_INCOMPLETE: {
    en: 'On line {line} of return {number}, {quantity} are still to come; say that nothing more is expected, or wait.',
    'zh-CN': '退货单 {number} 第 {line} 行尚有 {quantity} 未到货；须确认不再到货，或继续等待。',
  },
  FINANCE_RETURN_NOT_INSPECTED: {
    en: 'On line {line} of return {number}, {quantity} have not been inspected.',
    'zh-CN': '退货单 {number} 第 {line} 行尚有 {quantity} 未检验。',
  },
  FINANCE_RETURN_EXCEPTION_OPEN: {
    en: 'Return {number} has {count} exceptions that nobody has decided.',
    'zh-CN': '退货单 {number} 尚有 {count} 项异常未处理。',
  },
  FINANCE_RETURN_NOTHING_CAME: {
    en: 'Nothing of return {number} is to be paid for; reject the settlement instead.',
    'zh-CN': '退货单 {number} 没有应付金额，请驳回该结算单。',
  },
  FINANCE_RETURN_INSPECTED_TOO_MUCH: {
    en: '{inspected} would have been inspected, and only {received} came.',
    'zh-CN': '检验数量 {inspected} 超过实收数量 {received}。',
  },
  FINANCE_RETURN_EXCEPTION_DECIDED: {
    en: 'The exception was decided already: {state}.',
    'zh-CN': '该异常已处理：{state}。',
  },
  FINANCE_RETURN_RESOLUTION_IMPOSSIBLE: {
    en: 'An exception {kind} cannot end so.',
    'zh-CN': '异常 {kind} 不能以此方式处理。',
  },
  FINANCE_RETURN_REASON_REQUIRED: {
    en: 'A decision needs a reason of 1 to 500 characters.',
    'zh-CN': '处理异常须说明理由，1 至 500 个字符。',
  },
  FINANCE_RETURN_LINE_REQUIRED: {
    en: 'Name the line of the new return, of order {orderNumber} line {lineNumber}, that takes the goods over; without one they go back or are written off.',
    'zh-CN':
      '请注明接收这些货物的新退货单行（订单 {orderNumber} 第 {lineNumber} 行）；没有新退货单时，只能退还客户或核销。',
  },
  FINANCE_RETURN_LINE_OF_OTHER_GOODS: {
    en: 'The goods are of order {orderNumber} line {lineNumber}; name a line of a return that expects the same.',
    'zh-CN': '这些货物属于订单 {orderNumber} 第 {lineNumber} 行；请注明核定了同一订单行的退货单行。',
  },
  FINANCE_RETURN_FOUR_EYES: {
    en: 'Who signed for the goods or promised the money may not let more be posted than was authorised.',
    'zh-CN': '签收人或处理方案提出人不得批准超出核定量的过账。',
  },
  FINANCE_RECEIPT_CONFLICT: {
    en: 'Receipt {reference} of {warehouse} is recorded already with other content.',
    'zh-CN': '仓库 {warehouse} 的收货单 {reference} 已登记，但内容不同。',
  },
  FINANCE_RECEIPT_IN_FUTURE: {
    en: 'Goods cannot have come in the future.',
    'zh-CN': '收货时间不能晚于当前时间。',
  },
  FINANCE_RECEIPT_GOODS_UNNAMED: {
    en: 'Goods are named by their return, their order line or their product.',
    'zh-CN': '货物须注明退货单号、订单行或产品。',
  },
  FINANCE_RECEIPT_FILE_UNREADABLE: {
    en: 'The file cannot be read as {format}.',
    'zh-CN': '该文件无法按 {format} 格式读取。',
  },
  FINANCE_RECEIPT_FILE_TOO_LARGE: {
    en: 'A file of receipts has at most {rows} rows and {megabytes} MB.',
    'zh-CN': '收货文件最多 {rows} 行、{megabytes} MB。',
  },
  FINANCE_RECEIPT_COLUMN_MISSING: {
    en: 'The file has no column {column}.',
    'zh-CN': '文件中没有“{column}”列。',
  },
  FINANCE_RECEIPT_VALUE_UNREADABLE: {
    en: 'The value in column {column} cannot be read.',
    'zh-CN': '“{column}”列的值无法读取。',
  },
  FINANCE_RECEIPT_ROWS_DISAGREE: {
    en: 'Rows of receipt {reference} name different times of receipt.',
    'zh-CN': '收货单 {reference} 各行的收货时间不一致。',
  },
  FINANCE_CEILING_EXCEEDED: {
    en: 'More than is left of what was paid.',
    'zh-CN': '超出可退余额。',
  },
  FINANCE_QUANTITY_EXCEEDED: {
    en: 'More than is left of what was bought.',
    'zh-CN': '超出可退数量。',
  },
  FINANCE_ORDER_LINE_UNKNOWN: {
    en: 'The order line is not known.',
    'zh-CN': '未登记该订单行。',
  },
  FINANCE_NO_DISPUTED_LINE: {
    en: 'It names no line of an order.',
    'zh-CN': '未注明订单行。',
  },
  FINANCE_GOODWILL_BUDGET_MISSING: {
    en: 'There is no goodwill budget for the month.',
    'zh-CN': '当月没有商誉补偿预算。',
  },
  FINANCE_INSTRUMENT_WITHOUT_MONEY: {
    en: 'This kind of remedy carries no money.',
    'zh-CN': '该处理方式不涉及金额。',
  },
};
