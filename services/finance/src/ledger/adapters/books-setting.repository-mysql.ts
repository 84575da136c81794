import type { TenantReader } from '@redress/persistence';
import type { BooksSetting, CollectionBase } from '../model/books-setting.model';
import type { BooksSettings } from '../model/books-setting.repository';

interface SettingRow {
  readonly base_currency: string | null;
  readonly collection_base: CollectionBase | null;
  readonly collection_factor: string | null;
  readonly credit_receivables: number;
  readonly version: number;
}

const READ = `SELECT b.base_currency, b.collection_base, b.collection_factor, b.credit_receivables, b.version
  FROM books_setting b WHERE b.tenant_id = :tenantId`;

export const booksSettingsInMysql: BooksSettings = {
  read,

  async lock(tx) {
    await tx.execute(
      `INSERT INTO books_setting (tenant_id, version, set_by, set_at) VALUES (:tenantId, 0, '', '1970-01-01')
       ON DUPLICATE KEY UPDATE version = version`,
    );
    return read(tx);
  },

  async save(tx, { baseCurrency, collectionBase, collectionFactor, creditReceivables, version }, by, at) {
    await tx.execute(
      `UPDATE books_setting b SET b.base_currency = :baseCurrency, b.collection_base = :collectionBase,
         b.collection_factor = :collectionFactor, b.credit_receivables = :creditReceivables, b.version = :version,
         b.set_by = :by, b.set_at = :at
       WHERE b.tenant_id = :tenantId`,
      {
        baseCurrency: baseCurrency ?? null,
        collectionBase: collectionBase ?? null,
        collectionFactor: collectionFactor ?? null,
        creditReceivables: creditReceivables ? 1 : 0,
        ...{ version, by, at },
      },
    );
  },

  async setRate(tx, { id, currency, baseCurrency, validOn, rate, setBy, setAt }) {
    await tx.execute(
      `INSERT INTO exchange_rate (tenant_id, currency, base_currency, valid_on, id, rate, set_by, set_at)
       VALUES (:tenantId, :currency, :baseCurrency, :validOn, :id, :rate, :setBy, :setAt)
       ON DUPLICATE KEY UPDATE rate = VALUES(rate), set_by = VALUES(set_by), set_at = VALUES(set_at)`,
      { id, currency, baseCurrency, validOn, rate, setBy, setAt },
    );
  },
};

async function read(reader: TenantReader): Promise<BooksSetting> {
  const [row] = await reader.query<SettingRow>(READ);
  if (row === undefined) return { creditReceivables: false, version: 0 };
  const { base_currency: base, collection_base: collectionBase, collection_factor: factor } = row;
  return {
    ...(base === null ? {} : { baseCurrency: base }),
    ...(collectionBase === null ? {} : { collectionBase }),
    ...(factor === null ? {} : { collectionFactor: factor }),
    creditReceivables: row.credit_receivables === 1,
    version: row.version,
  };
}
