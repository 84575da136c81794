import { readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  caseArchived,
  caseClosed,
  caseDestroyed,
  caseReopened,
  customerErased,
  legalHoldLifted,
  legalHoldPlaced,
} from '@redress/contracts';
import { fromGlobalId } from '@redress/graphql-runtime';
import { fixedClock, newId, type Role } from '@redress/kernel';
import { findRegulation, type Regulation } from '@redress/regulations';
import { eventually } from '@redress/testkit';
import { mysqlMessageRegister } from '../correspondence/adapters/message-register.repository-mysql';
import { readMasterKeys } from '../personal-data/master-keys';
import { adopt } from '../testing/adopted';
import { REGISTER, registration } from '../testing/documents';
import { startIntake, type Answer, type IntakeUnderTest } from '../testing/intake-under-test';

const START = '2026-11-20T02:00:00.000Z';
const WORDS = 'The grater scratched the walnut table of my grandmother and nobody answers the telephone';
const ERASE = `mutation Erase($input: EraseCustomerInput!) { eraseCustomer(input: $input) {
  customer { name email phone segment version } erasure { id reason complaints sameContacts erasedBy finishedAt }
  replayed userErrors { code path message } } }`;
const ERASURES = '{ customerErasures(first: 5) { nodes { id customerId reason complaints erasedBy finishedAt } } }';
const COMPLAINT = `query One($id: ID!) { complaint(id: $id) { text attachments { fileName downloadUrl }
  customer { name email products { nodes { serialNumber } } history { kind detail by } } } }`;
const CONFIRM = `mutation Confirm($input: ConfirmWithComplainantInput!) { confirmWithComplainant(input: $input) {
  userErrors { code } } }`;
const CHECK = `mutation Check($input: RecordIdentityCheckInput!) { recordIdentityCheck(input: $input) { userErrors { code } } }`;
const LETTER = `mutation Letter($input: RequestLetterInput!) { requestLetter(input: $input) { userErrors { code } } }`;
/** Whatever of a complaint was sealed for its complainant. */
const SEALED = `query Sealed($id: ID!) { complaint(id: $id) { text confirmations { corrections }
  letters { to } correspondence { from subject text } acknowledgement { state }
  customer { name address externalRef identityChecks { note } } } }`;
const SEARCH = 'query Search($search: String!) { complaints(search: $search, first: 20) { nodes { id } } }';
const BY_EMAIL = `query By($email: String!) { customers(where: { email: { eq: $email } }) { nodes { id } } }`;
const UPLOAD = `mutation Upload($input: RequestAttachmentUploadInput!) { requestAttachmentUpload(input: $input) {
  ticket { url } } }`;
const PRODUCT = `mutation Product($input: RecordCustomerProductInput!) { recordCustomerProduct(input: $input) {
  customer { version } userErrors { code } } }`;
const UPDATE = `mutation Update($input: UpdateCustomerInput!) { updateCustomer(input: $input) { userErrors { code } } }`;
const MERGE = `mutation Merge($input: MergeComplaintsInput!) { mergeComplaints(input: $input) { userErrors { code } } }`;

interface Registered {
  readonly id: string;
  readonly uuid: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: string;
}
interface Erased {
  readonly customer: object | null;
  readonly erasure: { readonly id: string } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}
interface Office {
  readonly tenant: string;
  as<Data>(role: Role, document: string, variables?: object): Promise<Data>;
  register(changes?: object): Promise<Registered>;
  /** An event of case handling about a complaint. */
  told(definition: { readonly type: string }, complaint: Registered, data?: object): Promise<void>;
  close(complaint: Registered): Promise<void>;
  erase(complaint: Registered, input?: object, role?: Role): Promise<Erased>;
  found(search: string): Promise<readonly string[]>;
}

const HANDLING = findRegulation('company-24h-3wd-7wd') as Regulation;
const quote = '保存五年';
/** The same, which wants files to be kept. */
const KEEPING: Regulation = {
  ...HANDLING,
  id: 'keeps-files',
  archive: { by: 'CASE', retention: 'keepFor', quote },
  openValues: [
    ...HANDLING.openValues,
    { key: 'keepFor', type: 'DURATION', label: { zh: '保存期限', en: 'How long' }, quote },
  ],
};
const clock = fixedClock(START);
let intake: IntakeUnderTest;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'redress-erasure-'));
  intake = await startIntake(clock, { workers: true, settings: { REDRESS_ATTACHMENTS_DIRECTORY: directory } });
});
afterAll(async () => {
  await intake.stop();
  await rm(directory, { recursive: true, force: true });
});

const dataOf = <Data>(answer: Answer): Data => {
  if (answer.data === null || answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Data;
};

/** An organisation of its own, so that nothing of another test is found. */
async function anOffice(regulation: string | Regulation = HANDLING): Promise<Office> {
  const tenant = `t${newId().slice(-12)}`;
  await adopt(intake, tenant, regulation);
  const as = async <Data>(role: Role, document: string, variables: object = {}): Promise<Data> => {
    const token = await intake.tokenFor({ tenant, role, subject: `${role}-1` });
    return dataOf<Data>(await intake.ask(token, document, variables));
  };
  const told = (definition: { readonly type: string }, { uuid }: Registered, data: object = {}) => {
    const base = { caseId: uuid, complaintId: uuid, at: START, by: 'handler-1' };
    const event = { type: definition.type, id: newId(), tenantId: tenant, data: { ...base, ...data } };
    return intake.handle('case-handling', event);
  };
  return {
    ...{ tenant, as, told },
    close: (complaint) => told(caseClosed, complaint, { closedAt: START, outcome: 'RESOLVED' }),
    async register(changes = {}) {
      const input = registration({ text: WORDS, customer: { details: { name: 'Hua' } }, ...changes });
      type Answered = { registerComplaint: { complaint: { id: string; number: string; customer: { id: string } } } };
      const { complaint } = (await as<Answered>('agent', REGISTER, { input })).registerComplaint;
      const [uuid, customer] = [
        fromGlobalId('Complaint', complaint.id),
        fromGlobalId('Customer', complaint.customer.id),
      ];
      const { id, number } = complaint;
      return { id, number, uuid: uuid ?? '', customer: customer ?? '', customerId: complaint.customer.id };
    },
    async erase({ customerId }, input = {}, role = 'manager') {
      const whole = { idempotencyKey: newId(), customerId, expectedVersion: 1, reason: 'They asked for it.', ...input };
      return (await as<{ eraseCustomer: Erased }>(role, ERASE, { input: whole })).eraseCustomer;
    },
    async found(search) {
      const { complaints } = await as<{ complaints: { nodes: { id: string }[] } }>('agent', SEARCH, { search });
      return complaints.nodes.map(({ id }) => id);
    },
  };
}

const codesOf = ({ userErrors }: Erased) => userErrors.map(({ code }) => code);
const rowsOf = (sql: string, params: object) =>
  intake.database.system.query<Record<string, unknown>>(sql, { ...params });

describe('a customer is not erased', () => {
  it('while a complaint of theirs is handled, held, or to be kept', async () => {
    const office = await anOffice();
    const complaint = await office.register();
    const open = await office.erase(complaint);
    expect(open).toMatchObject({ customer: null, erasure: null });
    expect(open.userErrors).toMatchObject([
      {
        code: 'INTAKE_ERASURE_COMPLAINT_OPEN',
        path: ['input', 'customerId'],
        message: expect.stringContaining(complaint.number) as string,
      },
    ]);
    await office.close(complaint);
    const holdId = newId();
    await office.told(legalHoldPlaced, complaint, { holdId });
    expect(codesOf(await office.erase(complaint))).toEqual(['INTAKE_ERASURE_LEGAL_HOLD']);
    await office.told(legalHoldLifted, complaint, { holdId });
    await office.told(caseReopened, complaint, { round: 2, because: 'FOLLOW_UP' });
    expect(codesOf(await office.erase(complaint))).toEqual(['INTAKE_ERASURE_COMPLAINT_OPEN']);
    await office.close(complaint);
    const keep = { archiveNumber: complaint.number, keepUntil: '2026-11-20T02:00:00.001Z' };
    await office.told(caseArchived, complaint, keep);
    expect(codesOf(await office.erase(complaint))).toEqual(['INTAKE_ERASURE_KEPT_UNTIL']);
    await office.told(caseArchived, complaint, { ...keep, keepUntil: START });
    expect(codesOf(await office.erase(complaint))).toEqual([]);
  });

  it('while the complaint that settles their harm is handled', async () => {
    const office = await anOffice();
    const [mine, other] = [await office.register(), await office.register()];
    const read = 'query V($id: ID!) { complaint(id: $id) { version } }';
    const { complaint } = await office.as<{ complaint: { version: number } }>('handler', read, { id: mine.id });
    const merge = { complaintId: mine.id, into: other.id, otherPersonConfirmed: true, reason: 'The same fall.' };
    const input = { idempotencyKey: newId(), expectedVersion: complaint.version, ...merge };
    expect(await office.as('handler', MERGE, { input })).toEqual({ mergeComplaints: { userErrors: [] } });
    await office.close(mine);
    expect(codesOf(await office.erase(mine))).toEqual(['INTAKE_ERASURE_COMPLAINT_OPEN']);
    await office.close(other);
    expect(codesOf(await office.erase(mine))).toEqual([]);
  });

  it('before its file is archived, where the regulation wants files to be kept', async () => {
    const office = await anOffice(KEEPING);
    const complaint = await office.register();
    await office.close(complaint);
    expect(codesOf(await office.erase(complaint))).toEqual(['INTAKE_ERASURE_NOT_ARCHIVED']);
    await office.told(caseArchived, complaint, { archiveNumber: complaint.number, keepUntil: START });
    expect(codesOf(await office.erase(complaint))).toEqual([]);
  });

  it('by whoever may not, saw something else, gives no reason, or is of another organisation', async () => {
    const office = await anOffice();
    const complaint = await office.register();
    await office.close(complaint);
    for (const role of ['customer', 'agent', 'handler', 'supervisor', 'finance', 'analyst', 'auditor'] as const) {
      await expect(office.erase(complaint, {}, role)).rejects.toThrow('FORBIDDEN');
    }
    await expect(office.as('agent', ERASURES)).rejects.toThrow('FORBIDDEN');
    expect(codesOf(await office.erase(complaint, { expectedVersion: 2 }))).toEqual(['VERSION_CONFLICT']);
    expect(codesOf(await office.erase(complaint, { reason: ' ' }))).toEqual(['INTAKE_REASON_OUT_OF_BOUNDS']);
    expect(codesOf(await office.erase(complaint, { idempotencyKey: ' ' }))).toEqual(['INPUT_INVALID']);
    const elsewhere = await anOffice();
    expect(codesOf(await elsewhere.erase(complaint))).toEqual(['NOT_FOUND']);
    expect(await office.found('walnut')).toEqual([complaint.id]);
  });
});

describe('a customer who was erased', () => {
  const details = { name: 'Grace Oak', email: 'grace@oak.example', phone: '+86 139 1111 2222' };
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4_000, 9)]);
  const shared = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4_000, 5)]);
  let office: Office;
  let complaint: Registered;
  let neighbour: Registered;
  let erased: Erased;
  let link: string;
  const key = newId();

  const upload = async ({ id }: Registered, content: Buffer): Promise<void> => {
    const file = { fileName: 'Grace Oak.jpg', mediaType: 'image/jpeg', sizeBytes: content.length };
    const input = { idempotencyKey: newId(), complaintId: id, ...file };
    type Requested = { requestAttachmentUpload: { ticket: { url: string } } };
    const { requestAttachmentUpload: requested } = await office.as<Requested>('agent', UPLOAD, { input });
    const url = requested.ticket.url.replace('http://redress.test', intake.httpUrl);
    const headers = { 'content-type': 'image/jpeg' };
    expect((await fetch(url, { method: 'PUT', body: new Uint8Array(content), headers })).status).toBe(201);
  };
  const contents = async () =>
    (await readdir(join(directory, office.tenant), { recursive: true })).filter((name) => name.length > 64);
  const shown = async ({ id }: Registered) =>
    (await office.as<{ complaint: { attachments: { downloadUrl: string }[] } }>('agent', COMPLAINT, { id })).complaint;

  beforeAll(async () => {
    office = await anOffice();
    complaint = await office.register({ customer: { externalRef: 'G-1', details }, product: 'Grater' });
    neighbour = await office.register({ customer: { details: { name: 'Neighbour' } } });
    await upload(complaint, photo);
    await upload(complaint, shared);
    await upload(neighbour, shared);
    const product = { customerId: complaint.customerId, product: 'Grater', serialNumber: 'SN-77' };
    await office.as('agent', PRODUCT, { input: { idempotencyKey: newId(), ...product } });
    const accepted = async (document: string, input: object): Promise<void> => {
      const whole = { input: { idempotencyKey: newId(), ...input } };
      const answer = await office.as<Record<string, { userErrors: readonly object[] }>>('agent', document, whole);
      expect(Object.values(answer)[0]?.userErrors).toEqual([]);
    };
    const about = { complaintId: complaint.id };
    await accepted(CONFIRM, { ...about, kind: 'READ_BACK', confirmed: false, corrections: 'It was the oak table.' });
    await accepted(LETTER, { ...about, purpose: 'FOLLOW_UP', text: 'Is it well again, Grace?' });
    const check = { means: 'IN_PERSON', result: 'CONFIRMED', note: 'Knows Grace.' };
    await accepted(CHECK, { customerId: complaint.customerId, ...check });
    const due = "UPDATE acknowledgement SET state = 'DUE', next_step_at = NULL WHERE complaint_id = :id";
    await intake.database.system.execute(due, { id: complaint.uuid });
    const open = (await office.as<{ complaint: object }>('agent', SEALED, { id: complaint.id })).complaint;
    expect(open).toMatchObject({
      ...{ confirmations: [{ corrections: 'It was the oak table.' }], letters: [{ to: 'g***@oak.example' }] },
      acknowledgement: { state: 'DUE' },
      customer: { identityChecks: [{ note: 'Knows Grace.' }] },
    });
    await office.close(complaint);
    link = (await shown(complaint)).attachments[0]?.downloadUrl.replace('http://redress.test', intake.httpUrl) ?? '';
    expect((await fetch(link)).status).toBe(200);
    const masters = readMasterKeys(Buffer.alloc(32, 7).toString('base64'));
    await intake.database.transaction(office.tenant, async (tx) => {
      for (const email of ['GRACE@oak.example', 'somebody@else.example']) {
        await mysqlMessageRegister(masters).enter(tx, {
          ...{ id: newId(), source: 'mailbox:support', channel: 'EMAIL', key: Buffer.from(newId().replace(/-/g, '')) },
          ...{ conversation: undefined, state: 'UNROUTED', reason: 'UNREADABLE', refusedFiles: 0 },
          ...{ receivedAt: clock.now(), kept: { sender: { email }, text: 'waits', medium: 'EMAIL', files: [] } },
        });
      }
    });
    expect(await office.found('walnut grandmother')).toHaveLength(2);
    erased = await office.erase(complaint, { idempotencyKey: key, reason: ' They asked for it. ' });
  });

  it('has nothing left in the file, and is found by nothing', async () => {
    expect(erased).toMatchObject({
      customer: { name: null, email: null, phone: null, segment: null, version: 2 },
      erasure: {
        reason: 'They asked for it.',
        complaints: 1,
        sameContacts: 0,
        erasedBy: 'manager-1',
        finishedAt: null,
      },
      ...{ replayed: false, userErrors: [] },
    });
    expect(await shown(complaint)).toEqual({
      ...{ text: null, attachments: [] },
      customer: {
        ...{ name: null, email: null, products: { nodes: [] } },
        history: expect.arrayContaining([
          { kind: 'ERASED', detail: 'They asked for it.', by: 'manager-1' },
          expect.objectContaining({ kind: 'COMPLAINT_REGISTERED' }),
        ]) as unknown,
      },
    });
    expect(await office.as('agent', BY_EMAIL, { email: details.email })).toEqual({ customers: { nodes: [] } });
    const [row] = await rowsOf('SELECT * FROM customer_identity WHERE customer_id = :id', { id: complaint.customer });
    const { tenant_id: _, customer_id: __, ...left } = row ?? {};
    expect(Object.values(left).every((value) => value === null)).toBe(true);
    expect((await fetch(link)).status).toBe(404);
  });

  it('has everything else of theirs closed, and nobody is to be told any more', async () => {
    expect(await office.as('agent', SEALED, { id: complaint.id })).toEqual({
      complaint: {
        ...{ text: null, correspondence: [], acknowledgement: { state: 'NOT_DUE' } },
        confirmations: [{ corrections: null }],
        letters: [{ to: null }],
        customer: { name: null, address: null, externalRef: null, identityChecks: [{ note: null }] },
      },
    });
  });

  it('is not found by what they wrote, while others and what is no text still are', async () => {
    expect(await office.found('walnut grandmother')).toEqual([neighbour.id]);
    expect(await office.found('scratch*')).toEqual([neighbour.id]);
    expect(await office.found(complaint.number)).toEqual([complaint.id]);
    expect(await office.found('grater')).toEqual(expect.arrayContaining([complaint.id, neighbour.id]));
    const [content] = await rowsOf('SELECT * FROM complaint_content WHERE complaint_id = :id', { id: complaint.uuid });
    expect(content).toMatchObject({ sealed_text: null, sealed_card: null });
    expect(String(content?.['tokens'])).not.toMatch(/walnut|grandmother|telephone/);
    const bands = async ({ uuid }: Registered) =>
      (await rowsOf('SELECT band FROM complaint_fingerprint WHERE complaint_id = :uuid', { uuid })).length;
    expect([await bands(complaint), (await bands(neighbour)) > 0]).toEqual([0, true]);
  });

  it('leaves no message of theirs waiting, and those of others', async () => {
    const UNROUTED = '{ unroutedMessages(first: 5) { nodes { from text } } }';
    expect(await office.as('agent', UNROUTED)).toEqual({
      unroutedMessages: { nodes: [{ from: 'somebody@else.example', text: 'waits' }] },
    });
  });

  it('is told to others by an id, with nothing of who they were', async () => {
    const events = await rowsOf('SELECT envelope FROM outbox_log WHERE aggregate_id = :id', { id: complaint.customer });
    expect(events.map(({ envelope }) => JSON.parse(String(envelope)) as object)).toMatchObject([
      {
        type: `redress.${customerErased.type}.v1`,
        data: { customerId: complaint.customer, complaints: 1, at: START, by: 'manager-1' },
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Grace|oak|139/i);
  });

  it('is erased once, and their file is closed to whoever writes', async () => {
    const again = await office.erase(complaint, { idempotencyKey: key, reason: ' They asked for it. ' });
    expect(again).toMatchObject({ erasure: { id: erased.erasure?.id }, replayed: true, userErrors: [] });
    expect(codesOf(await office.erase(complaint, { expectedVersion: 2 }))).toEqual(['INTAKE_CUSTOMER_ERASED']);
    const input = { idempotencyKey: newId(), customerId: complaint.customerId, name: 'Grace Oak' };
    expect(await office.as('agent', UPDATE, { input })).toEqual({
      updateCustomer: { userErrors: [{ code: 'NOT_FOUND' }] },
    });
    const anew = await office.register({ text: 'Another matter.', customer: { externalRef: 'G-1', details } });
    expect(anew.customer).not.toBe(complaint.customer);
  });

  it('loses the content of files that nobody else has, and what was written meanwhile', async () => {
    expect(await contents()).toHaveLength(2);
    const late = 'UPDATE complaint_content SET tokens = :tokens WHERE complaint_id = :id';
    const [other] = await rowsOf('SELECT tokens FROM complaint_content WHERE complaint_id = :id', {
      id: neighbour.uuid,
    });
    await intake.database.system.execute(late, { id: complaint.uuid, tokens: String(other?.['tokens']) });
    expect(await office.found('walnut grandmother')).toHaveLength(2);
    clock.advanceMs(61_000);
    type Listed = { customerErasures: { nodes: { id: string; customerId: string; finishedAt: string | null }[] } };
    const finished = await eventually(
      async () => {
        const { customerErasures } = await office.as<Listed>('auditor', ERASURES);
        return customerErasures.nodes.find(({ finishedAt }) => finishedAt !== null);
      },
      { what: 'the end of the erasure' },
    );
    expect(finished).toMatchObject({ id: erased.erasure?.id, customerId: complaint.customerId });
    expect(await contents()).toHaveLength(1);
    expect(await office.found('walnut grandmother')).toEqual([neighbour.id]);
    expect((await shown(neighbour)).attachments).toHaveLength(1);
  });
});

describe('what two people have in common', () => {
  it('is told, and a message from there stays', async () => {
    const office = await anOffice();
    const phone = '+86 139 3333 4444';
    const [one] = [
      await office.register({ customer: { details: { name: 'One', phone } } }),
      await office.register({ customer: { details: { name: 'Two', phone } } }),
    ];
    await office.close(one);
    expect(await office.erase(one)).toMatchObject({ erasure: { sameContacts: 1 } });
  });
});

describe('a file that two persons destroyed', () => {
  it('loses its text here too, and the person stays', async () => {
    const office = await anOffice();
    const complaint = await office.register({ customer: { details: { name: 'Stays' } } });
    await office.close(complaint);
    await office.told(caseDestroyed, complaint, { proposedBy: 'manager-1' });
    expect(await office.as('agent', COMPLAINT, { id: complaint.id })).toMatchObject({
      complaint: { text: null, customer: { name: 'Stays' } },
    });
    expect(await office.found('walnut')).toEqual([]);
    expect(await office.found(complaint.number)).toEqual([complaint.id]);
  });
});
