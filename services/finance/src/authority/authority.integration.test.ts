import { caseReassessed } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { caseFilesInMysql } from '../case-file/adapters/case-file.repository-mysql';
import { PLAIN_MATTER } from '../case-file/testing/told-organisation';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { AuthorityOffice, codesOf } from './testing/authority-office';

const MANUFACTURER = [
  { holder: 'finance', currency: 'CNY', maximumMinor: '50000' },
  { holder: 'business-manager', currency: 'CNY', maximumMinor: '100000' },
  { holder: 'deputy-general-manager', currency: 'CNY', maximumMinor: '500000' },
  { holder: 'general-manager', currency: 'CNY', maximumMinor: null },
];
const REGIONAL = { matter: { ...PLAIN_MATTER, assessment: { impact: 'regional', mediaInvolved: false } } };

/** A slow machine needs its time. */
const soon = (probe: () => Promise<unknown>) => eventually(probe, { timeoutMs: 45_000 });

describe('authority over money', () => {
  let bench: FinanceBench;

  beforeAll(async () => {
    buildPrograms();
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());

  const manufacturer = async () => {
    const office = new AuthorityOffice(bench, 'manufacturer-yymmcc');
    await office.adopt(MANUFACTURER);
    return office;
  };

  describe('under a manufacturer’s matrix (manufacturer-yymmcc, its open table filled in)', () => {
    it('reaches up to the limit of the role, and says what is left and who could', async () => {
      const office = await manufacturer();
      const small = await office.refund(50_000);
      expect(small.settlement.awaiting).toMatchObject({ holder: 'finance', role: 'FINANCE' });
      expect(codesOf(await office.approve(small.settlement))).toEqual([]);
      const large = await office.refund(50_001);
      expect(large.settlement.awaiting).toMatchObject({
        ...{ holder: 'business-manager', label: 'Manager of the business department', role: 'SUPERVISOR' },
      });
      expect((await office.approve(large.settlement)).userErrors).toMatchObject([
        {
          code: 'FINANCE_EXCEEDS_AUTHORITY',
          details: {
            maximum: { amount: '500.00' },
            allowed: ['business-manager', 'deputy-general-manager', 'general-manager'],
          },
        },
      ]);
      expect(await office.signedOf(large.fakeCase)).toMatchObject([
        { state: 'RELEASED', version: 2, endorsements: [] },
      ]);
    });

    it('belongs to who is appointed to the party, not to everybody of the role', async () => {
      const office = await manufacturer();
      await office.told.appoint('bo', ['business-manager']);
      const { settlement } = await office.refund(90_000);
      expect(codesOf(await office.approve(settlement, { person: office.person('other', 'supervisor') }))).toEqual([
        'FINANCE_EXCEEDS_AUTHORITY',
      ]);
      expect(codesOf(await office.approve(settlement, { person: office.person('bo', 'finance') }))).toEqual([
        'FINANCE_EXCEEDS_AUTHORITY',
      ]);
      const stranger = await office.reject(settlement, 'no', { person: office.person('other', 'supervisor') });
      expect(codesOf(stranger)).toEqual(['FINANCE_EXCEEDS_AUTHORITY']);
      await soon(async () => (await office.awaiting(office.person('bo', 'supervisor'))).length === 1);
      const refused = await office.refund(90_000);
      const bo = office.person('bo', 'supervisor');
      expect(codesOf(await office.reject(refused.settlement, 'no', { person: bo }))).toEqual([]);
      expect(codesOf(await office.approve(settlement, { person: office.person('bo', 'supervisor') }))).toEqual([]);
      await expect(office.approve(settlement, { person: office.person('ag', 'agent') })).rejects.toThrow('FORBIDDEN');
    });

    it('goes up the chain by endorsement, is shown to whom it waits for, and is released at the end', async () => {
      const office = await manufacturer();
      await office.told.appoint('bo', ['business-manager']);
      await office.told.appoint('de', ['deputy-general-manager']);
      const [clerk, bo, de] = [
        office.person('clerk', 'finance'),
        office.person('bo', 'supervisor'),
        office.person('de', 'manager'),
      ];
      const { settlement, fakeCase } = await office.refund(300_000);
      const mine = [settlement.number];
      expect(settlement.awaiting?.holder).toBe('deputy-general-manager');
      const key = newId();
      const endorsed = await office.endorse(settlement, bo, '已核实，建议核准。', key);
      expect(endorsed).toMatchObject({
        userErrors: [],
        settlement: {
          state: 'RELEASED',
          awaiting: { holder: 'deputy-general-manager' },
          endorsements: [{ by: 'bo', holder: 'business-manager', opinion: '已核实，建议核准。', onBehalfOf: null }],
        },
      });
      expect(await office.endorse(settlement, bo, '已核实，建议核准。', key)).toMatchObject({ replayed: true });
      expect(codesOf(await office.endorse(settlement, bo))).toEqual(['FINANCE_ALREADY_ENDORSED']);
      expect(codesOf(await office.approve(settlement, { person: bo }))).toEqual(['FINANCE_ALREADY_ENDORSED']);
      await soon(async () => (await office.awaiting(de)).join() === mine.join());
      expect(await office.awaiting(clerk)).toEqual([]);
      expect(await office.awaiting(bo)).toEqual([]);
      expect((await office.endorse(settlement, de, '同意')).settlement?.awaiting).toMatchObject({ holder: 'finance' });
      expect(await office.awaiting(clerk)).toEqual(mine);
      expect(codesOf(await office.approve(settlement, { person: clerk }))).toEqual([]);
      expect(await office.signedOf(fakeCase)).toMatchObject([
        { state: 'APPROVED', awaiting: null, endorsements: [{ by: 'bo' }, { by: 'de' }] },
      ]);
      expect(await office.awaiting(clerk)).toEqual([]);
    });

    it('offers to each what they may do, in the same few statements however many settlements there are', async () => {
      const office = await manufacturer();
      await office.told.appoint('bo', ['business-manager']);
      const { settlement, fakeCase } = await office.refund(90_000);
      await office.refund(90_000);
      const actions = async (person: ReturnType<typeof office.person>) =>
        (await office.signedOf(fakeCase, person))[0]?.availableActions;
      const bo = office.person('bo', 'supervisor');
      await soon(async () => (await actions(bo))?.length === 3);
      expect(await actions(bo)).toEqual(['APPROVE', 'REJECT', 'ENDORSE']);
      expect(await actions(office.person('clerk', 'finance'))).toEqual(['REJECT', 'ENDORSE']);
      for (const person of [
        office.as('supervisor'),
        office.as('auditor'),
        office.person(fakeCase.proposedBy, 'finance'),
      ]) {
        expect(await actions(person)).toEqual([]);
      }
      expect(await actions(office.as('customer', { customer: fakeCase.customerId }))).toEqual([]);
      await office.endorse(settlement, bo);
      expect(await actions(bo)).toEqual([]);
      const read = async (first: number) => {
        const before = bench.statements();
        const query = `{ settlements(first: ${first}) { nodes { availableActions awaiting { holder } endorsements { by } } } }`;
        await bench.ask(office.person('clerk', 'finance'), query);
        return bench.statements() - before;
      };
      expect(await read(2)).toBe(await read(1));
    });

    it('asks for an opinion, for the present version, and for somebody who takes part', async () => {
      const office = await manufacturer();
      const { settlement, fakeCase } = await office.refund(90_000);
      const clerk = office.person('clerk', 'finance');
      expect(codesOf(await office.endorse(settlement, clerk, ' '))).toEqual(['FINANCE_OPINION_REQUIRED']);
      expect(codesOf(await office.endorse(settlement, clerk, 'x'.repeat(1001)))).toEqual(['FINANCE_OPINION_REQUIRED']);
      expect(codesOf(await office.endorse({ ...settlement, version: 1 }, clerk))).toEqual(['VERSION_CONFLICT']);
      expect(codesOf(await office.endorse(settlement, office.person(fakeCase.proposedBy, 'finance')))).toEqual([
        'FINANCE_SEPARATION_OF_DUTIES',
      ]);
      const stranger = new AuthorityOffice(bench, 'manufacturer-yymmcc');
      expect(codesOf(await stranger.endorse(settlement, stranger.as('finance')))).toEqual(['NOT_FOUND']);
      expect(await stranger.whoMay(settlement.id)).toBeNull();
      await expect(office.endorse(settlement, office.person('an', 'agent'))).rejects.toThrow('FORBIDDEN');
    });

    it('lets a delegate act for an absent holder, and shows it, but not for one who is involved', async () => {
      const office = await manufacturer();
      const fakeCase = office.openCase();
      await office.told.appoint('bo', ['business-manager'], {
        ...{ absentUntil: '2099-01-01T00:00:00.000Z', delegate: 'lin' },
      });
      await office.told.appoint('lin', []);
      await office.told.appoint(fakeCase.approvedBy, ['general-manager'], {
        ...{ absentUntil: '2099-01-01T00:00:00.000Z', delegate: 'gu' },
      });
      await office.told.appoint('gu', []);
      const { settlement } = await office.refund(90_000, { fakeCase, remedy: { kind: 'ALLOWANCE' } });
      const lin = office.person('lin', 'supervisor');
      await soon(async () => (await office.awaiting(lin)).length === 1);
      expect(codesOf(await office.approve(settlement, { person: office.person('gu', 'manager') }))).toEqual([
        'FINANCE_EXCEEDS_AUTHORITY',
      ]);
      const who = await office.whoMay(settlement.id);
      expect(who?.find(({ holder }) => holder === 'business-manager')).toMatchObject({
        ...{ reaches: true, because: 'REACHES', count: 1, limit: { amount: '1000.00' } },
        people: [
          { subject: 'bo', standsInFor: null },
          { subject: 'lin', standsInFor: 'bo' },
        ],
      });
      expect((await office.endorse(settlement, lin)).settlement?.endorsements).toMatchObject([
        { by: 'lin', holder: 'business-manager', onBehalfOf: 'bo' },
      ]);
    });

    it('asks for the signature of the business manager on a return, whoever has the authority for the sum', async () => {
      const office = await manufacturer();
      await office.told.appoint('bo', ['business-manager']);
      const { settlement, fakeCase } = await office.refund(300_000, { remedy: { kind: 'RETURN' } });
      expect(settlement.awaiting?.holder).toBe('business-manager');
      await office.told.appoint('de', ['deputy-general-manager']);
      const de = office.person('de', 'manager');
      await soon(async () =>
        (await office.whoMay(settlement.id))?.some(({ holder, count }) => holder.startsWith('deputy') && count === 1),
      );
      expect((await office.approve(settlement, { person: de })).userErrors).toMatchObject([
        { code: 'FINANCE_APPROVAL_MISSING', details: { allowed: ['business-manager'] } },
      ]);
      const bo = office.person('bo', 'supervisor');
      await soon(async () => (await office.awaiting(bo)).length === 1);
      expect(await office.approve(settlement, { person: bo })).toMatchObject({
        ...{ userErrors: [], settlement: { state: 'RELEASED', version: settlement.version } },
      });
      const [signed] = await office.signedOf(fakeCase);
      expect(signed).toMatchObject({
        awaiting: { holder: 'deputy-general-manager' },
        endorsements: [{ by: 'bo', holder: 'business-manager', opinion: null }],
      });
      // What else a return needs is asked after authority.
      const last = codesOf(await office.approve(settlement, { person: de }));
      expect(last.filter((code) => /AUTHORITY|APPROVAL/.test(code))).toEqual([]);
    });

    it('says who could and why others could not, also for what would be otherwise', async () => {
      const office = await manufacturer();
      const { settlement } = await office.refund(90_000);
      const who = async (changes: object = {}) =>
        (await office.whoMay(settlement.id, changes))?.map(({ holder, reaches, because }) => [
          holder,
          reaches,
          because,
        ]);
      expect(await who()).toEqual([
        ['finance', false, 'LIMIT_TOO_LOW'],
        ['business-manager', true, 'REACHES'],
        ['deputy-general-manager', true, 'REACHES'],
        ['general-manager', true, 'WITHOUT_LIMIT'],
      ]);
      expect(await who({ amount: { amount: '5000.01', currency: 'CNY' } })).toEqual([
        ['finance', false, 'LIMIT_TOO_LOW'],
        ['business-manager', false, 'LIMIT_TOO_LOW'],
        ['deputy-general-manager', false, 'LIMIT_TOO_LOW'],
        ['general-manager', true, 'WITHOUT_LIMIT'],
      ]);
      expect(new Set((await who({ amount: { amount: '1.00', currency: 'EUR' } }))?.map((each) => each[2]))).toEqual(
        new Set(['OTHER_CURRENCY']),
      );
      const chinese = await office.whoMay(settlement.id, {}, office.as('finance'), 'zh-CN');
      expect(chinese?.map(({ label }) => label)).toContain('业务部经理');
      await expect(office.whoMay(settlement.id, {}, office.as('customer'))).rejects.toThrow('FORBIDDEN');
    });

    it('shows the matrix in force', async () => {
      const office = await manufacturer();
      const query = `query ($at: DateTime) { authorityMatrix(at: $at) { regulation version
        rows { holder role currency limit { amount } when origin } approvers { remedy holders } } }`;
      const matrix = { regulation: 'manufacturer-yymmcc', version: 1 };
      expect((await bench.ask(office.as('agent'), query)).data).toMatchObject({
        authorityMatrix: {
          ...matrix,
          rows: [
            { holder: 'finance', role: 'FINANCE', limit: { amount: '500.00' }, origin: 'ORGANISATION' },
            { holder: 'business-manager' },
            { holder: 'deputy-general-manager' },
            { holder: 'general-manager', limit: null },
          ],
          approvers: [{ remedy: 'RETURN', holders: ['business-manager'] }],
        },
      });
      const earlier = { at: '2019-01-01T00:00:00.000Z' };
      expect((await bench.ask(office.as('agent'), query, earlier)).data).toEqual({ authorityMatrix: null });
    });
  });

  describe('over linked cases', () => {
    it('counts what was granted for the same harm, in whatever case and order it is asked for', async () => {
      const office = await manufacturer();
      const first = await office.refund(30_000);
      const second = await office.refund(30_000, { remedy: { kind: 'ALLOWANCE' } });
      await office.told.merge(second.fakeCase, first.fakeCase);
      const linked = () => caseFilesInMysql.linkedCaseIds(bench.database.reader(office.tenant), first.fakeCase.id);
      await soon(async () => (await linked()).length === 2);
      expect((await office.whoMay(second.settlement.id))?.[0]?.reaches).toBe(true);
      expect(codesOf(await office.approve(first.settlement))).toEqual([]);
      expect((await office.approve(second.settlement)).userErrors).toMatchObject([
        { code: 'FINANCE_SPLIT_EXCEEDS_AUTHORITY', details: { maximum: { amount: '200.00' } } },
      ]);
      expect((await office.whoMay(second.settlement.id))?.[0]).toMatchObject({
        ...{ holder: 'finance', reaches: false, because: 'SPLIT', left: { amount: '200.00' } },
      });
      const before = new Date(Date.now() - 3_600_000).toISOString();
      expect((await office.whoMay(second.settlement.id, { at: before }))?.[0]).toMatchObject({ reaches: true });
    });

    it('counts what was granted out of the same order line in cases that nobody linked', async () => {
      const office = await manufacturer();
      const orderNumber = await office.order('5000.00');
      const of = async (minor: number) => {
        const { settlements } = await office.promised([FakeCase.remedy(minor, { orderNumber })]);
        const [settlement] = settlements;
        if (settlement === undefined) throw new Error('no settlement');
        return settlement;
      };
      const [first, second] = [await of(30_000), await of(20_001)];
      expect(codesOf(await office.approve(first))).toEqual([]);
      expect(codesOf(await office.approve(second))).toEqual(['FINANCE_SPLIT_EXCEEDS_AUTHORITY']);
      expect(codesOf(await office.approve(await of(20_000)))).toEqual([]);
    });

    it('moves what another settlement of the case waits for up the chain once one is granted', async () => {
      const office = await manufacturer();
      const orderNumber = await office.order('5000.00');
      const remedies = [30_000, 30_001].map((minor) => FakeCase.remedy(minor, { orderNumber }));
      const { fakeCase, settlements } = await office.promised(remedies);
      expect(settlements.map(({ awaiting }) => awaiting?.holder)).toEqual(['finance', 'finance']);
      expect(codesOf(await office.approve(settlements[0] ?? { id: '', version: 0 }))).toEqual([]);
      expect((await office.signedOf(fakeCase)).map(({ awaiting }) => awaiting?.holder)).toEqual([
        undefined,
        'business-manager',
      ]);
    });

    it('never gives the same twice for one harm', async () => {
      const office = await manufacturer();
      const orderNumber = await office.order('5000.00');
      const remedy = () => FakeCase.remedy(1_000, { orderNumber });
      const first = await office.promised([remedy()]);
      const second = await office.promised([remedy()]);
      const other = await office.promised([{ ...remedy(), kind: 'COMPENSATION' }]);
      await office.told.merge(second.fakeCase, first.fakeCase);
      await office.told.merge(other.fakeCase, first.fakeCase);
      const linked = () => caseFilesInMysql.linkedCaseIds(bench.database.reader(office.tenant), first.fakeCase.id);
      await soon(async () => (await linked()).length === 3);
      const approve = async ({ settlements: [settlement] }: typeof first) =>
        codesOf(await office.approve(settlement ?? { id: '', version: 0 }));
      expect(await approve(first)).toEqual([]);
      expect(await approve(second)).toEqual(['FINANCE_SAME_HARM_SETTLED']);
      expect(await approve(other)).toEqual([]);
    });

    it('lets through no more than the limit when many approve at once', async () => {
      const office = await manufacturer();
      const orders = await Promise.all(Array.from({ length: 8 }, () => office.order('1000.00')));
      const all = await Promise.all(
        orders.map((orderNumber) => office.promised([FakeCase.remedy(20_000, { orderNumber })])),
      );
      const [main, ...others] = all.map(({ fakeCase }) => fakeCase);
      if (main === undefined) throw new Error('no case');
      for (const each of others) await office.told.merge(each, main);
      const linked = () => caseFilesInMysql.linkedCaseIds(bench.database.reader(office.tenant), main.id);
      await soon(async () => (await linked()).length === 8);
      const decisions = await Promise.all(
        all.flatMap(({ settlements }) => settlements).map((settlement) => office.approve(settlement)),
      );
      expect(decisions.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(2);
      expect(new Set(decisions.flatMap(codesOf))).toEqual(new Set(['FINANCE_SPLIT_EXCEEDS_AUTHORITY']));
    });
  });

  describe('under a jeweller’s text (jewellery-retail: 1000 yuan, regional, without the press)', () => {
    const jeweller = async () => {
      const office = new AuthorityOffice(bench, 'jewellery-retail');
      await office.adopt([{ holder: 'manager', currency: 'CNY', maximumMinor: null }]);
      await office.told.appoint('xu', ['cs-centre-supervisor']);
      return office;
    };
    const compensation = { remedy: { kind: 'COMPENSATION' as const } };

    it('gives the supervisor of the centre a thousand yuan, and nothing once the press is in it', async () => {
      const office = await jeweller();
      const xu = office.person('xu', 'supervisor');
      const first = await office.refund(100_000, { ...compensation, opening: REGIONAL });
      await soon(async () => (await office.whoMay(first.settlement.id))?.some(({ count }) => count === 1));
      expect(codesOf(await office.approve(first.settlement, { person: xu }))).toEqual([]);
      const second = await office.refund(100_001, { ...compensation, opening: REGIONAL });
      expect(codesOf(await office.approve(second.settlement, { person: xu }))).toEqual(['FINANCE_EXCEEDS_AUTHORITY']);
      const third = await office.refund(100, { ...compensation, opening: REGIONAL });
      const matter = { ...PLAIN_MATTER, assessment: { impact: 'regional', mediaInvolved: true } };
      const by = { at: new Date().toISOString(), by: 'agent-1' };
      await third.fakeCase.tell(caseReassessed, {
        ...{ ...third.fakeCase.key(), ...by, matter, categoryId: newId(), categoryCode: 'goods' },
      });
      await soon(async () =>
        (await office.whoMay(third.settlement.id))?.some(({ because }) => because === 'CONDITION_NOT_MET'),
      );
      expect(codesOf(await office.approve(third.settlement, { person: xu }))).toEqual(['FINANCE_EXCEEDS_AUTHORITY']);
      const calm = { assessment: { mediaInvolved: false } };
      expect((await office.whoMay(third.settlement.id, calm))?.find(({ role }) => role === 'SUPERVISOR')).toMatchObject(
        {
          ...{ holder: 'cs-centre-supervisor', reaches: true, because: 'REACHES' },
        },
      );
    });

    it('lets finance release what the approver of the resolution had the authority to decide', async () => {
      const office = await jeweller();
      const holders = ['supervisor', 'cs-centre-supervisor'];
      const { settlement } = await office.refund(60_000, { ...compensation, opening: REGIONAL, holders });
      expect(settlement.awaiting?.holder).toBe('finance');
      expect(codesOf(await office.approve(settlement))).toEqual([]);
      const pressed = { matter: { ...PLAIN_MATTER, assessment: { impact: 'regional', mediaInvolved: true } } };
      const refused = await office.refund(60_000, { ...compensation, opening: pressed, holders });
      expect(refused.settlement.awaiting?.holder).toBe('manager');
      expect((await office.approve(refused.settlement)).userErrors).toMatchObject([
        { code: 'FINANCE_EXCEEDS_AUTHORITY', details: { allowed: ['manager'] } },
      ]);
    });
  });

  describe('under an insurer’s text (insurer-consultation: any payment by either of two)', () => {
    it('asks for one of the two on a surrender, and takes the approval of the resolution by one of them', async () => {
      const office = new AuthorityOffice(bench, 'insurer-consultation');
      await office.adopt([{ holder: 'supervisor', currency: 'CNY', maximumMinor: '10000' }]);
      const surrender = { remedy: { kind: 'AGREEMENT_SURRENDER' as const } };
      const decided = await office.refund(5_000_000, { ...surrender, holders: ['manager', 'gm-office'] });
      expect(codesOf(await office.approve(decided.settlement))).toEqual([]);
      const undecided = await office.refund(9_000, { ...surrender, holders: ['supervisor'] });
      expect((await office.approve(undecided.settlement)).userErrors).toMatchObject([
        { code: 'FINANCE_APPROVAL_MISSING', details: { allowed: ['gm-office', 'department-head'] } },
      ]);
      await office.told.appoint('head', ['department-head']);
      const head = office.person('head', 'supervisor');
      await soon(async () => (await office.whoMay(undecided.settlement.id))?.some(({ count }) => count === 1));
      expect(codesOf(await office.approve(undecided.settlement, { person: head }))).toEqual([]);
    });
  });

  describe('without a regulation', () => {
    it('stays with finance and managers, without limit', async () => {
      const office = new AuthorityOffice(bench, 'manufacturer-yymmcc');
      const orderNumber = await office.order('100000.00');
      const { settlement } = await office.released(9_000_000, orderNumber);
      expect((await office.whoMay(settlement.id))?.map(({ holder, because }) => [holder, because])).toEqual([
        ['finance', 'NO_MATRIX'],
        ['manager', 'NO_MATRIX'],
      ]);
      await expect(office.approve(settlement, { person: office.as('supervisor') })).rejects.toThrow('FORBIDDEN');
      expect(codesOf(await office.approve(settlement, { person: office.as('manager') }))).toEqual([]);
    });

    it('refuses while finance has not heard how the regulation of the case was adopted', async () => {
      const office = new AuthorityOffice(bench, 'manufacturer-yymmcc');
      const { settlement } = await office.refund(100);
      expect((await office.approve(settlement)).userErrors).toMatchObject([{ code: 'FINANCE_REGULATION_UNKNOWN' }]);
    });
  });

  describe('of several at once', () => {
    it('answers for each for itself, and the same again under the same key', async () => {
      const office = await manufacturer();
      const ok = await office.refund(10_000);
      const tooMuch = await office.refund(60_000);
      const gone = { id: Buffer.from(`Settlement:${newId()}`).toString('base64url'), version: 1 };
      const stale = await office.refund(10_000);
      const rows = [
        tooMuch.settlement,
        gone,
        ok.settlement,
        { ...stale.settlement, version: 1 },
        { id: 'x', version: 1 },
      ];
      const person = office.person('clerk', 'finance');
      const key = newId();
      const decision = await office.approveAll(rows, person, key);
      expect(decision).toMatchObject({ accepted: 1, refused: 4, replayed: false, userErrors: [] });
      expect(decision.outcomes.map((each) => [each.id, ...codesOf(each)])).toEqual([
        [tooMuch.settlement.id, 'FINANCE_EXCEEDS_AUTHORITY'],
        [gone.id, 'NOT_FOUND'],
        [ok.settlement.id],
        [stale.settlement.id, 'VERSION_CONFLICT'],
        ['x', 'NOT_FOUND'],
      ]);
      const again = await office.approveAll(rows, person, key);
      expect(again.outcomes.map(({ replayed }) => replayed)).toEqual([false, false, true, false, false]);
      expect(again).toMatchObject({ accepted: 1, refused: 4 });
      expect(await office.approveAll([ok.settlement], person, key)).toMatchObject({ accepted: 1, replayed: true });
    });

    it('is refused whole without rows, with one row twice, and with too many', async () => {
      const office = await manufacturer();
      const row = { id: Buffer.from(`Settlement:${newId()}`).toString('base64url'), version: 1 };
      for (const rows of [[], [row, row], Array.from({ length: 201 }, (_, index) => ({ ...row, id: `${index}` }))]) {
        const decision = await office.approveAll(rows, office.as('finance'));
        expect([codesOf(decision), decision.outcomes]).toEqual([['INPUT_INVALID'], []]);
      }
    });
  });
});
