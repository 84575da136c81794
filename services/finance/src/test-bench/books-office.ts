import { newId } from '@redress/kernel';
import { ledgerInMysql } from '../ledger/adapters/ledger.repository-mysql';
import type { JournalEntry } from '../ledger/model/journal.model';
import type { Person } from './finance-bench';
import { FinanceOffice } from './finance-office';

/** What people do with the books, and entries that were booked at any time. */
export class BooksOffice extends FinanceOffice {
  /** Books goodwill of the amount in CNY at a moment, as a transaction of its own, and answers the entry's id. */
  async book(bookedAt: string, amountMinor: number | bigint, changes: Partial<JournalEntry> = {}): Promise<string> {
    const entry = anEntry(bookedAt, amountMinor, changes);
    await this.bench.database.transaction(this.tenant, (tx) => ledgerInMysql.book(tx, entry));
    return entry.id;
  }

  async ask<Data>(query: string, variables: object = {}, person: Person = this.as('finance')): Promise<Data> {
    const { data, codes } = await this.bench.ask<Data>(person, query, variables);
    if (codes.length > 0) throw new Error(codes.join());
    return data;
  }

  /** Sends a mutation of one field with an input and answers what that field says. */
  async act<Payload>(
    field: string,
    inputType: string,
    selection: string,
    input: object,
    person: Person = this.as('finance'),
  ): Promise<Payload & Refused> {
    const query = `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${selection}
      userErrors { code path details { currentState currentVersion allowed limit } } } }`;
    const variables = { input: { idempotencyKey: newId(), ...input } };
    return (await this.ask<Record<string, Payload & Refused>>(query, variables, person))[field] as Payload & Refused;
  }

  /** Changes rows behind the back of the rules; `:tenant` is bound. */
  async tamper(sql: string, params: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.bench.database.system.execute(sql, { tenant: this.tenant, ...params });
  }

  rows<Row>(sql: string): Promise<Row[]> {
    return this.bench.database.system.query<Row>(sql, { tenant: this.tenant });
  }
}

export interface Refused {
  readonly userErrors: readonly {
    readonly code: string;
    readonly path: readonly string[] | null;
    readonly details: { readonly currentState: string | null; readonly currentVersion: number | null } | null;
  }[];
}

/** A balanced entry of two postings in CNY. */
export function anEntry(
  bookedAt: string,
  amountMinor: number | bigint,
  changes: Partial<JournalEntry> = {},
): JournalEntry {
  return {
    id: newId(),
    source: { kind: 'SETTLEMENT', id: newId() },
    kind: 'APPROVAL',
    currency: 'CNY',
    bookedAt: new Date(bookedAt),
    postings: [
      { account: 'GOODWILL_EXPENSE', side: 'DEBIT', amountMinor: BigInt(amountMinor) },
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT', amountMinor: BigInt(amountMinor) },
    ],
    ...changes,
  };
}
