import type { ContentStore } from '@redress/files';
import { newId, type Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import type { AttachmentFile } from '../attachment/model/attachment-file.repository';
import { mysqlMessageRegister } from '../correspondence/adapters/message-register.repository-mysql';
import type { AcknowledgementBook } from '../correspondence/model/acknowledgement-book.repository';
import type { AddressedComplaints } from '../correspondence/model/addressed-complaint.repository';
import type { LetterOutbox } from '../correspondence/model/letter-outbox.repository';
import type { InboundMessage } from '../correspondence/receive-message/inbound-message.model';
import { receiveMessage } from '../correspondence/receive-message/receive-message.handler';
import type { Register } from '../correspondence/receive-message/register-message.handler';
import { RouteMessageResolver } from '../correspondence/route-message/route-message.resolver';
import { MessagesResolver } from '../correspondence/view-messages/messages.resolver';
import type { MasterKeys } from '../personal-data/master-keys';
import { channelRoutes } from '../webhook-channels/http/channel-routes';
import type { ChannelEndpoint } from '../webhook-channels/model/channel-endpoint';
import { imapMailServer } from './adapters/imap-mailbox.client';
import { mysqlMailboxPositions } from './adapters/mailbox-position.repository-mysql';
import { mysqlQuarantine } from './adapters/quarantine.repository-mysql';
import { DecideQuarantineResolver } from './decide-quarantine/decide-quarantine.resolver';
import type { Mailbox } from './model/mailbox-settings';
import { mailboxesJob } from './read-mailbox/mailboxes.job';
import { retryQuarantined } from './read-mailbox/retry-quarantined.handler';
import { setAside } from './set-aside/set-aside.handler';
import { QuarantineResolver } from './view-quarantine/quarantine.resolver';

/** The resolvers of what comes in. */
export const INBOUND_RESOLVERS = [
  MessagesResolver,
  RouteMessageResolver,
  QuarantineResolver,
  DecideQuarantineResolver,
] as const;

/** What messages from outside are taken in with. */
export interface InboundFoundations {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly attachments: AttachmentFile;
  readonly store: ContentStore;
  readonly outbox: LetterOutbox;
  readonly acknowledgements: AcknowledgementBook;
  readonly complaints: AddressedComplaints;
  readonly register: Register;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** From where they come. */
export interface InboundSettings {
  readonly mailboxes: readonly Mailbox[];
  readonly mailboxPollMs: number;
  readonly endpoints: readonly ChannelEndpoint[];
}

/** Wires what comes in by e-mail, text message and chat. */
export function composeInbound(
  foundations: InboundFoundations,
  { mailboxes, mailboxPollMs, endpoints }: InboundSettings,
) {
  const { database, masters, clock, logger } = foundations;
  const ports = { ...foundations, messages: mysqlMessageRegister(masters), newId };
  const receive = (message: InboundMessage) => receiveMessage(message, ports);
  const held = { database, quarantine: mysqlQuarantine(masters), mailboxes, clock, newId, logger, receive };
  const resolvers: readonly object[] = [
    new MessagesResolver(database, masters),
    new RouteMessageResolver(ports),
    new QuarantineResolver(database, masters),
    new DecideQuarantineResolver(held, masters),
  ];
  return {
    resolvers,
    routes: channelRoutes({ endpoints, receive, clock }),
    worker: mailboxesJob(mailboxes, mailboxPollMs, logger, {
      server: imapMailServer,
      positions: mysqlMailboxPositions(database),
      receive,
      setAside: (mailbox, mail) => setAside(mailbox, mail, held),
      retry: (mailbox, folder) => retryQuarantined(mailbox, folder, held),
    }),
  };
}
