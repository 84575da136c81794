import { createHash } from 'node:crypto';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { PaperOffice, type PaperSeen } from '../paper/testing/paper-office';
import { buildPrograms } from '../test-bench/child-process';
import { startFinance, type FinanceBench, type Person } from '../test-bench/finance-bench';
import type { SettlementSeen } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';

const MANUFACTURER = { id: 'manufacturer-yymmcc', version: 1 };
const ADD = `mutation ($input: AddEvidenceInput!) { addEvidence(input: $input) {
  ticket { url expiresAt evidenceId } replayed userErrors { code message path details { allowed limit } } } }`;
const VERIFY = `mutation ($input: VerifyEvidenceInput!) { verifyEvidence(input: $input) {
  evidence { id state reason verifiedBy version } replayed userErrors { code details { currentState } } } }`;
const EVIDENCE = `query ($id: ID!) { settlement(id: $id) { evidence { complete
  required { instrument atLeast missing of { kind label } }
  given { id kind fileName sha256 state addedBy verifiedBy version downloadUrl } } } }`;

interface Added {
  readonly ticket: { readonly url: string; readonly evidenceId: string } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { code: string; path: string[] | null; details: { allowed: string[] | null } }[];
}
interface Given {
  readonly id: string;
  readonly kind: string;
  readonly sha256: string;
  readonly state: string;
  readonly addedBy: string | null;
  readonly version: number;
  readonly downloadUrl: string;
}
interface Overview {
  readonly complete: boolean;
  readonly required: readonly { instrument: string; missing: number; of: { kind: string; label: string }[] }[];
  readonly given: readonly Given[];
}

const invoice = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 7)]);

let simulator: SimulatorProcess;
let bench: FinanceBench;
let office: PaperOffice;
let orderNumber: string;
beforeAll(async () => {
  buildPrograms();
  simulator = await startSimulator();
  bench = await startFinance(simulator);
  office = new PaperOffice(bench, MANUFACTURER);
  const unlimited = ['finance', 'business-manager'].map((holder) => ({ holder, currency: 'CNY', maximumMinor: null }));
  await office.adopt({ authority: unlimited });
  orderNumber = await office.order('10000.00');
});
afterAll(async () => {
  await bench.stop();
  await simulator.stop();
});

const agent = () => office.as('agent', { subject: 'agent-1' });
const file = { kind: 'annotated-invoice-copy', fileName: '发票影印本.pdf', mediaType: 'application/pdf' };

async function add({ id }: Pick<SettlementSeen, 'id'>, changes: object = {}, person: Person = agent()): Promise<Added> {
  const input = { idempotencyKey: newId(), settlementId: id, ...file, sizeBytes: invoice.length, ...changes };
  const { data, codes } = await bench.ask<{ addEvidence: Added }>(person, ADD, { input });
  if (codes.length > 0) throw new Error(codes.join());
  return data.addEvidence;
}
const put = ({ ticket }: Added, content: Buffer) =>
  office.fetch(ticket?.url ?? '', {
    method: 'PUT',
    body: new Uint8Array(content),
    headers: { 'content-type': 'application/pdf' },
  });
async function overview({ id }: Pick<SettlementSeen, 'id'>, person: Person = office.as('finance')): Promise<Overview> {
  const { data } = await bench.ask<{ settlement: { evidence: Overview } }>(person, EVIDENCE, { id });
  return data.settlement.evidence;
}
async function verify(
  { id, version }: Pick<Given, 'id' | 'version'>,
  changes: object = {},
  person = office.as('finance'),
) {
  const input = { idempotencyKey: newId(), evidenceId: id, expectedVersion: version, accepted: true, ...changes };
  type Verified = { evidence: Given | null; userErrors: { code: string }[]; replayed: boolean };
  const { data, codes } = await bench.ask<{ verifyEvidence: Verified }>(person, VERIFY, { input });
  if (codes.length > 0) throw new Error(codes.join());
  return data.verifyEvidence;
}
async function given(settlement: Pick<SettlementSeen, 'id'>, changes: object = {}, person?: Person): Promise<Given> {
  const added = await add(settlement, changes, person);
  expect((await put(added, invoice)).status).toBe(201);
  const found = (await overview(settlement)).given.find(({ id }) => id === added.ticket?.evidenceId);
  if (found === undefined) throw new Error('not given');
  return found;
}

describe('evidence for an allowance', () => {
  it('blocks the approval until one of two is accepted by somebody else; then it is booked and paid', async () => {
    const { fakeCase, settlement } = await office.promised('ALLOWANCE', 5000, orderNumber);
    expect(await overview(settlement)).toMatchObject({
      ...{ complete: false, given: [] },
      required: [
        { instrument: 'ALLOWANCE', atLeast: 1, missing: 1, of: [{}, { kind: 'sealed-allowance-certificate' }] },
      ],
    });
    const refused = await office.approve(settlement);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'FINANCE_EVIDENCE_MISSING',
        details: { allowed: ['annotated-invoice-copy', 'sealed-allowance-certificate'], limit: 1 },
      },
    ]);
    const evidence = await given(settlement);
    expect(evidence).toMatchObject({
      ...{ state: 'GIVEN', addedBy: 'agent-1', version: 2 },
      sha256: createHash('sha256').update(invoice).digest('hex'),
    });
    expect((await office.approve(settlement)).userErrors.map(({ code }) => code)).toEqual(['FINANCE_EVIDENCE_MISSING']);
    expect((await verify(evidence)).evidence).toMatchObject({ state: 'ACCEPTED', version: 3 });
    expect(await overview(settlement)).toMatchObject({ complete: true, required: [{ missing: 0 }] });
    expect((await office.approve(settlement)).userErrors).toEqual([]);
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(await office.discrepancies()).toEqual([]);
  });

  it('is refused in Chinese to those who read Chinese, with the kinds that would do', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 100, orderNumber);
    const [refusal] = (await office.approve(settlement, { language: 'zh-CN' })).userErrors;
    expect(refusal?.message).toContain('尚不能核准');
  });

  it('that was refused does not do, nor does what only supports', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 100, orderNumber);
    const unfit = await given(settlement);
    expect((await verify(unfit, { accepted: false })).userErrors).toMatchObject([
      { code: 'FINANCE_EVIDENCE_REASON_REQUIRED' },
    ]);
    expect((await verify(unfit, { accepted: false, reason: 'no seal' })).evidence).toMatchObject({
      ...{ state: 'REFUSED', reason: 'no seal' },
    });
    await verify(await given(settlement, { kind: 'supporting' }));
    expect((await office.approve(settlement)).userErrors.map(({ code }) => code)).toEqual(['FINANCE_EVIDENCE_MISSING']);
    expect((await verify({ ...unfit, version: 3 })).userErrors).toMatchObject([
      { code: 'FINANCE_EVIDENCE_VERIFIED_ALREADY', details: { currentState: 'REFUSED' } },
    ]);
  });

  it('is not verified by who attached it', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 100, orderNumber);
    const own = office.as('finance', { subject: 'finance-9' });
    expect((await verify(await given(settlement, {}, own), {}, own)).userErrors).toMatchObject([
      { code: 'FINANCE_EVIDENCE_OWN_WORK' },
    ]);
  });

  it('shows the customer’s seal on the certificate, once it is accepted and belongs to the same settlement', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 100, orderNumber);
    const { settlement: other } = await office.promised('ALLOWANCE', 100, orderNumber);
    const certificate = async () => (await office.papersOf(settlement))[0] as PaperSeen;
    const sealed = await given(settlement, { kind: 'sealed-allowance-certificate' });
    const foreign = await given(other, { kind: 'sealed-allowance-certificate' });
    await verify(foreign);
    const seal = async (evidenceId: string) =>
      (await office.sign(await certificate(), 'complainant', agent(), { evidenceId })).userErrors.map(
        ({ code }) => code,
      );
    expect(await seal(sealed.id)).toEqual(['FINANCE_PAPER_SEAL_NEEDS_EVIDENCE']);
    expect(await seal(foreign.id)).toEqual(['FINANCE_PAPER_SEAL_NEEDS_EVIDENCE']);
    await verify(sealed);
    expect(await seal(sealed.id)).toEqual([]);
    expect((await certificate()).signatures.find(({ seal: isSeal }) => isSeal)?.signedBy).toBe('agent-1');
  });
});

describe('evidence for a return', () => {
  it('is one of three', async () => {
    const { settlement } = await office.promised('RETURN', 100, orderNumber);
    await office.told.appoint('business-manager-1', ['business-manager']);
    const person = office.as('supervisor', { subject: 'business-manager-1' });
    const missing = async () => {
      const { userErrors } = await office.approve(settlement, { person });
      const codes = userErrors.map(({ code }) => code).join();
      if (codes.includes('AUTHORITY') || codes === '') throw new Error(`refused with ${codes}`);
      return userErrors.find(({ code }) => code === 'FINANCE_EVIDENCE_MISSING');
    };
    const refusal = await eventually(missing, { timeoutMs: 45_000, what: 'the refusal for want of evidence' });
    expect(refusal.details).toMatchObject({
      allowed: ['original-invoice', 'annotated-invoice-copy', 'sealed-return-certificate'],
    });
    await verify(await given(settlement, { kind: 'original-invoice' }));
    expect(await missing()).toBeUndefined();
  });
});

describe('evidence under no regulation', () => {
  it('is not asked for', async () => {
    const plain = new PaperOffice(bench, MANUFACTURER);
    const { settlement } = await plain.released(100, await plain.order('100.00'));
    expect(await bench.ask(plain.as('finance'), EVIDENCE, { id: settlement.id })).toMatchObject({
      data: { settlement: { evidence: { complete: true, required: [], given: [] } } },
    });
    expect((await plain.approve(settlement)).userErrors).toEqual([]);
  });
});

describe('a file of evidence', () => {
  let settlement: SettlementSeen;
  let customerId: string;
  beforeAll(async () => {
    const promised = await office.promised('ALLOWANCE', 100, orderNumber);
    settlement = promised.settlement;
    customerId = promised.fakeCase.customerId;
  });

  it('comes back as it was, and cannot run in a browser', async () => {
    const { downloadUrl } = await given(settlement);
    const response = await office.fetch(downloadUrl);
    expect(Buffer.from(await response.arrayBuffer()).equals(invoice)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    });
    expect((await office.fetch(downloadUrl.replace(/evidence\/.{4}/, 'evidence/AAAA'))).status).toBe(404);
    expect((await office.fetch(downloadUrl.replace('/evidence/', '/papers/'))).status).toBe(404);
  });

  it('is sent once, complete, and as what it was announced', async () => {
    const added = await add(settlement);
    expect((await put(added, invoice.subarray(1))).status).toBe(413);
    expect((await put(added, Buffer.concat([invoice, Buffer.alloc(1)]))).status).toBe(413);
    expect((await put(added, Buffer.concat([Buffer.from('MZ'), invoice.subarray(2)]))).status).toBe(415);
    expect((await overview(settlement)).given.map(({ id }) => id)).not.toContain(added.ticket?.evidenceId);
    const answers = await Promise.all([put(added, invoice), put(added, invoice)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is announced once for one key', async () => {
    const changes = { idempotencyKey: newId() };
    const first = await add(settlement, changes);
    expect(await add(settlement, changes)).toEqual({ ...first, replayed: true });
    expect((await add(settlement, { ...changes, fileName: 'other.pdf' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
  });

  it('is of a kind that the regulation knows, and of a type that is taken', async () => {
    const codes = async (changes: object) => (await add(settlement, changes)).userErrors.map(({ code }) => code);
    expect(await codes({ kind: 'original-invoice' })).toEqual(['FINANCE_EVIDENCE_KIND_UNKNOWN']);
    expect(await codes({ mediaType: 'text/html', sizeBytes: 0 })).toEqual([
      'FINANCE_EVIDENCE_MEDIA_TYPE_NOT_ALLOWED',
      'FINANCE_EVIDENCE_SIZE_OUT_OF_BOUNDS',
    ]);
  });

  it('may come from the customer whom it concerns, who sees what they attached, and no names of staff', async () => {
    const customer = office.as('customer', { customer: customerId, subject: 'customer-1' });
    const staffs = await given(settlement, { fileName: 'internal.pdf' });
    await verify(await given(settlement, { note: 'my invoice' }, customer));
    const seen = await overview(settlement, customer);
    expect(seen).toMatchObject({ complete: true, given: [{ state: 'ACCEPTED', addedBy: null, verifiedBy: null }] });
    expect(seen.given.map(({ id }) => id)).not.toContain(staffs.id);
    const stranger = office.as('customer', { customer: newId() });
    expect((await add(settlement, {}, stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('is as if nothing were there for another organisation, and for those who only read', async () => {
    const evidence = await given(settlement);
    const stranger = new PaperOffice(bench, MANUFACTURER).as('finance');
    expect((await add(settlement, {}, stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await verify(evidence, {}, stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await expect(add(settlement, {}, office.as('auditor'))).rejects.toThrow('FORBIDDEN');
    for (const role of ['agent', 'handler', 'auditor', 'customer'] as const) {
      await expect(verify(evidence, {}, office.as(role))).rejects.toThrow('FORBIDDEN');
    }
  });
});
