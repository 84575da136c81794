import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { REGISTER, registration } from '../testing/documents';
import { startImapServer, type ImapTestServer } from '../testing/imap-server';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';
import { startMailServer, type MailServer } from '../testing/mail-server';
import { aMail, multipart } from '../testing/mails';

const COMPLAINTS = `{ complaints(first: 50, orderBy: RECEIVED_AT_ASC) { nodes {
  id number channel text category { code }
  customer { name email }
  attachments { fileName mediaType sizeBytes }
  correspondence { subject text from fromComplainant medium }
} } }`;
const UNROUTED = `{ unroutedMessages(first: 50) { nodes { id version reason from subject text fileNames refusedFiles } } }`;
const LETTERS = `query Letters($id: ID!) { complaint(id: $id) {
  acknowledgement { state } letters { purpose state error } } }`;
const ROUTE = `mutation Route($input: RegisterMessageInput!) {
  registerMessage(input: $input) { complaint { id number channel } replayed userErrors { code path } } }`;

interface Seen {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly customer: { readonly name: string; readonly email: string };
  readonly attachments: readonly object[];
  readonly correspondence: readonly { readonly text: string }[];
}
interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly subject: string;
}

let imap: ImapTestServer;
let smtp: MailServer;
let intake: IntakeUnderTest;
let agent: string;
beforeAll(async () => {
  imap = await startImapServer();
  smtp = await startMailServer();
  intake = await startIntake(undefined, {
    workers: true,
    settings: {
      REDRESS_MAILBOXES: [imap.mailbox('support', { category: 'product-quality' })],
      REDRESS_SMTP_URL: smtp.url,
      REDRESS_MAIL_FROM: 'complaints@acme.example',
    },
  });
  await intake.adopt('acme');
  agent = await intake.tokenFor({ tenant: 'acme', role: 'agent', subject: 'agent-1' });
  const manager = await intake.tokenFor({ tenant: 'acme', role: 'manager' });
  const set = `mutation { setCorrespondence(input: { idempotencyKey: "${newId()}", defaultLanguage: EN,
    acknowledgeAlways: true, expectedVersion: 0 }) { userErrors { code } } }`;
  await intake.ask(manager, set);
});
afterAll(async () => {
  await intake.stop();
  await smtp.stop();
  await imap.stop();
});

const complaints = async (): Promise<readonly Seen[]> => {
  const { data, errors } = await intake.ask(agent, COMPLAINTS);
  if (data === null) throw new Error(JSON.stringify(errors));
  return (data['complaints'] as unknown as { nodes: Seen[] }).nodes;
};
const complaintSaying = (text: string) =>
  eventually(async () => (await complaints()).find((each) => each.text.includes(text)), { what: `“${text}”` });
const unrouted = async (): Promise<readonly Waiting[]> =>
  ((await intake.ask(agent, UNROUTED)).data?.['unroutedMessages'] as unknown as { nodes: Waiting[] }).nodes;
const noted = (state: string, reason?: string) =>
  intake.database.system.query<{ id: string; complaintId: string | null }>(
    'SELECT id, complaint_id AS complaintId FROM inbound_message WHERE state = :state AND (:reason IS NULL OR reason = :reason)',
    { state, reason: reason ?? null },
  );
/** Messages are read in their order, so that everything before this one has been taken in when it is there. */
const allRead = async () => {
  const mark = `mark ${newId()}`;
  imap.deliver(aMail({ body: mark, from: `${newId()}@mark.example` }));
  await complaintSaying(mark);
};
const letterTo = (address: string) =>
  eventually(() => smtp.taken.find(({ to }) => JSON.stringify(to).includes(address)), {
    what: `a letter to ${address}`,
  });

describe('an e-mail', () => {
  it('becomes a complaint of its sender, with its subject and text, and is answered', async () => {
    imap.deliver(aMail({ subject: '=?utf-8?B?55S16aWt54Wy?=', body: '用了两天就坏了，要求退款。' }));
    expect(await complaintSaying('要求退款')).toMatchObject({
      channel: 'EMAIL',
      text: '电饭煲\n\n用了两天就坏了，要求退款。',
      category: { code: 'product-quality' },
      customer: { name: '王芳', email: 'wang@example.cn' },
      correspondence: [],
    });
    const letter = await letterTo('wang@example.cn');
    expect(letter.subject).toMatch(/^\[TS202611-\d{5}\] We have received your complaint$/);
  });

  it('keeps of HTML what it says', async () => {
    const html =
      '<style>p{}</style><script>alert(1)</script><p>The <b>blender</b> leaks.</p><img src="http://x/y.gif">';
    imap.deliver(aMail({ type: 'text/html; charset=utf-8', body: html, from: 'html@example.com' }));
    const { text } = await complaintSaying('blender');
    expect(text).toContain('The blender leaks.');
    expect(text).not.toMatch(/<|alert|p\{\}/);
  });

  it('brings its files, unless no complaint may have them', async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, 1)]);
    const part = (name: string, type: string, content: Buffer) =>
      [
        `Content-Type: ${type}; name="${name}"`,
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        content.toString('base64'),
      ].join('\n');
    const { type, body } = multipart(
      'mixed',
      'Content-Type: text/plain; charset=utf-8\n\nSee the photograph of the kettle.',
      part('kettle.jpg', 'image/jpeg', jpeg),
      part('kettle.exe', 'application/x-msdownload', Buffer.from('MZ')),
      part('fake.png', 'image/png', Buffer.from('MZ')),
    );
    imap.deliver(aMail({ type, body, from: 'kettle@example.com' }));
    const { id } = await complaintSaying('photograph of the kettle');
    const files = await eventually(async () => {
      const seen = (await complaints()).find((each) => each.id === id);
      return seen?.attachments.length === 0 ? undefined : seen?.attachments;
    });
    expect(files).toEqual([{ fileName: 'kettle.jpg', mediaType: 'image/jpeg', sizeBytes: jpeg.length }]);
    const [row] = await intake.database.system.query<{ refused: number }>(
      'SELECT refused_files AS refused FROM inbound_message WHERE complaint_id = :id',
      { id: fromGlobalId('Complaint', id) },
    );
    expect(row?.refused).toBe(2);
  });

  it('of a customer who is known is theirs', async () => {
    const customer = { details: { name: 'Known', email: 'known@example.com' } };
    await intake.ask(agent, REGISTER, { input: registration({ customer }) });
    imap.deliver(aMail({ from: 'Somebody Else <KNOWN@example.com>', body: 'The second matter of a known customer.' }));
    expect((await complaintSaying('second matter')).customer.name).toBe('Known');
  });

  it('is taken in once, though it is delivered twice and the mailbox is numbered anew', async () => {
    const mail = aMail({ body: 'The same twice.', messageId: 'same' });
    imap.deliver(mail);
    imap.deliver(`Received: by another way\n${mail}`);
    imap.renumber();
    await allRead();
    expect((await complaints()).filter(({ text }) => text.includes('The same twice.'))).toHaveLength(1);
  });
});

describe('an answer to a letter', () => {
  it('is added to its complaint, by the letter that it answers or by the number in its subject', async () => {
    imap.deliver(aMail({ from: 'thread@example.com', body: 'The first word on the toaster.' }));
    const { id, number } = await complaintSaying('toaster');
    const { messageId } = await letterTo('thread@example.com');
    const answer = { from: 'thread@example.com', subject: 'Re: your letter', body: 'Where is my answer?' };
    imap.deliver(aMail({ ...answer, headers: [`In-Reply-To: ${messageId}`, `References: ${messageId}`] }));
    imap.deliver(aMail({ from: 'friend@example.com', subject: `About ${number}`, body: 'I am their friend.' }));
    const correspondence = await eventually(async () => {
      const seen = (await complaints()).find((each) => each.id === id);
      return seen?.correspondence.length === 2 ? seen.correspondence : undefined;
    });
    expect(correspondence).toMatchObject([
      {
        text: expect.stringContaining('Where is my answer?') as string,
        from: 'thread@example.com',
        fromComplainant: true,
      },
      {
        text: expect.stringContaining('I am their friend.') as string,
        from: 'friend@example.com',
        fromComplainant: false,
      },
    ]);
    const events = await intake.database.system.query<{ envelope: string }>(
      `SELECT envelope FROM outbox_log WHERE aggregate_id = :id AND type LIKE '%message-received%' ORDER BY aggregate_version`,
      { id: fromGlobalId('Complaint', id) },
    );
    expect(events.map(({ envelope }) => JSON.parse(envelope) as object)).toMatchObject([
      { data: { medium: 'EMAIL', fromComplainant: true } },
      { data: { medium: 'EMAIL', fromComplainant: false } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/answer|friend/);
  });

  it('shows a customer only what they wrote themself', async () => {
    const [seen] = (await complaints()).filter(({ correspondence }) => correspondence.length === 2);
    const [row] = await intake.database.system.query<{ customerId: string }>(
      'SELECT customer_id AS customerId FROM complaint WHERE id = :id',
      { id: fromGlobalId('Complaint', seen?.id) },
    );
    const token = await intake.tokenFor({ tenant: 'acme', role: 'customer', customer: row?.customerId ?? '' });
    const document = 'query Own($id: ID!) { complaint(id: $id) { correspondence { from } letters { id } } }';
    expect((await intake.ask(token, document, { id: seen?.id })).data).toEqual({
      complaint: { correspondence: [{ from: 'thread@example.com' }], letters: [] },
    });
  });
});

describe('what a machine sends', () => {
  it.each([
    ['an answering machine', { headers: ['Auto-Submitted: auto-replied'] }],
    ['a list', { headers: ['Precedence: bulk'] }],
    [
      'a receipt of reading',
      { ...multipart('report; report-type=disposition-notification', 'Content-Type: text/plain\n\nRead.') },
    ],
  ])('is noted and never registered: %s', async (_, parts) => {
    const body = `I am away ${newId()}.`;
    const before = (await noted('AUTOMATIC', 'AUTO_REPLY')).length;
    imap.deliver(aMail({ body, ...parts, from: 'machine@example.com' }));
    await allRead();
    expect((await noted('AUTOMATIC', 'AUTO_REPLY')).length).toBe(before + 1);
    expect((await complaints()).some(({ customer }) => customer.email === 'machine@example.com')).toBe(false);
  });

  it('marks the letter that came back, and a person has to tell the complainant', async () => {
    imap.deliver(aMail({ from: 'gone@example.com', body: 'The address of this one is gone.' }));
    const { id } = await complaintSaying('is gone');
    const { messageId } = await letterTo('gone@example.com');
    const letters = async () =>
      (await intake.ask(agent, LETTERS, { id })).data?.['complaint'] as unknown as { letters: { state: string }[] };
    // It is noted as sent a moment after the mail server has it, and nothing comes back before.
    await eventually(async () => (await letters()).letters[0]?.state === 'SENT', { what: 'a letter that is sent' });
    const report = multipart(
      'report; report-type=delivery-status',
      'Content-Type: text/plain\n\nYour message could not be delivered.',
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\nFinal-Recipient: rfc822; gone@example.com\nAction: failed\nStatus: 5.1.1\n',
      `Content-Type: text/rfc822-headers\n\nMessage-ID: ${messageId}\n`,
    );
    imap.deliver(aMail({ from: 'MAILER-DAEMON@mail.example', ...report }));
    const seen = await eventually(async () => {
      const complaint = await letters();
      return complaint.letters[0]?.state === 'GIVEN_UP' ? complaint : undefined;
    });
    expect(seen).toEqual({
      acknowledgement: { state: 'DUE' },
      letters: [{ purpose: 'ACKNOWLEDGEMENT', state: 'GIVEN_UP', error: 'BOUNCED_5.1.1' }],
    });
  });
});

describe('a message that fits no rule', () => {
  it('waits with its reason, and a person registers it once', async () => {
    imap.deliver(aMail({ from: 'empty@example.com', subject: ' ', body: '' }));
    await allRead();
    expect(await unrouted()).toMatchObject([{ reason: 'INTAKE_TEXT_MISSING', from: 'empty@example.com' }]);
    const [waiting] = await unrouted();
    const route = (changes: object) =>
      intake.ask(agent, ROUTE, {
        input: { idempotencyKey: newId(), messageId: waiting?.id, expectedVersion: waiting?.version, ...changes },
      });
    expect((await route({})).data).toMatchObject({
      registerMessage: { userErrors: [{ code: 'INTAKE_TEXT_MISSING' }] },
    });
    const { id } = await complaintSaying('toaster');
    expect((await route({ complaintId: id })).data).toMatchObject({
      registerMessage: { complaint: { id }, userErrors: [] },
    });
    expect((await route({ complaintId: id })).data).toMatchObject({
      registerMessage: { userErrors: [{ code: 'VERSION_CONFLICT' }] },
    });
    expect(await unrouted()).toEqual([]);
  });
});

describe('a mailbox of an organisation that has not adopted a regulation', () => {
  it('keeps its messages, which a person registers with a category afterwards', async () => {
    const other = await startImapServer();
    const fresh = await startIntake(undefined, {
      workers: true,
      settings: { REDRESS_MAILBOXES: [other.mailbox('post')] },
    });
    const person = await fresh.tokenFor({ tenant: 'acme', role: 'agent' });
    const waiting = async () =>
      ((await fresh.ask(person, UNROUTED)).data?.['unroutedMessages'] as unknown as { nodes: Waiting[] }).nodes[0];
    other.deliver(aMail({ body: 'Nobody told me what is in force.' }));
    const message = await eventually(waiting);
    expect(message.reason).toBe('INTAKE_NO_REGULATION_IN_FORCE');
    await fresh.adopt('acme');
    const input = { messageId: message.id, expectedVersion: message.version, categoryCode: 'product-quality' };
    const route = (idempotencyKey: string) => fresh.ask(person, ROUTE, { input: { idempotencyKey, ...input } });
    const key = newId();
    expect((await route(key)).data).toMatchObject({
      registerMessage: { complaint: { channel: 'EMAIL' }, replayed: false, userErrors: [] },
    });
    expect((await route(key)).data).toMatchObject({ registerMessage: { replayed: true, userErrors: [] } });
    expect(await waiting()).toBeUndefined();
    await fresh.stop();
    await other.stop();
  });
});
