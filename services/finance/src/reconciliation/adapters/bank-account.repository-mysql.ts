import type { TenantReader } from '@redress/persistence';
import type { BankAccount, BankAccountKind } from '../model/bank-account.model';
import type { BankAccountRepository } from '../model/bank-account.repository';
import type { CsvMapping } from '../model/csv-mapping.model';
import type { MatchingRule } from '../model/matching-rule.model';

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly kind: BankAccountKind;
  readonly identifier: string;
  readonly currency: string;
  readonly provider: string;
  readonly openingOn: string;
  readonly openingMinor: string;
  readonly responsible: string;
  readonly expectedWithinDays: number;
  readonly mapping: string | null;
  readonly rules: string;
  readonly version: number;
}

type KeptRule = Omit<MatchingRule, 'toleranceMinor'> & { readonly toleranceMinor: string };

const BANK_ACCOUNT_COLUMNS = `a.id, a.name, a.kind, a.identifier, a.currency, a.provider,
  a.opening_on AS openingOn, a.opening_minor AS openingMinor, a.responsible,
  a.expected_within_days AS expectedWithinDays, a.mapping, a.rules, a.version`;
const SELECT = `SELECT ${BANK_ACCOUNT_COLUMNS} FROM bank_account a WHERE a.tenant_id = :tenantId AND a.id = :id`;

/** Accounts in MySQL. */
export const bankAccountsInMysql: BankAccountRepository = {
  async add(tx, account, at) {
    const { id, name, kind, identifier, currency, provider, responsible, version } = account;
    await tx.insertMany('bank_account', [
      {
        ...{ id, name, kind, identifier, currency, provider, responsible, version },
        opening_on: account.openingOn,
        opening_minor: account.openingMinor,
        expected_within_days: account.expectedWithinDays,
        mapping: account.mapping === undefined ? null : JSON.stringify(account.mapping),
        rules: rulesText(account.rules),
        opened_at: at,
      },
    ]);
  },

  async save(tx, { id, name, responsible, expectedWithinDays, mapping, rules, version }) {
    await tx.execute(
      `UPDATE bank_account a SET a.name = :name, a.responsible = :responsible,
         a.expected_within_days = :expectedWithinDays, a.mapping = :mapping, a.rules = :rules, a.version = :version
       WHERE a.tenant_id = :tenantId AND a.id = :id`,
      {
        ...{ id, name, responsible, expectedWithinDays, version },
        mapping: mapping === undefined ? null : JSON.stringify(mapping),
        rules: rulesText(rules),
      },
    );
  },

  async list(reader) {
    const rows = await reader.query<AccountRow>(
      `SELECT ${BANK_ACCOUNT_COLUMNS} FROM bank_account a WHERE a.tenant_id = :tenantId ORDER BY a.name, a.id`,
    );
    return rows.map(toAccount);
  },
  find: (reader, id) => read(reader, SELECT, id),
  lock: (tx, id) => read(tx, `${SELECT} FOR UPDATE`, id),

  async identifierInUse(reader, identifier, currency) {
    const rows = await reader.query(
      `SELECT a.id FROM bank_account a
       WHERE a.tenant_id = :tenantId AND a.identifier = :identifier AND a.currency = :currency`,
      { identifier, currency },
    );
    return rows.length > 0;
  },
};

async function read(reader: TenantReader, sql: string, id: string): Promise<BankAccount | undefined> {
  const [row] = await reader.query<AccountRow>(sql, { id });
  return row === undefined ? undefined : toAccount(row);
}

function toAccount(row: AccountRow): BankAccount {
  const { openingMinor, mapping, rules, ...rest } = row;
  return {
    ...rest,
    openingMinor: BigInt(openingMinor),
    ...(mapping === null ? {} : { mapping: JSON.parse(mapping) as CsvMapping }),
    rules: (JSON.parse(rules) as KeptRule[]).map((rule) => ({ ...rule, toleranceMinor: BigInt(rule.toleranceMinor) })),
  };
}

function rulesText(rules: readonly MatchingRule[]): string {
  return JSON.stringify(rules.map((rule) => ({ ...rule, toleranceMinor: rule.toleranceMinor.toString() })));
}
