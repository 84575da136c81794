import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import type { Mailbox } from '../mailbox/model/mailbox-settings';

/** An IMAP server on this machine with one mailbox. */
export interface ImapTestServer {
  mailbox(id: string, changes?: Partial<Mailbox>): Mailbox;
  /** Puts a message in. */
  deliver(raw: string | Buffer): void;
  /** As after a restore: UIDs begin anew under another UIDVALIDITY. */
  renumber(): void;
  stop(): Promise<void>;
}

/** Starts it; the account is `redress` with the password `secret`. */
export async function startImapServer(): Promise<ImapTestServer> {
  const server = hoodiecrow({
    plugins: ['ID', 'UIDPLUS', 'LITERALPLUS', 'SASL-IR'],
    users: { redress: { password: 'secret' } },
    storage: { INBOX: { messages: [] } },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    mailbox: (id, changes = {}) => ({
      ...{ tenant: 'acme', id, host: '127.0.0.1', port, secure: false, plain: true },
      ...{ user: 'redress', password: 'secret', folder: 'INBOX' },
      ...changes,
    }),
    deliver: (raw) => {
      const source = Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replace(/\r?\n/g, '\r\n'));
      server.appendMessage('INBOX', [], false, source);
    },
    renumber: () => {
      const folder = server.getMailbox('INBOX');
      if (folder !== undefined) folder.uidvalidity += 1;
    },
    stop: () => {
      // It would wait for connections that clients have left already.
      server.server.unref();
      server.close(() => undefined);
      return Promise.resolve();
    },
  };
}
