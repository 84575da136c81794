import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { startImapServer, type ImapTestServer } from '../testing/imap-server';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';
import { aMail, multipart } from '../testing/mails';
import { ATTEMPTS_AT_MOST } from './read-mailbox/take-mail.handler';

const FIELDS = 'id version mailbox state attempts error kept from subject decidedBy reason';
const LIST = `query List($where: QuarantinedMailWhereInput) { quarantinedMails(first: 50, where: $where) { nodes { ${FIELDS} } } }`;
const AGAIN = `mutation Again($input: TakeQuarantinedMailAgainInput!) {
  takeQuarantinedMailAgain(input: $input) { mail { state } replayed userErrors { code path } } }`;
const DISMISS = `mutation Dismiss($input: DismissQuarantinedMailInput!) {
  dismissQuarantinedMail(input: $input) { mail { ${FIELDS} } replayed userErrors { code path } } }`;
const COMPLAINTS = '{ complaints(first: 50) { nodes { text attachments { fileName } } } }';
const UNROUTED = '{ unroutedMessages(first: 5) { nodes { text reason } } }';

interface Mail {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly attempts: number;
}
interface Decided {
  readonly mail: Mail | null;
  readonly replayed: boolean;
  readonly userErrors: readonly object[];
}

let imap: ImapTestServer;
let second: ImapTestServer;
let intake: IntakeUnderTest;
let directory: string;
let supervisor: string;
beforeAll(async () => {
  imap = await startImapServer();
  second = await startImapServer();
  directory = await mkdtemp(join(tmpdir(), 'redress-quarantine-'));
  intake = await startIntake(undefined, {
    workers: true,
    settings: {
      REDRESS_ATTACHMENTS_DIRECTORY: directory,
      REDRESS_MAILBOXES: [
        imap.mailbox('support', { category: 'product-quality' }),
        second.mailbox('post', { tenant: 'fresh' }),
      ],
    },
  });
  await intake.adopt('acme');
  supervisor = await intake.tokenFor({ tenant: 'acme', role: 'supervisor', subject: 'supervisor-1' });
});
afterAll(async () => {
  await intake.stop();
  await imap.stop();
  await second.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Files can be received no more, as when a disk is gone: a mail with a file fails, and others do not. */
const breakFiles = () => rm(join(directory, 'incoming'), { recursive: true });
const mendFiles = () => mkdir(join(directory, 'incoming'));

function withFile(text: string, from: string): string {
  const file = [
    'Content-Type: image/jpeg; name="p.jpg"',
    'Content-Disposition: attachment; filename="p.jpg"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500_000, 1)]).toString('base64'),
  ].join('\n');
  return aMail({ from, ...multipart('mixed', `Content-Type: text/plain; charset=utf-8\n\n${text}`, file) });
}

const mails = async (token = supervisor, where = {}): Promise<readonly Mail[]> => {
  const { data, errors } = await intake.ask(token, LIST, { where });
  if (data === null) throw new Error(JSON.stringify(errors));
  return (data['quarantinedMails'] as unknown as { nodes: Mail[] }).nodes;
};
const mailOnce = (holds: (mail: Mail) => boolean, what: string) =>
  eventually(async () => (await mails()).find(holds), { what });
const complaintSaying = (text: string) =>
  eventually(
    async () => {
      const { data } = await intake.ask(supervisor, COMPLAINTS);
      const { nodes } = data?.['complaints'] as unknown as { nodes: { text: string; attachments: object[] }[] };
      return nodes.find((each) => each.text.includes(text));
    },
    { what: `“${text}”` },
  );
const decide = async (document: string, input: object, token = supervisor): Promise<Decided> => {
  const { data, errors } = await intake.ask(token, document, { input: { idempotencyKey: newId(), ...input } });
  if (data === null) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as unknown as Decided;
};

describe('a mail that always fails', () => {
  let held: Mail;
  beforeAll(async () => {
    await breakFiles();
    imap.deliver(withFile('The lid of the pot burst.', 'pot@example.com'));
    imap.deliver(aMail({ from: 'next@example.com', body: 'The mail behind it.' }));
    await complaintSaying('The mail behind it.');
    held = await mailOnce(({ state }) => state === 'WAITING', 'the mail in quarantine');
  });

  it('is set aside, and the one behind it comes in', async () => {
    expect(await mails()).toEqual([
      {
        ...{ id: held.id, version: 1, mailbox: 'support', state: 'WAITING', attempts: ATTEMPTS_AT_MOST },
        ...{ error: 'ENOENT', kept: true, from: 'pot@example.com', subject: 'The rice cooker' },
        ...{ decidedBy: null, reason: null },
      },
    ]);
    const { system } = intake.database;
    const parts = await system.query<{ sealed: Buffer }>('SELECT sealed_part AS sealed FROM quarantined_mail_part');
    expect(parts.length).toBeGreaterThan(1);
    const plain = Buffer.from('The lid of the pot');
    expect(parts.some(({ sealed }) => sealed.includes(plain) || sealed.includes(plain.toString('base64')))).toBe(false);
  });

  it.each(['agent', 'handler', 'finance', 'analyst', 'customer'] as const)('is not shown to a %s', async (role) => {
    const token = await intake.tokenFor({
      tenant: 'acme',
      role,
      ...(role === 'customer' ? { customer: newId() } : {}),
    });
    expect((await intake.ask(token, LIST)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it.each(['manager', 'auditor', 'agent'] as const)('is not decided of by a %s', async (role) => {
    const token = await intake.tokenFor({ tenant: 'acme', role });
    const input = { idempotencyKey: newId(), mailId: held.id, expectedVersion: 1 };
    expect((await intake.ask(token, AGAIN, { input })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const dismissal = { ...input, reason: 'spam' };
    expect((await intake.ask(token, DISMISS, { input: dismissal })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('does not exist for another organisation', async () => {
    const other = await intake.tokenFor({ tenant: 'other', role: 'supervisor' });
    expect(await mails(other)).toEqual([]);
    for (const [document, more] of [
      [AGAIN, {}],
      [DISMISS, { reason: 'spam' }],
    ] as const) {
      const answer = await decide(document, { mailId: held.id, expectedVersion: 1, ...more }, other);
      expect(answer).toMatchObject({ mail: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'mailId'] }] });
    }
  });

  it('is dismissed for a reason, by whoever saw it as it is', async () => {
    const asked = { mailId: held.id, expectedVersion: 1 };
    expect((await decide(DISMISS, { ...asked, reason: ' ' })).userErrors).toMatchObject([
      { code: 'INTAKE_REASON_OUT_OF_BOUNDS', path: ['input', 'reason'] },
    ]);
    expect((await decide(DISMISS, { ...asked, expectedVersion: 9, reason: 'spam' })).userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT' },
    ]);
    const { mail } = await decide(DISMISS, { ...asked, reason: ' Advertising. ' });
    expect(mail).toMatchObject({
      ...{ state: 'DISMISSED', version: 2, kept: true },
      ...{ decidedBy: 'supervisor-1', reason: 'Advertising.' },
    });
    expect((await decide(DISMISS, { ...asked, expectedVersion: 2, reason: 'again' })).userErrors).toMatchObject([
      { code: 'INTAKE_QUARANTINE_DECIDED' },
    ]);
    expect(await mails(supervisor, { state: { eq: 'WAITING' } })).toEqual([]);
  });

  it('can be tried again, and waits again while it fails', async () => {
    const key = newId();
    const input = { idempotencyKey: key, mailId: held.id, expectedVersion: 2 };
    expect(await decide(AGAIN, input)).toMatchObject({ replayed: false, userErrors: [] });
    const failed = await mailOnce(({ attempts }) => attempts > ATTEMPTS_AT_MOST, 'another attempt');
    expect(failed).toMatchObject({ id: held.id, state: 'WAITING', attempts: ATTEMPTS_AT_MOST + 1, error: 'ENOENT' });
    expect(await decide(AGAIN, input)).toMatchObject({ mail: { state: 'WAITING' }, replayed: true });
  });

  it('is taken in once what it needs is back, whole, and its copy goes', async () => {
    await mendFiles();
    const [before] = await mails();
    await decide(AGAIN, { mailId: held.id, expectedVersion: before?.version });
    const taken = await mailOnce(({ state }) => state === 'TAKEN_IN', 'the mail that was taken in');
    expect(taken).toMatchObject({ id: held.id, kept: false, from: null, subject: null });
    const complaint = await complaintSaying('The lid of the pot burst.');
    expect(complaint.attachments).toEqual([{ fileName: 'p.jpg' }]);
    const { system } = intake.database;
    expect(await system.query('SELECT mail_id FROM quarantined_mail_part')).toEqual([]);
    expect(await system.query('SELECT id FROM quarantined_mail WHERE wrapped_key IS NOT NULL')).toEqual([]);
    const answer = await decide(AGAIN, { mailId: held.id, expectedVersion: taken.version });
    expect(answer.userErrors).toMatchObject([{ code: 'INTAKE_QUARANTINE_DECIDED' }]);
  });
});

describe('a mail that waits for a person', () => {
  it('is kept as far as a complaint would have it, however long it is', async () => {
    second.deliver(aMail({ body: 'All of it. '.repeat(4_000) }));
    const token = await intake.tokenFor({ tenant: 'fresh', role: 'agent' });
    const waiting = await eventually(async () => {
      const { data } = await intake.ask(token, UNROUTED);
      return (data?.['unroutedMessages'] as unknown as { nodes: { text: string; reason: string }[] }).nodes[0];
    });
    expect(waiting.reason).toBe('INTAKE_NO_REGULATION_IN_FORCE');
    expect(waiting.text).toHaveLength(30_000);
    expect(waiting.text).toMatch(/…]$/);
  });
});
