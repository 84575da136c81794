import { newId, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { CustomerFile } from '../customer/model/customer-file.repository';
import type { MasterKeys } from '../personal-data/master-keys';
import type { AdoptionBook } from '../regulation/model/adoption-book.repository';
import { mysqlConversations } from './adapters/telephone.repository-mysql';
import { ConfirmWithComplainantResolver } from './confirm-with-complainant/confirm-with-complainant.resolver';
import { RecordCallResolver } from './record-call/record-call.resolver';
import { ConversationsResolver } from './view-conversations/conversations.resolver';

/** The resolvers of calls and confirmations. */
export const TELEPHONE_RESOLVERS = [ConversationsResolver, RecordCallResolver, ConfirmWithComplainantResolver] as const;

/** What of the service they rest on. */
export interface TelephoneFoundations {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly adoptions: AdoptionBook;
  readonly customers: CustomerFile;
  readonly clock: Clock;
}

/** Wires calls and confirmations. */
export function composeTelephone({ database, masters, adoptions, customers, clock }: TelephoneFoundations): object[] {
  const conversations = mysqlConversations;
  return [
    new ConversationsResolver(database, masters),
    new RecordCallResolver({ database, adoptions, conversations, clock, newId }),
    new ConfirmWithComplainantResolver({ database, customers, conversations, clock, newId }),
  ];
}
