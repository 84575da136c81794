import type { BankAccount } from './bank-account.model';
import type { StatementItem } from './statement.model';

/** Where statements come from that no file brings: a provider that lists what it paid. */
export interface StatementSource {
  /** The provider that it asks. */
  readonly provider: string;
  /** Everything that the provider lists for the account, page by page. A provider that cannot be had is a problem among the items. */
  items(tenantId: string, account: BankAccount): AsyncIterable<StatementItem>;
}
