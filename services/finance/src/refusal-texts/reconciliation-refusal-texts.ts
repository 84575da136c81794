import type { ReconciliationRefusal } from '../reconciliation/model/reconciliation.errors';

/** Every code with which statements and their matching refuse. */
type OwnRefusal = Extract<ReconciliationRefusal, `FINANCE_${string}`>;

export const reconciliationRefusalTexts: Readonly<Record<OwnRefusal, { en: string; 'zh-CN': string }>> = {
  FINANCE_STATEMENT_MALFORMED: {
    en: 'The file breaks off or is not well-formed ({found}); export it again.',
    'zh-CN': '文件不完整或格式有误（{found}），请重新导出。',
  },
  FINANCE_STATEMENT_EMPTY: {
    en: 'The file contains no statement.',
    'zh-CN': '文件中没有对账单。',
  },
  FINANCE_STATEMENT_COLUMN_MISSING: {
    en: 'The file has no column “{column}”; change the mapping of the account or the export.',
    'zh-CN': '文件中没有“{column}”列，请修改账户的列对应关系或导出设置。',
  },
  FINANCE_STATEMENT_VALUE_UNREADABLE: {
    en: 'Line {line}: {column} cannot be read; {expected} was expected.',
    'zh-CN': '第 {line} 行：{column} 无法识别，应为 {expected}。',
  },
  FINANCE_STATEMENT_OTHER_ACCOUNT: {
    en: 'Line {line}: the statement is that of another account.',
    'zh-CN': '第 {line} 行：该对账单属于其他账户。',
  },
  FINANCE_STATEMENT_OTHER_CURRENCY: {
    en: 'Line {line} is in {found}; the account is in {expected}, and nothing is converted.',
    'zh-CN': '第 {line} 行币种为 {found}，账户币种为 {expected}，系统不作折算。',
  },
  FINANCE_STATEMENT_DOES_NOT_ADD_UP: {
    en: 'Opening balance and lines come to {found}, the closing balance is {expected} (minor units): lines are missing or too many.',
    'zh-CN': '期初余额加明细为 {found}，期末余额为 {expected}（最小货币单位），明细有缺漏或重复。',
  },
  FINANCE_STATEMENT_BEFORE_OPENING: {
    en: 'Line {line} lies before {day}, the first day of the account here.',
    'zh-CN': '第 {line} 行早于账户在本系统的起始日 {day}。',
  },
  FINANCE_STATEMENT_CONTRADICTS: {
    en: 'Statement {name}, part {part}, was imported with other content; a statement with a name is final.',
    'zh-CN': '对账单 {name} 第 {part} 部分此前导入的内容与此不同；已命名的对账单不得更改。',
  },
  FINANCE_STATEMENT_SPLIT_OTHERWISE: {
    en: 'Statement {name} came in other parts before; import it as it was, or whole.',
    'zh-CN': '对账单 {name} 此前的拆分方式与此不同，请按原方式导入。',
  },
  FINANCE_STATEMENT_DAY_AMBIGUOUS: {
    en: '{day} was imported from another file, and each has lines that the other lacks: give statement and part a name, so that equal lines can be told apart.',
    'zh-CN': '{day} 已由另一文件导入，且两者互有对方没有的明细：请注明对账单名称和部分，以区分相同的明细。',
  },
  FINANCE_STATEMENT_DAY_COVERED: {
    en: '{day} is covered already by a statement of another name or form.',
    'zh-CN': '{day} 已由其他名称或形式的对账单覆盖。',
  },
  FINANCE_STATEMENT_TOO_LARGE: {
    en: 'The statement is larger than {limit}; split it.',
    'zh-CN': '对账单超过上限 {limit}，请拆分。',
  },
  FINANCE_STATEMENT_DIGEST_DIFFERS: {
    en: 'What arrived has SHA-256 {found}, not {expected}; send it again.',
    'zh-CN': '收到内容的 SHA-256 为 {found}，应为 {expected}，请重新发送。',
  },
  FINANCE_STATEMENT_SOURCE_UNAVAILABLE: {
    en: '{provider} gives no list of its payments at the moment, or never does; try again later or import a file.',
    'zh-CN': '{provider} 目前未提供付款清单，请稍后再试或导入文件。',
  },
  FINANCE_BANK_ACCOUNT_EXISTS: {
    en: 'An account with this number and currency exists already.',
    'zh-CN': '该账号和币种的账户已存在。',
  },
  FINANCE_MATCHING_RULE_UNUSABLE: {
    en: 'Rule “{name}” cannot be used: it needs a name, no negative tolerance, 366 days at most, and a combination that means something.',
    'zh-CN': '规则“{name}”不可用：须有名称，容差不得为负，天数不超过 366，且组合须有意义。',
  },
  FINANCE_STATEMENT_MAPPING_UNUSABLE: {
    en: 'The mapping cannot be used: look at {field}.',
    'zh-CN': '列对应关系不可用，请检查 {field}。',
  },
  FINANCE_STATEMENT_MAPPING_MISSING: {
    en: 'The account has no mapping for CSV files yet.',
    'zh-CN': '该账户尚未设置 CSV 文件的列对应关系。',
  },
  FINANCE_STATEMENT_IMPORT_NOT_OPEN: {
    en: 'This import takes no more parts.',
    'zh-CN': '该导入已不再接收内容。',
  },
  FINANCE_LINE_NOT_OPEN: {
    en: 'The item is not open any more; read it again.',
    'zh-CN': '该项目已不是未达状态，请重新读取。',
  },
  FINANCE_PAYMENT_NOT_OPEN: {
    en: 'Another line stands for the payment already.',
    'zh-CN': '该付款已与其他明细对上。',
  },
  FINANCE_PAYMENT_NOT_SUCCEEDED: {
    en: 'Only a payment that succeeded can be on a statement.',
    'zh-CN': '只有已成功的付款才能与对账单核对。',
  },
  FINANCE_MATCH_DIFFERS: {
    en: 'Lines and payments differ by more than the rules of the account allow, or it is not said where the difference goes.',
    'zh-CN': '明细与付款的差额超出账户规则允许的范围，或未说明差额的去向。',
  },
  FINANCE_MATCH_OTHER_CURRENCY: {
    en: 'Only payments in {currency} can be on a statement of this account.',
    'zh-CN': '只有 {currency} 的付款才能与该账户的对账单核对。',
  },
  FINANCE_MATCH_OTHER_PROVIDER: {
    en: 'On this account stands what {provider} says it paid; match payments of others on the account of theirs, or on that of the bank.',
    'zh-CN': '该账户记录的是 {provider} 的付款；其他渠道的付款请在其自身账户或银行账户上核对。',
  },
  FINANCE_MATCH_ALREADY_UNDONE: {
    en: 'The match was undone already.',
    'zh-CN': '该核对已被撤销。',
  },
  FINANCE_EXPLANATION_REQUIRED: {
    en: 'A reason of 1 to 500 characters is needed.',
    'zh-CN': '须说明理由，1 至 500 个字符。',
  },
  FINANCE_STATEMENT_CHANGED: {
    en: 'The reconciliation is no longer what was seen; read it again before it is signed.',
    'zh-CN': '调节结果已发生变化，请重新查看后再签署。',
  },
  FINANCE_RECONCILIATION_NOT_OVER: {
    en: 'A reconciliation is signed to a day that has come; today is {day}.',
    'zh-CN': '余额调节表只能签署至已到的日期；今天是 {day}。',
  },
};
