import { ImapFlow } from 'imapflow';
import type { MailFolder, MailServerClient, MailSummary } from '../model/mail-server.client';
import type { Mailbox } from '../model/mailbox-settings';

const TIMEOUT_MS = 30_000;

/** Mailboxes by IMAP. A folder is opened for reading only, so that people who look into it too see it as it was. */
export const imapMailServer: MailServerClient = {
  async open(mailbox) {
    const client = new ImapFlow(connectionTo(mailbox));
    // What goes wrong is told to whoever waits for an answer; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const folder = await client.mailboxOpen(mailbox.folder, { readOnly: true });
      return folderOf(client, folder.uidValidity);
    } catch (error) {
      client.close();
      throw error;
    }
  },
};

function folderOf(client: ImapFlow, uidValidity: bigint): MailFolder {
  return {
    uidValidity,
    async list(afterUid) {
      const found: MailSummary[] = [];
      const wanted = { uid: true, size: true, internalDate: true } as const;
      for await (const { uid, size, internalDate } of client.fetch(`${afterUid + 1}:*`, wanted, { uid: true })) {
        const receivedAt = internalDate === undefined ? new Date() : new Date(internalDate);
        // `n:*` always has the last message in it, also where that comes before n.
        if (uid > afterUid) found.push({ uid, sizeBytes: size ?? 0, receivedAt });
      }
      return found.sort((left, right) => left.uid - right.uid);
    },
    async fetch(uid) {
      const message = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
      return message === false ? undefined : message?.source;
    },
    async fetchHeaders(uid) {
      const message = await client.fetchOne(String(uid), { uid: true, headers: true }, { uid: true });
      return message === false ? undefined : message?.headers;
    },
    close: () => client.logout().catch(() => client.close()),
  };
}

function connectionTo({ host, port, secure, plain, user, password, accessToken }: Mailbox) {
  return {
    ...{ host, port, secure },
    doSTARTTLS: secure ? undefined : !plain,
    auth: {
      user,
      ...(password === undefined ? {} : { pass: password }),
      ...(accessToken === undefined ? {} : { accessToken }),
    },
    // Its log would have the subjects and addresses of what it reads.
    logger: false as const,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
}
