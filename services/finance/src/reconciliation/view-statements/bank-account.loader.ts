import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import type { BankAccountView } from '../open-bank-account/bank-account.gql';
import { toBankAccount } from '../open-bank-account/to-bank-account.gql';
import type { BankAccount } from '../model/bank-account.model';

/** Reads the accounts of an organisation, which are few, once for a request. */
export class BankAccountLoader {
  constructor(
    private readonly database: Database,
    private readonly list: (reader: ReturnType<Database['reader']>) => Promise<BankAccount[]>,
  ) {}

  /** The account, or null when there is none of that id. */
  findIfAny(context: GraphContext, id: string | undefined): Promise<BankAccount | null> {
    if (id === undefined) return Promise.resolve(null);
    const load = context.loader<string, BankAccount>('bankAccount', async (ids) => {
      const accounts = await this.list(this.database.reader(context.viewer.tenantId));
      const byId = new Map(accounts.map((account) => [account.id, account]));
      return ids.map((each) => byId.get(each) ?? null);
    });
    return load.load(id);
  }

  /** The account of something that has one. */
  async find(context: GraphContext, id: string): Promise<BankAccount> {
    const account = await this.findIfAny(context, id);
    if (account === null) throw new Error(`there is no account ${id}`);
    return account;
  }

  async view(context: GraphContext, id: string): Promise<BankAccountView> {
    return toBankAccount(await this.find(context, id));
  }
}
