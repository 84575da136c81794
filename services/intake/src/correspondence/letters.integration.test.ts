import { caseAssigned, replySent } from '@redress/contracts';
import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { startCaseHandlingStub, type CaseHandlingStub } from '../testing/case-handling-stub';
import { REGISTER, registration } from '../testing/documents';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';
import { startMailServer, type MailServer } from '../testing/mail-server';

const LETTERS = `query Letters($id: ID!) { complaint(id: $id) {
  number version
  acknowledgement { state tells means by }
  letters { id version purpose language medium to state error sentAt attempts { error } }
} }`;
const SET = `mutation Set($input: SetCorrespondenceInput!) {
  setCorrespondence(input: $input) { setting { version } userErrors { code } } }`;
const RECORD = `mutation Record($input: RecordAcknowledgementInput!) {
  recordAcknowledgement(input: $input) { complaint { acknowledgement { state means by } } replayed userErrors { code } } }`;
const RESEND = `mutation Resend($input: ResendLetterInput!) {
  resendLetter(input: $input) { letter { state } replayed userErrors { code } } }`;
const TEMPLATE = `mutation Template($input: SetLetterTemplateInput!) {
  setLetterTemplate(input: $input) { template { version } userErrors { code path details { allowed } } } }`;
const REQUEST = `mutation Request($input: RequestLetterInput!) {
  requestLetter(input: $input) { letter { purpose state } userErrors { code } } }`;

interface SeenLetter {
  readonly id: string;
  readonly version: number;
  readonly purpose: string;
  readonly state: string;
  readonly error: string | null;
  readonly attempts: readonly { readonly error: string | null }[];
}
interface Seen {
  readonly number: string;
  readonly version: number;
  readonly acknowledgement: { readonly state: string };
  readonly letters: readonly SeenLetter[];
}

let mail: MailServer;
let cases: CaseHandlingStub;
let intake: IntakeUnderTest;
let agent: string;
beforeAll(async () => {
  mail = await startMailServer();
  cases = await startCaseHandlingStub();
  intake = await startIntake(undefined, {
    workers: true,
    settings: {
      REDRESS_SMTP_URL: mail.url,
      REDRESS_MAIL_FROM: 'Acme <complaints@acme.example>',
      REDRESS_CASE_HANDLING_URL: cases.url,
    },
  });
  for (const tenant of ['acme', 'other']) await intake.adopt(tenant);
  agent = await intake.tokenFor({ tenant: 'acme', role: 'agent', subject: 'agent-1' });
  const manager = await intake.tokenFor({ tenant: 'acme', role: 'manager' });
  const input = { organisationName: 'Acme', defaultLanguage: 'ZH_CN', acknowledgeAlways: true, expectedVersion: 0 };
  const set = await intake.ask(manager, SET, { input: { idempotencyKey: newId(), ...input } });
  expect(set.data).toMatchObject({ setCorrespondence: { setting: { version: 1 }, userErrors: [] } });
});
afterAll(async () => {
  await intake.stop();
  await cases.stop();
  await mail.stop();
});

const register = async (details: object): Promise<string> => {
  const answer = await intake.ask(agent, REGISTER, { input: registration({ customer: { details } }) });
  return (answer.data?.['registerComplaint'] as unknown as { complaint: { id: string } }).complaint.id;
};
const look = async (id: string): Promise<Seen> =>
  (await intake.ask(agent, LETTERS, { id })).data?.['complaint'] as unknown as Seen;
const letterIn = (id: string, state: string, purpose = 'ACKNOWLEDGEMENT') =>
  eventually(async () => (await look(id)).letters.find((each) => each.purpose === purpose && each.state === state), {
    what: `a letter ${purpose} that is ${state}`,
  });
const eventsOf = async (id: string) =>
  (
    await intake.database.system.query<{ envelope: string }>(
      'SELECT envelope FROM outbox_log WHERE aggregate_id = :id ORDER BY aggregate_version',
      { id: fromGlobalId('Complaint', id) },
    )
  ).map(({ envelope }) => JSON.parse(envelope) as { type: string; aggregateversion: number; data: object });
const sentTo = (address: string) => mail.taken.filter(({ text, to }) => JSON.stringify(to).includes(address) && text);
const soon = (id: string) =>
  intake.database.system.execute('UPDATE letter SET next_step_at = UTC_TIMESTAMP(3) WHERE complaint_id = :id', {
    id: fromGlobalId('Complaint', id),
  });
const handle = (type: string, data: object) =>
  intake.handle('case-handling', { type, id: newId(), tenantId: 'acme', data });

describe('an acknowledgement', () => {
  it('goes to a complainant with an e-mail address by itself, in their language', async () => {
    const id = await register({ name: '王芳', email: 'wang@example.cn', preferredLanguage: 'zh-CN' });
    await letterIn(id, 'SENT');
    const { number, acknowledgement, letters } = await look(id);
    expect(acknowledgement).toEqual({
      state: 'DONE',
      tells: ['RECEIPT', 'NUMBER', 'EXPECTED_REPLY'],
      means: 'EMAIL',
      by: 'system:intake',
    });
    expect(letters).toMatchObject([{ language: 'ZH_CN', to: 'w***@example.cn', attempts: [{ error: null }] }]);
    const [message] = sentTo('wang@example.cn');
    expect(message?.subject).toBe(`[${number}] 我们已收到您的投诉`);
    expect(message?.text).toContain('王芳：');
    expect(message?.text).toContain('Acme');
    expect(message?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(message?.messageId).toMatch(/^<letter\.[0-9a-f-]{36}\.1@acme\.example>$/);
  });

  it('is published once, and says nothing of whom', async () => {
    const id = await register({ name: 'Jane Roe', email: 'jane@example.com', preferredLanguage: 'en' });
    await letterIn(id, 'SENT');
    const events = await eventsOf(id);
    expect(events).toMatchObject([
      { aggregateversion: 1 },
      {
        type: 'redress.intake.complaint.acknowledged.v1',
        aggregateversion: 2,
        data: { means: 'EMAIL', told: ['RECEIPT', 'NUMBER', 'EXPECTED_REPLY'], by: 'system:intake' },
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/jane|Roe/i);
    expect(sentTo('jane@example.com')[0]?.text).toContain('Dear Jane Roe,');
  });

  it('goes out although it cannot be decided how another organisation tells', async () => {
    const lost = { tenant_id: 'lost', complaint_id: newId(), state: 'PENDING' };
    const row = { ...lost, received_at: new Date(0), next_step_at: new Date(0) };
    await intake.database.system.insertMany('acknowledgement', [row]);
    await letterIn(await register({ name: 'Next', email: 'next@example.com' }), 'SENT');
  });

  it('is for a person to give where there is no address, who records it once', async () => {
    const id = await register({ name: '李雷' });
    await eventually(async () => (await look(id)).acknowledgement.state === 'DUE');
    const due = await intake.ask(agent, '{ dueAcknowledgements(first: 50) { nodes { id } } }');
    expect(JSON.stringify(due.data)).toContain(id);
    const record = async (changes: object = {}) => {
      const { version } = await look(id);
      const input = { idempotencyKey: newId(), complaintId: id, expectedVersion: version, means: 'PHONE', ...changes };
      return (await intake.ask(agent, RECORD, { input })).data?.['recordAcknowledgement'];
    };
    expect(await record({ expectedVersion: 7 })).toMatchObject({ userErrors: [{ code: 'VERSION_CONFLICT' }] });
    expect(await record()).toMatchObject({
      complaint: { acknowledgement: { state: 'DONE', means: 'PHONE', by: 'agent-1' } },
      userErrors: [],
    });
    expect(await record()).toMatchObject({ userErrors: [{ code: 'INTAKE_ALREADY_ACKNOWLEDGED' }] });
    expect((await eventsOf(id)).map(({ type }) => type).slice(1)).toEqual(['redress.intake.complaint.acknowledged.v1']);
    expect(JSON.stringify((await intake.ask(agent, '{ dueAcknowledgements { nodes { id } } }')).data)).not.toContain(
      id,
    );
  });

  it('is not asked for where neither regulation nor organisation wants it', async () => {
    const elsewhere = await intake.tokenFor({ tenant: 'other', role: 'agent' });
    const input = registration({ customer: { details: { name: 'A', email: 'a@example.com' } } });
    const answer = await intake.ask(elsewhere, REGISTER, { input });
    const { id } = (answer.data?.['registerComplaint'] as unknown as { complaint: { id: string } }).complaint;
    await eventually(async () => {
      const seen = (await intake.ask(elsewhere, LETTERS, { id })).data?.['complaint'] as unknown as Seen;
      return seen.acknowledgement.state === 'NOT_DUE' && seen.letters.length === 0;
    });
  });
});

describe('a letter', () => {
  it('is sent again under the same Message-ID after a failure, and the failure can be seen', async () => {
    mail.refuseNext(1, 451);
    const id = await register({ name: 'B', email: 'later@example.com' });
    expect(await letterIn(id, 'FAILED')).toMatchObject({ error: 'SMTP_451', attempts: [{ error: 'SMTP_451' }] });
    await soon(id);
    expect(await letterIn(id, 'SENT')).toMatchObject({
      error: null,
      attempts: [{ error: 'SMTP_451' }, { error: null }],
    });
    expect(sentTo('later@example.com')[0]?.messageId).toMatch(/\.1@acme\.example>$/);
  });

  it('is given up when the server will never take it, and sent as another message on a person’s word', async () => {
    mail.refuseNext(1, 550);
    const id = await register({ name: 'C', email: 'never@example.com' });
    const given = await letterIn(id, 'GIVEN_UP');
    expect((await look(id)).acknowledgement.state).toBe('DUE');
    const resend = (changes: object = {}) =>
      intake.ask(agent, RESEND, {
        input: { idempotencyKey: newId(), letterId: given.id, expectedVersion: given.version, ...changes },
      });
    expect((await resend({ expectedVersion: 99 })).data).toMatchObject({
      resendLetter: { userErrors: [{ code: 'VERSION_CONFLICT' }] },
    });
    expect((await resend()).data).toMatchObject({ resendLetter: { userErrors: [] } });
    await letterIn(id, 'SENT');
    expect(sentTo('never@example.com')[0]?.messageId).toMatch(/\.2@acme\.example>$/);
    expect((await look(id)).acknowledgement.state).toBe('DONE');
  });

  it('is listed for staff by its state, and shown to no customer', async () => {
    mail.refuseNext(1, 550);
    const id = await register({ name: 'D', email: 'listed@example.com' });
    const { id: letterId } = await letterIn(id, 'GIVEN_UP');
    const list = '{ letters(where: { state: { eq: GIVEN_UP } }) { nodes { id state } } }';
    const nodes = (await intake.ask(agent, list)).data?.['letters'] as unknown as {
      nodes: { id: string; state: string }[];
    };
    expect(nodes.nodes.map((node) => node.id)).toContain(letterId);
    expect(new Set(nodes.nodes.map(({ state }) => state))).toEqual(new Set(['GIVEN_UP']));
    const customer = await intake.tokenFor({ tenant: 'acme', role: 'customer', customer: newId() });
    expect((await intake.ask(customer, list)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('lies sealed', async () => {
    const id = await register({ name: 'Sealed Person', email: 'sealed@example.com', preferredLanguage: 'en' });
    await letterIn(id, 'SENT');
    const [row] = await intake.database.system.query<{ sealed: Buffer }>(
      'SELECT sealed_content AS sealed FROM letter WHERE complaint_id = :id',
      { id: fromGlobalId('Complaint', id) },
    );
    expect(row?.sealed.length).toBeGreaterThan(100);
    expect(row?.sealed.includes('sealed@example.com')).toBe(false);
    expect(row?.sealed.includes('Sealed Person')).toBe(false);
  });
});

describe('a reply of case handling', () => {
  const reply = (id: string, changes: object = {}) => ({
    caseId: newId(),
    complaintId: fromGlobalId('Complaint', id),
    at: '2026-11-20T03:00:00.000Z',
    by: 'handler-1',
    replyId: newId(),
    resolutionId: newId(),
    form: 'WRITTEN',
    firstReply: true,
    ...changes,
  });

  it('is written to the complainant, with the text that was asked for, once case handling answers', async () => {
    cases.facts = undefined;
    const id = await register({ name: 'E', email: 'decision@example.com', preferredLanguage: 'en' });
    const data = reply(id);
    await handle(replySent.type, data);
    expect(await letterIn(id, 'FAILED', 'DECISION')).toMatchObject({ error: 'CASE_HANDLING_AWAY' });
    cases.facts = { handler: { name: 'Han Mei', contact: '010-1' }, dueDates: [], reply: { text: 'We refund 100.' } };
    await soon(id);
    await letterIn(id, 'SENT', 'DECISION');
    const letter = sentTo('decision@example.com').find(({ subject }) => subject?.includes('decision'));
    expect(letter?.text).toContain('We refund 100.');
    expect(letter?.text).toContain('Han Mei (010-1)');
    const { complaintId, replyId } = data;
    expect(cases.questions).toContainEqual({ tenantId: 'acme', complaintId, replyId });
  });

  it('is not written when it was spoken, and once when its event comes twice', async () => {
    cases.facts = { dueDates: [], reply: { text: 'Soon.' } };
    const id = await register({ name: 'F', email: 'twice@example.com' });
    await handle(replySent.type, reply(id, { form: 'ORAL' }));
    const written = reply(id, { purpose: 'PROGRESS' });
    await handle(replySent.type, written);
    await handle(replySent.type, written);
    await letterIn(id, 'SENT', 'PROGRESS');
    await letterIn(id, 'SENT');
    expect((await look(id)).letters.map(({ purpose }) => purpose).sort()).toEqual(['ACKNOWLEDGEMENT', 'PROGRESS']);
  });

  it('names no handler where the regulation does not want it', async () => {
    const id = await register({ name: 'G', email: 'assigned@example.com' });
    await letterIn(id, 'SENT');
    const { caseId, complaintId, at, by } = reply(id);
    await handle(caseAssigned.type, { caseId, complaintId, at, by, assignee: 'handler-1' });
    expect((await look(id)).letters).toHaveLength(1);
  });
});

describe('a template of the organisation', () => {
  const set = async (changes: object) => {
    const manager = await intake.tokenFor({ tenant: 'acme', role: 'manager' });
    const template = { purpose: 'FOLLOW_UP', language: 'EN', subject: 'How was it?', body: 'No {{number}}: {{text}}' };
    const input = { idempotencyKey: newId(), expectedVersion: 0, ...template, ...changes };
    return (await intake.ask(manager, TEMPLATE, { input })).data?.['setLetterTemplate'];
  };

  it.each([
    ['a placeholder that the letter does not have', { body: '{{card}}' }, 'INTAKE_PLACEHOLDER_UNKNOWN'],
    ['a placeholder within a section', { body: '{{#text}}{{password}}{{/text}}' }, 'INTAKE_PLACEHOLDER_UNKNOWN'],
    ['a way out of the data', { body: '{{constructor}}' }, 'INTAKE_PLACEHOLDER_UNKNOWN'],
    ['a partial', { body: '{{> other}}' }, 'INTAKE_VALUE_MALFORMED'],
    ['other delimiters', { body: '{{=<% %>=}}<% text %>' }, 'INTAKE_VALUE_MALFORMED'],
    ['a section without an end', { subject: '{{#text}}' }, 'INTAKE_VALUE_MALFORMED'],
    ['nothing', { body: ' ' }, 'INTAKE_VALUE_MALFORMED'],
    ['too much', { body: 'x'.repeat(10_001) }, 'INTAKE_VALUE_TOO_LONG'],
    ['a version that it does not have', { expectedVersion: 3 }, 'VERSION_CONFLICT'],
  ])('is refused with %s', async (_, changes, code) => {
    expect(await set(changes)).toMatchObject({ template: null, userErrors: [{ code }] });
  });

  it('is used for the letters that a person asks for', async () => {
    expect(await set({})).toEqual({ template: { version: 1 }, userErrors: [] });
    const id = await register({ name: 'H', email: 'follow@example.com', preferredLanguage: 'en' });
    const ask = (purpose: string, text: string) =>
      intake.ask(agent, REQUEST, { input: { idempotencyKey: newId(), complaintId: id, purpose, text } });
    expect((await ask('DECISION', 'x')).data).toMatchObject({
      requestLetter: { userErrors: [{ code: 'INTAKE_LETTER_NOT_WRITTEN_BY_HAND' }] },
    });
    await ask('FOLLOW_UP', 'Were <we> polite & quick?');
    await letterIn(id, 'SENT', 'FOLLOW_UP');
    const { number } = await look(id);
    const letter = sentTo('follow@example.com').find(({ subject }) => subject === 'How was it?');
    expect(letter?.text?.trim()).toBe(`No ${number}: Were <we> polite & quick?`);
  });
});
