import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { BooksSetting, ExchangeRate } from './books-setting.model';

/** The settings and the rates of the books. */
export interface BooksSettings {
  read(reader: TenantReader): Promise<BooksSetting>;
  /** The same, held until the transaction ends. */
  lock(tx: TenantTransaction): Promise<BooksSetting>;
  save(tx: TenantTransaction, setting: BooksSetting, by: string, at: Date): Promise<void>;
  setRate(tx: TenantTransaction, rate: ExchangeRate): Promise<void>;
}
