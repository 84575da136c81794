import { createHash } from 'node:crypto';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { expected as manufacturer } from '../regulations/expected/manufacturer-yymmcc';
import { stageUnder } from '../regulations/stage-under';
import type { Stage } from '../regulations/step';
import type { Person, UserError } from '../support/act';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted } from '../support/organisation';
import {
  anOrderOf,
  countedInFull,
  customerOf,
  merge,
  settlementIn,
  toRelease,
  yuan,
  type DecidedOn,
} from '../support/play-of-money';
import { standingInFor } from '../support/staff-changed';

const WHO_MAY = `query Who($id: ID!) { whoMay(approve: $id) { holder role reaches because limit { amount } left { amount } } }`;
const AWAITING_ME = '{ settlementsAwaitingMe(first: 50) { nodes { number } } }';
const EVIDENCE = `query Evidence($id: ID!) { settlement(id: $id) {
  evidence { complete required { instrument atLeast missing of { kind } } given { id kind state version sha256 } }
  papers { kind number copies { copy holder } } } }`;

interface Holder {
  readonly holder: string;
  readonly reaches: boolean;
  readonly because: string;
  readonly left: { readonly amount: string } | null;
}

interface Proof {
  readonly evidence: {
    readonly complete: boolean;
    readonly required: readonly { atLeast: number; missing: number; of: { kind: string }[] }[];
    readonly given: readonly { id: string; kind: string; state: string; version: number; sha256: string }[];
  };
  readonly papers: readonly { kind: string; number: string; copies: { copy: number; holder: string }[] }[];
}

const codes = ({ userErrors }: { readonly userErrors: readonly UserError[] }) => userErrors.map(({ code }) => code);
const invoice = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30_000, 7)]);

/** A manufacturer whose table of approval authority (客户投诉金额核决权限) is lost in the text and filled in by the organisation. */
// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('who decides on money under the regulation of a manufacturer', () => {
  let system: MovedSystem;
  let stage: Stage;

  beforeAll(async () => {
    system = await startMovedSystem('2026-03-10T10:00:00+08:00');
    stage = await stageUnder(system, {
      ...manufacturer,
      adoptedAuthority: [
        { role: 'FINANCE', currency: 'CNY', maximum: '500.00' },
        { role: 'SUPERVISOR', currency: 'CNY', maximum: '5000.00' },
        { role: 'MANAGER', currency: 'CNY' },
      ],
    });
  }, 240_000);
  afterAll(() => system?.stop(), 60_000);

  const person = (performer: string): Person => stage.cast.of(performer).person;
  const seen = ({ id, version }: DecidedOn) => ({ settlementId: id, expectedVersion: version });
  const approve = (by: Person, settlement: DecidedOn) => by.act('approveSettlement', seen(settlement));
  const whoMay = async (by: Person, { id }: DecidedOn) =>
    (await by.read<{ whoMay: readonly Holder[] }>(WHO_MAY, { id })).whoMay;
  const awaiting = async (by: Person) =>
    (
      await by.read<{ settlementsAwaitingMe: { nodes: { number: string }[] } }>(AWAITING_ME)
    ).settlementsAwaitingMe.nodes.map(({ number }) => number);
  /** A settlement of a compensation, which needs no evidence, for a line of its own. */
  const compensation = async (amount: string, matter: object = {}) => {
    const orderNumber = await anOrderOf(stage, '100000.00');
    const orderLine = { orderNumber, lineNumber: 1 };
    return toRelease(stage, {
      remedy: { kind: 'COMPENSATION', amount: yuan(amount), orderLine },
      matter: { orderLine, ...matter },
    });
  };

  it('shows the matrix that the organisation adopted', async () => {
    const { authorityMatrix } = await person('auditor').read<{ authorityMatrix: object }>(
      '{ authorityMatrix { regulation rows { holder limit { amount } origin } approvers { remedy holders } } }',
    );
    expect(authorityMatrix).toEqual({
      regulation: 'manufacturer-yymmcc',
      rows: [
        { holder: 'finance', limit: { amount: '500.00' }, origin: 'ORGANISATION' },
        { holder: 'supervisor', limit: { amount: '5000.00' }, origin: 'ORGANISATION' },
        { holder: 'manager', limit: null, origin: 'ORGANISATION' },
      ],
      approvers: [{ remedy: 'RETURN', holders: ['business-manager'] }],
    });
  });

  it('refuses what is above the approver’s limit, says who could, and takes it up the chain to one of them', async () => {
    const { play, settlement } = await compensation('3000.00');
    const refused = await approve(person('finance'), settlement);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'FINANCE_EXCEEDS_AUTHORITY',
        details: { maximum: { amount: '500.00' }, allowed: ['supervisor', 'manager'] },
      },
    ]);
    expect(await settlementIn(play, 'RELEASED')).toMatchObject({ version: settlement.version, endorsements: [] });
    expect(await whoMay(person('finance'), settlement)).toMatchObject([
      { holder: 'finance', reaches: false, because: 'LIMIT_TOO_LOW' },
      { holder: 'supervisor', reaches: true, because: 'REACHES' },
      { holder: 'manager', reaches: true, because: 'WITHOUT_LIMIT' },
    ]);
    expectAccepted(
      await person('finance').act('endorseSettlement', { ...seen(settlement), opinion: '已核对,建议核准。' }),
    );
    const endorsed = await settlementIn(play, 'RELEASED');
    expect(endorsed).toMatchObject({
      awaiting: { holder: 'supervisor', role: 'SUPERVISOR' },
      endorsements: [{ by: stage.cast.of('finance').subject, holder: 'finance' }],
    });
    expect(await awaiting(person('finance'))).not.toContain(settlement.number);
    expect(await awaiting(person('business-manager'))).toContain(settlement.number);
    // Who approved the resolution would reach it, and may not decide on its money as well.
    expect(codes(await approve(person('manager'), endorsed))).toEqual(['FINANCE_SEPARATION_OF_DUTIES']);
    expectAccepted(await approve(person('business-manager'), endorsed));
    expect(await settlementIn(play, 'COMPLETED')).toMatchObject({ amount: { amount: '3000.00' } });
    expect(await awaiting(person('business-manager'))).not.toContain(settlement.number);
  }, 180_000);

  it('detects what is split under the limit over cases of one harm', async () => {
    const first = await compensation('300.00');
    expectAccepted(await approve(person('finance'), first.settlement));
    await settlementIn(first.play, 'COMPLETED');
    const second = await compensation('300.00', { customer: await customerOf(first.play) });
    // Another line of another order: only that the complaints were linked makes them one harm.
    const reaches = async () =>
      (await whoMay(person('finance'), second.settlement)).find(({ holder }) => holder === 'finance');
    expect(await reaches()).toMatchObject({ reaches: true });
    await merge(first.play, second.play);
    await eventually(async () => (await reaches())?.because === 'SPLIT', {
      what: 'finance to know of the link',
      timeoutMs: 45_000,
    });
    expect(await reaches()).toMatchObject({ reaches: false, left: { amount: '200.00' } });
    const refused = await approve(person('finance'), second.settlement);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'FINANCE_SPLIT_EXCEEDS_AUTHORITY',
        details: { maximum: { amount: '200.00' }, allowed: ['supervisor', 'manager'] },
      },
    ]);
    expectAccepted(await approve(person('business-manager'), await settlementIn(second.play, 'RELEASED')));
    await settlementIn(second.play, 'COMPLETED');
  }, 180_000);

  it('decides on many at once, each by itself', async () => {
    const small = await compensation('100.00');
    const large = await compensation('600.00');
    const stale = await compensation('200.00');
    const settlements = [small, large, stale].map(({ settlement: { id, version } }, index) => ({
      id,
      expectedVersion: index === 2 ? version + 5 : version,
    }));
    const unknown = { id: Buffer.from(`Settlement:${newId()}`).toString('base64url'), expectedVersion: 1 };
    interface Bulk {
      readonly accepted: number;
      readonly refused: number;
      readonly outcomes: readonly { settlement: { state: string } | null; userErrors: UserError[] }[];
    }
    const input = { idempotencyKey: newId(), settlements: [...settlements, unknown] };
    const selection = `accepted refused outcomes { settlement { state } userErrors { code } }`;
    const bulk = expectAccepted(await person('finance').act<Bulk>('approveSettlements', input, selection));
    expect(bulk).toMatchObject({ accepted: 1, refused: 3 });
    expect(bulk.outcomes.map(codes)).toEqual([[], ['FINANCE_EXCEEDS_AUTHORITY'], ['VERSION_CONFLICT'], ['NOT_FOUND']]);
    await settlementIn(small.play, 'COMPLETED');
    for (const { play } of [large, stale]) expect((await settlementIn(play, 'RELEASED')).version).toBe(2);
    const again = await person('finance').act<Bulk>('approveSettlements', input, selection);
    expect(again.outcomes[0]?.userErrors).toEqual([]);
    expect((await settlementIn(small.play, 'COMPLETED')).amount.amount).toBe('100.00');
  }, 240_000);

  describe('and what proves it', () => {
    const proofOf = async ({ id }: DecidedOn) =>
      (await person('finance').read<{ settlement: Proof }>(EVIDENCE, { id })).settlement;
    /** Announces a file, sends it through the gateway, and answers what finance sees of it. */
    const attached = async (settlement: DecidedOn, kind: string) => {
      const { ticket } = expectAccepted(
        await person('business').act<{ ticket: { url: string; evidenceId: string } }>(
          'addEvidence',
          {
            ...{ settlementId: settlement.id, kind, fileName: '发票.pdf', mediaType: 'application/pdf' },
            sizeBytes: invoice.length,
          },
          'ticket { url evidenceId }',
        ),
      );
      expect(new URL(ticket.url).origin).toBe(new URL(system.url).origin);
      const headers = { 'content-type': 'application/pdf' };
      const sent = await fetch(ticket.url, { method: 'PUT', body: new Uint8Array(invoice), headers });
      expect(sent.status).toBe(201);
      const found = (await proofOf(settlement)).evidence.given.find(({ id }) => id === ticket.evidenceId);
      if (found === undefined) throw new Error(`${kind} was sent and is not there`);
      return found;
    };
    const verify = ({ id, version }: { readonly id: string; readonly version: number }, verdict: object) =>
      person('finance').act('verifyEvidence', { evidenceId: id, expectedVersion: version, ...verdict });
    const approver = () => stage.cast.another('finance');

    it('posts no allowance before one of two proofs was accepted, and numbers its certificate', async () => {
      const orderNumber = await anOrderOf(stage, '1000.00');
      const orderLine = { orderNumber, lineNumber: 1 };
      const remedy = { kind: 'ALLOWANCE', amount: yuan('200.00'), orderLine };
      const { play, settlement } = await toRelease(stage, { remedy, matter: { orderLine } });
      const { person: decider } = await approver();
      const kinds = ['annotated-invoice-copy', 'sealed-allowance-certificate'];
      const blocked = await approve(decider, settlement);
      expect(blocked.userErrors).toMatchObject([{ code: 'FINANCE_EVIDENCE_MISSING', details: { allowed: kinds } }]);

      const unfit = await attached(settlement, 'sealed-allowance-certificate');
      expect(codes(await approve(decider, settlement))).toEqual(['FINANCE_EVIDENCE_MISSING']);
      expectAccepted(await verify(unfit, { accepted: false, reason: '没有盖章。No seal.' }));
      expect(codes(await approve(decider, settlement))).toEqual(['FINANCE_EVIDENCE_MISSING']);

      const fit = await attached(settlement, 'annotated-invoice-copy');
      expect(fit.sha256).toBe(createHash('sha256').update(invoice).digest('hex'));
      expectAccepted(await verify(fit, { accepted: true }));
      const { evidence, papers } = await proofOf(settlement);
      expect(evidence).toMatchObject({ complete: true, required: [{ atLeast: 1, missing: 0 }] });
      expect(papers).toEqual([
        {
          kind: 'SALES_ALLOWANCE_CERTIFICATE',
          number: expect.stringMatching(/^AC2026-\d{6}$/) as string,
          copies: [
            { copy: 1, holder: expect.any(String) as string },
            { copy: 2, holder: expect.any(String) as string },
          ],
        },
      ]);
      expectAccepted(await approve(decider, settlement));
      expect(await settlementIn(play, 'COMPLETED')).toMatchObject({ amount: { amount: '200.00' } });
    }, 180_000);

    it('posts no return before it was counted, signed by the superior and proven by one of three', async () => {
      const orderNumber = await anOrderOf(stage, '1000.00');
      const orderLine = { orderNumber, lineNumber: 1 };
      const parts = [{ amount: yuan('300.00'), ...orderLine, quantity: '30' }];
      const remedy = { kind: 'RETURN', amount: yuan('300.00'), parts };
      const { play, settlement } = await toRelease(stage, { remedy, matter: { orderLine } });
      const { person: decider } = await approver();
      expect(settlement.awaiting).toMatchObject({ holder: 'business-manager' });
      expect((await approve(decider, settlement)).userErrors).toMatchObject([
        { code: 'FINANCE_APPROVAL_MISSING', details: { allowed: ['business-manager'] } },
      ]);
      // The superior is away: who stands in signs in the superior's name.
      const deputy = await standingInFor(stage, 'business-manager', settlement.id);
      const [subject, onBehalfOf] = [deputy.subject, stage.cast.of('business-manager').subject];
      type Endorsed = { settlement: { endorsements: object[] } };
      const endorsed = expectAccepted(
        await deputy.person.act<Endorsed>(
          'endorseSettlement',
          { ...seen(settlement), opinion: '同意退货。' },
          'settlement { endorsements { by holder onBehalfOf } }',
        ),
      );
      expect(endorsed.settlement.endorsements).toEqual([{ by: subject, holder: 'business-manager', onBehalfOf }]);
      expect(codes(await approve(decider, settlement)).sort()).toEqual([
        ...['FINANCE_EVIDENCE_MISSING', 'FINANCE_RETURN_NOT_RECONCILED'],
      ]);
      const slips = (await proofOf(settlement)).papers.filter(({ kind }) => kind === 'RETURN_SLIP');
      expect(slips.map(({ number, copies }) => [number, copies.length])).toEqual([['RS2026-000001', 4]]);

      await countedInFull(stage, settlement, { orderNumber, quantity: '30' });
      const reconciled = await settlementIn(play, 'RELEASED');
      const missing = await approve(decider, reconciled);
      expect(missing.userErrors).toMatchObject([
        {
          code: 'FINANCE_EVIDENCE_MISSING',
          details: { allowed: ['original-invoice', 'annotated-invoice-copy', 'sealed-return-certificate'] },
        },
      ]);
      expectAccepted(await verify(await attached(reconciled, 'original-invoice'), { accepted: true }));
      expectAccepted(await approve(decider, reconciled));
      expect(await settlementIn(play, 'COMPLETED')).toMatchObject({ amount: { amount: '300.00' } });
    }, 180_000);

    it('numbers every certificate of the year without a gap', async () => {
      const { papers } = await person('auditor').read<{ papers: { nodes: { number: string }[] } }>(
        '{ papers(first: 100, where: { kind: { eq: SALES_ALLOWANCE_CERTIFICATE } }) { nodes { number } } }',
      );
      const numbers = papers.nodes.map(({ number }) => number).sort();
      expect(numbers.length).toBeGreaterThan(1);
      expect(numbers).toEqual(numbers.map((_, index) => `AC2026-${String(index + 1).padStart(6, '0')}`));
    });
  });
});
