import { createLogger } from '@redress/observability';
import { eventually } from '@redress/testkit';
import type { MailSummary } from '../model/mail-server.client';
import { mailboxSchema, type Mailbox, type MailboxPosition } from '../model/mailbox-settings';
import { aMail } from '../../testing/mails';
import { mailboxesJob } from './mailboxes.job';
import { READ_AT_ONCE } from './read-mailbox.handler';

const mailbox = (id: string): Mailbox =>
  mailboxSchema.parse({ tenant: 'acme', id, host: 'imap.example', user: 'u', password: 'p' });
const receivedAt = new Date('2026-11-20T01:30:00.000Z');
const mails = (count: number): readonly MailSummary[] =>
  Array.from({ length: count }, (_, index) => ({ uid: index + 1, sizeBytes: 500, receivedAt }));

describe('several mailboxes', () => {
  it('take turns, so that one with a long past holds up none of the others', async () => {
    const lying: Record<string, readonly MailSummary[]> = { long: mails(2 * READ_AT_ONCE + 1), short: mails(1) };
    const read: string[] = [];
    const places = new Map<string, MailboxPosition>();
    const START: MailboxPosition = {
      ...{ epoch: 1, uidValidity: 1n, lastUid: 0 },
      attempted: { uidValidity: 0n, uid: 0, attempts: 0 },
    };
    const keep = ({ id }: Mailbox, position: MailboxPosition) => Promise.resolve(void places.set(id, position));
    const job = mailboxesJob([mailbox('long'), mailbox('short')], 1, createLogger({ service: 't', level: 'silent' }), {
      server: {
        open: ({ id }) =>
          Promise.resolve({
            uidValidity: 1n,
            list: (after) => Promise.resolve((lying[id] ?? []).filter(({ uid }) => uid > after)),
            fetch: () => Promise.resolve(Buffer.from(aMail())),
            fetchHeaders: () => Promise.resolve(undefined),
            close: () => Promise.resolve(),
          }),
      },
      positions: {
        take: ({ id }) => Promise.resolve(places.get(id) ?? START),
        begin: (of, position) => keep(of, position).then(() => true),
        advance: (of, position) => keep(of, position).then(() => true),
        release: () => Promise.resolve(),
      },
      receive: ({ source }) => Promise.resolve(void read.push(source)),
      setAside: () => Promise.resolve(),
      retry: () => Promise.resolve(),
    });
    await job.start();
    await eventually(() => read.length === 2 * READ_AT_ONCE + 2, { what: 'all mails' });
    await job.stop();
    expect(read.indexOf('mailbox:short')).toBe(READ_AT_ONCE);
  });
});
