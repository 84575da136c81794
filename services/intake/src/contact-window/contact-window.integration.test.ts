import { staffStandingChanged } from '@redress/contracts';
import { toGlobalId } from '@redress/graphql-runtime';
import { signWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { newId } from '@redress/kernel';
import { findRegulation, type Regulation } from '@redress/regulations';
import { adopt } from '../testing/adopted';
import { REGISTER, registration } from '../testing/documents';
import { START, startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const HAND_OVER = `
  mutation ($input: HandOverContactInput!) {
    handOverContact(input: $input) {
      complaint { firstContact { subject since } contactHandOvers { at from to by documents note } }
      replayed
      userErrors { code details { allowed } }
    }
  }`;
const CONTACT = `query ($id: ID!) { complaint: node(id: $id) { ... on Complaint {
  firstContact { subject } contactHandOvers { to } } } }`;

type Mode = 'SINGLE_WINDOW' | 'FIRST_CONTACT';

/** A company whose window is the hotline. */
function withWindow(mode: Mode): Regulation {
  const base = findRegulation('company-24h-3wd-7wd');
  if (base === undefined) throw new Error('the regulation ships with the package');
  const quote = 'quoted';
  return {
    ...base,
    id: mode === 'SINGLE_WINDOW' ? 'one-window' : 'first-contact',
    numbering: { pattern: 'TS{YYYY}{MM}-{SERIAL:5}', period: 'MONTH', quote },
    parties: [{ party: 'hotline', label: { zh: '热线', en: 'Hotline' }, kind: 'UNIT', role: 'agent', quote }],
    window: { mode, performers: ['hotline'], quote },
  };
}

const secret = Buffer.alloc(32, 5);
let intake: IntakeUnderTest;
beforeAll(async () => {
  const endpoints = ['window', 'contact'].map((tenant) => ({
    ...{ tenant, channel: 'social-media' as const, key: `chat-of-${tenant}`, secrets: [secret] },
    category: 'product-quality',
  }));
  intake = await startIntake(undefined, { settings: { REDRESS_CHANNELS: endpoints } });
  await adopt(intake, 'window', withWindow('SINGLE_WINDOW'));
  await adopt(intake, 'contact', withWindow('FIRST_CONTACT'));
});
afterAll(() => intake.stop());

function appoint(tenantId: string, changes: object) {
  const data = {
    ...{ staffId: newId(), staffVersion: 1, subject: 'x', parties: [], active: true, at: START },
    ...changes,
  };
  return intake.handle('case-handling', { type: staffStandingChanged.type, id: newId(), tenantId, data });
}

/** A message that came over a webhook. */
async function message(tenant: string): Promise<{ readonly state: string; readonly number?: string }> {
  const body = JSON.stringify({ messageId: newId(), from: { address: 'openid-1', name: '王芳' }, text: '锅盖裂了。' });
  const signature = signWebhook(secret, Buffer.from(body), new Date());
  const response = await fetch(`${intake.httpUrl}/channels/social-media/chat-of-${tenant}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [WEBHOOK_SIGNATURE_HEADER]: signature },
    body,
  });
  return (await response.json()) as { state: string };
}

interface Registered {
  readonly complaint: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly details: object | null }[];
}

async function register(token: string, input: object = registration()): Promise<Registered> {
  const answer = await intake.ask(token, REGISTER, { input });
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as unknown as { registerComplaint: Registered }).registerComplaint;
}

describe('a single window', () => {
  const REFUSED = [{ code: 'INTAKE_NOT_THE_WINDOW', details: { allowed: ['hotline'], limit: null } }];
  const staff = (subject: string, role: 'agent' | 'handler' = 'agent') =>
    intake.tokenFor({ tenant: 'window', role, subject });
  const errorsOf = async (token: string) => (await register(token)).userErrors;

  it('registers what others complain of, and nobody else does', async () => {
    await appoint('window', { subject: 'hotline-1', parties: ['hotline'] });
    await appoint('window', { subject: 'seller-1' });
    await appoint('window', { subject: 'leaver-1', parties: ['hotline'], active: false });
    expect(await errorsOf(await staff('hotline-1'))).toEqual([]);
    expect(await errorsOf(await staff('seller-1'))).toMatchObject(REFUSED);
    expect(await errorsOf(await staff('leaver-1'))).toMatchObject(REFUSED);
    expect(await errorsOf(await staff('hotline-1', 'handler'))).toMatchObject(REFUSED);
  });

  it('is kept by the delegate of an absent colleague', async () => {
    const absence = { subject: 'hotline-2', parties: ['hotline'], delegate: 'stand-in' };
    const staffId = newId();
    await appoint('window', { subject: 'stand-in' });
    await appoint('window', { ...absence, staffId, absentUntil: '2026-11-21T00:00:00.000Z' });
    expect(await errorsOf(await staff('stand-in'))).toEqual([]);
    await appoint('window', { ...absence, staffId, staffVersion: 2, absentUntil: '2026-11-19T00:00:00.000Z' });
    expect(await errorsOf(await staff('stand-in'))).toMatchObject(REFUSED);
  });

  it('shuts nobody out of whom nothing is known yet and who holds the role', async () => {
    expect(await errorsOf(await staff('newcomer'))).toEqual([]);
    expect(await errorsOf(await staff('newcomer', 'handler'))).toMatchObject(REFUSED);
  });

  it('does not stop what comes over a webhook', async () => {
    expect(await message('window')).toMatchObject({ state: 'REGISTERED' });
  });

  it('is not for customers, who complain for themselves', async () => {
    const customer = newId();
    const own = await intake.tokenFor({ tenant: 'window', role: 'customer', subject: 'customer-1', customer });
    expect((await register(own, registration({ channel: 'WEB_FORM' }))).userErrors).toEqual([]);
  });
});

describe('the first contact', () => {
  const staff = (subject: string, role: 'agent' | 'supervisor' = 'agent') =>
    intake.tokenFor({ tenant: 'contact', role, subject });
  interface HandedOver extends Pick<Registered, 'userErrors'> {
    readonly complaint: object | null;
    readonly replayed: boolean;
  }

  async function handOver(token: string, complaintId: string, changes: object = {}): Promise<HandedOver> {
    const input = { idempotencyKey: newId(), complaintId, to: 'agent-2', documents: ['交接表'], ...changes };
    const answer = await intake.ask(token, HAND_OVER, { input });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return (answer.data as unknown as { handOverContact: HandedOver }).handOverContact;
  }
  const codes = ({ userErrors }: HandedOver) => userErrors.map(({ code }) => code);
  async function aComplaint(token: string): Promise<string> {
    const { complaint, userErrors } = await register(token);
    if (complaint === null) throw new Error(JSON.stringify(userErrors));
    return complaint.id;
  }
  const contactOf = async (token: string, id: string) =>
    ((await intake.ask(token, CONTACT, { id })).data as unknown as { complaint: object | null }).complaint;

  beforeAll(async () => {
    await appoint('contact', { subject: 'agent-2' });
    await appoint('contact', { subject: 'agent-3' });
    await appoint('contact', { subject: 'leaver-1', active: false });
  });

  it('is whoever registered, until it is handed over with a record', async () => {
    const first = await staff('agent-1');
    const id = await aComplaint(first);
    expect(await contactOf(first, id)).toEqual({ firstContact: { subject: 'agent-1' }, contactHandOvers: [] });
    const once = { idempotencyKey: newId(), note: '客户等待回电' };
    const record = { at: START, from: 'agent-1', to: 'agent-2', by: 'agent-1', documents: ['交接表'] };
    const after = {
      firstContact: { subject: 'agent-2', since: START },
      contactHandOvers: [{ ...record, note: '客户等待回电' }],
    };
    expect(await handOver(first, id, once)).toEqual({ complaint: after, replayed: false, userErrors: [] });
    expect(await handOver(first, id, once)).toEqual({ complaint: after, replayed: true, userErrors: [] });
    expect((await handOver(first, id, { to: 'agent-3' })).userErrors).toEqual([
      { code: 'INTAKE_NOT_THE_FIRST_CONTACT', details: { allowed: ['agent-2', 'supervisor'] } },
    ]);
    const supervisor = await staff('boss', 'supervisor');
    const again = await handOver(supervisor, id, { to: 'agent-3', documents: [] });
    expect(again.complaint).toMatchObject({
      contactHandOvers: [{ to: 'agent-2' }, { from: 'agent-2', to: 'agent-3', by: 'boss', documents: [], note: null }],
    });
  });

  it('is named by a supervisor for what nobody took in', async () => {
    const { number } = await message('contact');
    const agent = await staff('agent-1');
    const document =
      'query ($number: String!) { complaint: complaintByNumber(number: $number) { id firstContact { subject } } }';
    const { data } = await intake.ask(agent, document, { number });
    const { id, firstContact } = (data as unknown as { complaint: { id: string; firstContact: object | null } })
      .complaint;
    expect(firstContact).toBeNull();
    expect(codes(await handOver(agent, id))).toEqual(['INTAKE_NOT_THE_FIRST_CONTACT']);
    expect((await handOver(await staff('boss', 'supervisor'), id)).complaint).toMatchObject({
      firstContact: { subject: 'agent-2' },
      contactHandOvers: [{ from: null, to: 'agent-2', by: 'boss' }],
    });
  });

  it('is somebody else who works here', async () => {
    const first = await staff('agent-1');
    const id = await aComplaint(first);
    expect(codes(await handOver(first, id, { to: 'agent-1' }))).toEqual(['INTAKE_FIRST_CONTACT_ALREADY']);
    expect(codes(await handOver(first, id, { to: 'leaver-1' }))).toEqual(['INTAKE_STAFF_UNKNOWN']);
    expect(codes(await handOver(first, id, { to: 'nobody' }))).toEqual(['INTAKE_STAFF_UNKNOWN']);
  });

  it('is nobody where the regulation asks for nobody', async () => {
    const agent = await intake.tokenFor({ tenant: 'window', role: 'agent', subject: 'hotline-1' });
    const id = await aComplaint(agent);
    expect(await contactOf(agent, id)).toEqual({ firstContact: null, contactHandOvers: [] });
    expect(codes(await handOver(agent, id))).toEqual(['INTAKE_NO_FIRST_CONTACT']);
  });

  it('does not exist for another organisation', async () => {
    const id = await aComplaint(await staff('agent-1'));
    const stranger = await intake.tokenFor({ tenant: 'window', role: 'supervisor', subject: 'boss' });
    expect(codes(await handOver(stranger, id))).toEqual(['NOT_FOUND']);
    expect(codes(await handOver(stranger, toGlobalId('Complaint', newId())))).toEqual(['NOT_FOUND']);
  });
});
