import { newId } from '@redress/kernel';
import { aMail } from '../../testing/mails';
import type { MailFolder } from '../model/mail-server.client';
import { MESSAGE_BYTES_AT_MOST, mailboxSchema } from '../model/mailbox-settings';
import { failureKind, type FailedMail } from '../model/quarantined-mail.model';
import { readMail } from './read-mail';
import { ATTEMPTS_AT_MOST, takeMail } from './take-mail.handler';

const mailbox = mailboxSchema.parse({ tenant: 'acme', id: 'support', host: 'imap.example', user: 'u', password: 'p' });
const source = Buffer.from(aMail().replace(/\n/g, '\r\n'));
const receivedAt = new Date('2026-11-20T01:30:00.000Z');

/** What became of a message that is begun for the how-manieth time. */
async function taking(
  attempts: number,
  {
    receive = () => Promise.resolve(),
    fetch = () => Promise.resolve(source),
    sizeBytes = source.length,
    full = false,
  } = {},
) {
  const seen = { received: 0, fetched: 0, headers: 0, aside: [] as FailedMail[], thrown: undefined as unknown };
  const folder: MailFolder = {
    uidValidity: 3n,
    list: () => Promise.resolve([]),
    fetch: () => ((seen.fetched += 1), fetch()),
    fetchHeaders: () => ((seen.headers += 1), Promise.resolve(source)),
    close: () => Promise.resolve(),
  };
  const ports = {
    receive: () => ((seen.received += 1), receive()),
    setAside: (_: unknown, mail: FailedMail) => {
      if (full) return Promise.reject(new Error('no room'));
      seen.aside.push(mail);
      return Promise.resolve();
    },
  };
  await takeMail(mailbox, folder, { summary: { uid: 7, sizeBytes, receivedAt }, attempts }, ports).catch(
    (error: unknown) => (seen.thrown = error),
  );
  return seen;
}

const failing = () => Promise.reject(Object.assign(new Error('it says: secret words'), { code: 'ER_DATA_TOO_LONG' }));

describe('a message of a mailbox', () => {
  it('is taken in, however often it was begun before', async () => {
    for (const attempts of [1, ATTEMPTS_AT_MOST, 2 * ATTEMPTS_AT_MOST]) {
      expect(await taking(attempts)).toMatchObject({ received: 1, aside: [], thrown: undefined });
    }
  });

  it('holds the mailbox up as long as it may be a matter of time', async () => {
    const seen = await taking(ATTEMPTS_AT_MOST - 1, { receive: failing });
    expect(seen).toMatchObject({ received: 1, aside: [], thrown: { code: 'ER_DATA_TOO_LONG' } });
  });

  it('is set aside when it fails for the last time, with what it says and the kind of the failure alone', async () => {
    const { aside, thrown } = await taking(ATTEMPTS_AT_MOST, { receive: failing });
    expect(thrown).toBeUndefined();
    expect(aside).toEqual([
      {
        ...{ uidValidity: 3n, uid: 7, receivedAt, sizeBytes: source.length, tooLarge: false, source },
        ...{ attempts: ATTEMPTS_AT_MOST, error: 'ER_DATA_TOO_LONG' },
      },
    ]);
  });

  it('is set aside without what it says where the server does not give it out', async () => {
    const { aside, received } = await taking(ATTEMPTS_AT_MOST, { fetch: failing });
    expect(received).toBe(0);
    expect(aside).toMatchObject([{ source: undefined, error: 'ER_DATA_TOO_LONG' }]);
  });

  it('is not looked at any more when every attempt ended the process', async () => {
    const seen = await taking(2 * ATTEMPTS_AT_MOST + 1);
    expect(seen).toMatchObject({ fetched: 1, received: 0, aside: [{ source, error: 'PROCESS_ENDED' }] });
    const last = await taking(2 * ATTEMPTS_AT_MOST + 2);
    expect(last).toMatchObject({ fetched: 0, received: 0, aside: [{ source: undefined, error: 'PROCESS_ENDED' }] });
  });

  it('is not passed over when it cannot be set aside', async () => {
    for (const attempts of [ATTEMPTS_AT_MOST, 2 * ATTEMPTS_AT_MOST + 1]) {
      const { thrown } = await taking(attempts, { receive: failing, full: true });
      expect(thrown).toEqual(new Error('no room'));
    }
  });

  it('that is too long is told by its headers', async () => {
    const seen = await taking(ATTEMPTS_AT_MOST, { receive: failing, sizeBytes: MESSAGE_BYTES_AT_MOST + 1 });
    expect(seen).toMatchObject({ fetched: 0, headers: 1, aside: [{ tooLarge: true, source }] });
  });
});

describe('the kind of a failure', () => {
  it.each([
    [Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
    [new RangeError('Invalid time value'), 'RangeError'],
    [Object.assign(new Error('x'), { code: 'wang@example.cn wrote', name: 'two words' }), 'UNKNOWN'],
    ['only words', 'UNKNOWN'],
    [undefined, 'UNKNOWN'],
  ])('never quotes anything: %p is %s', (error, kind) => {
    expect(failureKind(error)).toBe(kind);
  });
});

describe('what makes a message the same one', () => {
  const keyOf = async (raw: string) => {
    const { key } = await readMail(mailbox, { source: Buffer.from(raw), receivedAt, tooLarge: false });
    return key.toString('hex');
  };
  const later = (since: number): void => {
    while (Date.now() === since);
  };

  it('does not depend on when it is read, also where its date is none', async () => {
    const messageId = newId();
    const undated = aMail({ messageId }).replace(/^Date: .*$/m, 'Date: the day before yesterday');
    const first = await keyOf(undated);
    later(Date.now());
    expect(await keyOf(undated)).toBe(first);
    expect(await keyOf(undated.replace('yesterday', 'tomorrow'))).not.toBe(first);
    const dated = aMail({ messageId });
    expect(await keyOf(dated.replace('Fri, 20 Nov 2026 09:30:00 +0800', 'Fri, 20 Nov 2026 01:30:00 +0000'))).toBe(
      await keyOf(dated),
    );
  });
});
