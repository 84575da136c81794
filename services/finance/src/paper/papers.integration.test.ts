import { createHash } from 'node:crypto';
import { textOfPages } from '@redress/documents/testing';
import { newId } from '@redress/kernel';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import type { SettlementSeen } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { PAPER, PaperOffice, type MarkedPaper, type PaperSeen } from './testing/paper-office';

const MANUFACTURER = { id: 'manufacturer-yymmcc', version: 1 };
const INSURER = { id: 'insurer-consultation', version: 1 };

let simulator: SimulatorProcess;
let bench: FinanceBench;
beforeAll(async () => {
  buildPrograms();
  simulator = await startSimulator();
  bench = await startFinance(simulator);
});
afterAll(async () => {
  await bench.stop();
  await simulator.stop();
});

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const codesOf = ({ userErrors }: MarkedPaper) => userErrors.map(({ code }) => code);
const only = (papers: readonly PaperSeen[], kind: string): PaperSeen => {
  const found = papers.filter((paper) => paper.kind === kind && paper.voidedAt === null);
  expect(found).toHaveLength(1);
  return found[0] as PaperSeen;
};
const file = async (office: PaperOffice, address: string): Promise<Buffer> => {
  const response = await office.fetch(address);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

describe('papers under no regulation', () => {
  const office = () => new PaperOffice(bench, MANUFACTURER);

  it('are a credit note with the approval and an advice with the payment, numbered one after the other', async () => {
    const own = office();
    const orderNumber = await own.order('100.00');
    for (const serial of [1, 2]) {
      const { fakeCase, settlement } = await own.released(1234, orderNumber);
      expect(await own.papersOf(settlement)).toEqual([]);
      await own.approve(settlement);
      await own.settled(fakeCase, 1, 'COMPLETED');
      const papers = await own.papersOf(settlement);
      expect(papers.map(({ kind, voidedAt }) => [kind, voidedAt])).toEqual([
        ['CREDIT_NOTE', null],
        ['PAYMENT_ADVICE', null],
      ]);
      const year = new Date().getUTCFullYear();
      expect(papers.map(({ number }) => number)).toEqual([`CN${year}-00000${serial}`, `PA${year}-00000${serial}`]);
      expect(papers[0]?.amount).toEqual({ amount: '12.34' });
    }
  });

  it('are for the customer who is concerned, without names of staff, and for nobody else', async () => {
    const own = office();
    const { fakeCase, settlement } = await own.released(1234, await own.order('100.00'));
    await own.approve(settlement);
    await own.settled(fakeCase, 1, 'COMPLETED');
    const customer = own.as('customer', { customer: fakeCase.customerId });
    const papers = await own.papersOf(settlement, customer);
    expect(papers.map(({ kind }) => kind)).toEqual(['CREDIT_NOTE', 'PAYMENT_ADVICE']);
    const query = `query ($id: ID!, $number: String!, $r: [_Any!]!) { paper(id: $id) { id } paperByNumber(number: $number) { id }
      papers { nodes { id } } _entities(representations: $r) { ... on FinancePaper { id } } }`;
    const [note] = papers;
    const variables = { id: note?.id, number: note?.number, r: [{ __typename: 'FinancePaper', id: note?.id }] };
    expect((await bench.ask(customer, query, variables)).data).toMatchObject({ paper: { id: note?.id } });
    const strangers = [new PaperOffice(bench, MANUFACTURER).as('finance'), own.as('customer', { customer: newId() })];
    for (const stranger of strangers) {
      expect((await bench.ask(stranger, query, variables)).data).toEqual({
        ...{ paper: null, paperByNumber: null, papers: { nodes: [] } },
        _entities: [null],
      });
    }
    expect(
      codesOf(await new PaperOffice(bench, MANUFACTURER).sign(note as PaperSeen, 'x', strangers[0] as never)),
    ).toEqual(['NOT_FOUND']);
  });

  it('become void when the money does not move, and their numbers stay', async () => {
    const own = office();
    const { fakeCase, settlement } = await own.released(1234, await own.order('100.00'));
    await simulator.behave({ mode: 'DECLINE', times: 1 });
    await own.approve(settlement);
    await own.givenUp(fakeCase);
    const [note, ...others] = await own.papersOf(settlement);
    expect([note?.kind, others]).toEqual(['CREDIT_NOTE', []]);
    expect(note?.voidedAt).not.toBeNull();
    const [page] = await textOfPages(await file(own, note?.en ?? ''));
    expect(page).toContain('VOID');
  });

  it('are lists with filters, the latest first', async () => {
    const own = office();
    const orderNumber = await own.order('100.00');
    for (let index = 0; index < 3; index += 1) {
      const { fakeCase, settlement } = await own.released(100, orderNumber);
      await own.approve(settlement);
      await own.settled(fakeCase, 1, 'COMPLETED');
    }
    const query = `query ($where: FinancePaperWhereInput, $after: String) {
      papers(where: $where, first: 2, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } totalCount { value } } }`;
    type Page = {
      papers: {
        nodes: { number: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: object;
      };
    };
    const where = { kind: { eq: 'CREDIT_NOTE' }, void: { eq: false } };
    const year = new Date().getUTCFullYear();
    const first = (await bench.ask<Page>(own.as('auditor'), query, { where })).data.papers;
    expect(first).toMatchObject({
      nodes: [{ number: `CN${year}-000003` }, { number: `CN${year}-000002` }],
      pageInfo: { hasNextPage: true },
      totalCount: { value: 3 },
    });
    const rest = await bench.ask<Page>(own.as('auditor'), query, { where, after: first.pageInfo.endCursor });
    expect(rest.data.papers.nodes).toEqual([{ number: `CN${year}-000001` }]);
    const voids = await bench.ask<Page>(own.as('auditor'), query, { where: { void: { eq: true } } });
    expect(voids.data.papers.nodes).toEqual([]);
  });
});

describe('numbers of papers', () => {
  it('have no gaps, whatever 48 approvals do at the same time', async () => {
    const own = new PaperOffice(bench, MANUFACTURER);
    const orderNumber = await own.order('10000.00');
    const cases = await Promise.all(
      Array.from({ length: 48 }, async () => {
        const fakeCase = own.openCase();
        const resolutionId = await fakeCase.approveResolution([FakeCase.remedy(100, { orderNumber })]);
        await fakeCase.consent(resolutionId);
        return (await own.settled(fakeCase, 1, 'RELEASED'))[0] as SettlementSeen;
      }),
    );
    await Promise.all(cases.flatMap((settlement) => [own.approve(settlement), own.approve(settlement)]));
    const reader = bench.database.reader(own.tenant);
    const rows = await reader.query<{ serial: number; number: string }>(
      `SELECT p.serial, p.number FROM finance_paper p
       WHERE p.tenant_id = :tenantId AND p.series = 'CN' ORDER BY p.serial`,
    );
    expect(rows.map(({ serial }) => Number(serial))).toEqual(cases.map((_, index) => index + 1));
    expect(rows.at(-1)?.number).toBe(`CN${new Date().getUTCFullYear()}-000048`);
  }, 240_000);

  it('go on beyond six digits', async () => {
    const own = new PaperOffice(bench, MANUFACTURER);
    const year = new Date().getUTCFullYear();
    await bench.database.transaction(own.tenant, (tx) =>
      tx.insertMany('document_series', [{ series: 'CN', year, last_serial: 999_999 }]),
    );
    const { settlement } = await own.released(100, await own.order('100.00'));
    await own.approve(settlement);
    expect((await own.papersOf(settlement))[0]?.number).toBe(`CN${year}-1000000`);
  });
});

describe('the sales-allowance certificate', () => {
  let office: PaperOffice;
  let orderNumber: string;
  beforeAll(async () => {
    office = new PaperOffice(bench, MANUFACTURER);
    await office.adopt({ authority: [{ holder: 'finance', currency: 'CNY', maximumMinor: null }] });
    orderNumber = await office.order('10000.00');
  });

  it('is there before the decision, in two copies with their holders, and says what it is about in both languages', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 123456, orderNumber);
    const certificate = only(await office.papersOf(settlement), 'SALES_ALLOWANCE_CERTIFICATE');
    expect(certificate.copies.map(({ copy, holder }) => [copy, holder])).toEqual([
      [1, 'business'],
      [2, 'finance-department'],
    ]);
    expect(certificate.signatures.map(({ place, seal }) => [place, seal])).toEqual([
      ['business-manager', false],
      ['general-manager', false],
      ['complainant', true],
    ]);
    const chinese = await textOfPages(await file(office, certificate.zh));
    expect(chinese).toHaveLength(2);
    expect(chinese[0]).toContain('第 1 联,共 2 联 · 业务部');
    expect(chinese[1]).toContain('第 2 联,共 2 联 · 财务部');
    for (const page of chinese) {
      for (const words of ['销货折让证明单', certificate.number, '1,234.56 CNY', settlement.number, orderNumber]) {
        expect(page).toContain(words);
      }
      expect(page.replace(/\s/g, '')).toContain(certificate.contentSha256);
    }
    const english = await textOfPages(await file(office, certificate.en));
    expect(english[0]).toContain('Sales-allowance certificate');
    expect(english[0]).toContain('Copy 1 of 2');
  });

  it('is the same file again after other papers were drawn up, and one copy where one is asked for', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 1000, orderNumber);
    const certificate = only(await office.papersOf(settlement), 'SALES_ALLOWANCE_CERTIFICATE');
    const once = digest(await file(office, certificate.zh));
    const { settlement: other } = await office.promised('ALLOWANCE', 2000, orderNumber);
    const another = only(await office.papersOf(other), 'SALES_ALLOWANCE_CERTIFICATE');
    expect(digest(await file(office, another.zh))).not.toBe(once);
    expect(digest(await file(office, certificate.zh))).toBe(once);
    const single = await file(office, `${certificate.zh}&copy=2`);
    expect((await textOfPages(single)).map((page) => page.includes('第 2 联'))).toEqual([true]);
    expect((await office.fetch(`${certificate.zh}&copy=3`)).status).toBe(404);
    const headers = Object.fromEntries((await office.fetch(certificate.zh)).headers);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${certificate.number}-zh-CN.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${once}"`,
    });
    const reader = bench.database.reader(office.tenant);
    const noted = await reader.query<{ sha256: string; renderer: string }>(
      `SELECT r.sha256, r.renderer FROM finance_paper_rendering r
       WHERE r.tenant_id = :tenantId AND r.copy = 0 AND r.language = 'zh-CN' AND r.sha256 = :once`,
      { once },
    );
    expect(noted).toEqual([
      { sha256: once, renderer: expect.stringMatching(/^sheet\/1 pdfkit\/.* NotoSans/) as string },
    ]);
  });

  it('is never handed out as other bytes than before: what was stored is what is made again', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 1000, orderNumber);
    const certificate = only(await office.papersOf(settlement), 'SALES_ALLOWANCE_CERTIFICATE');
    await file(office, certificate.en);
    await bench.database.transaction(office.tenant, (tx) =>
      tx.execute(
        `UPDATE finance_paper SET content = REPLACE(content, '"1000"', '"9000"')
         WHERE tenant_id = :tenantId AND number = :number`,
        { number: certificate.number },
      ),
    );
    expect((await office.fetch(certificate.en)).status).toBe(500);
  });

  it('is signed by those whose place it is, each once, and handed out copy by copy', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 1000, orderNumber);
    const certificate = only(await office.papersOf(settlement), 'SALES_ALLOWANCE_CERTIFICATE');
    const [lee, wang] = ['lee', 'wang'].map((subject) => office.as('manager', { subject }));
    const first = await office.sign(certificate, 'general-manager', lee as never);
    expect(first).toMatchObject({ userErrors: [], paper: { version: 2, signatures: [{}, { signedBy: 'lee' }, {}] } });
    expect(codesOf(await office.sign(certificate, 'business-manager', wang as never))).toEqual(['VERSION_CONFLICT']);
    const now = first.paper as PaperSeen;
    expect(codesOf(await office.sign(now, 'general-manager', wang as never))).toEqual(['FINANCE_PAPER_ALREADY_SIGNED']);
    expect(codesOf(await office.sign(now, 'complainant', wang as never))).toEqual([
      'FINANCE_PAPER_SEAL_NEEDS_EVIDENCE',
    ]);
    expect(codesOf(await office.sign(now, 'general-manager', office.as('agent')))).toEqual([
      'FINANCE_PAPER_ALREADY_SIGNED',
    ]);
    const handed = await office.handOut(now, 2, office.as('agent', { subject: 'agent-1' }));
    expect(handed.paper?.copies.map(({ handedOutBy }) => handedOutBy)).toEqual([null, 'agent-1']);
    expect(codesOf(await office.handOut(handed.paper as PaperSeen, 2, office.as('agent')))).toEqual([
      'FINANCE_PAPER_COPY_HANDED_OUT',
    ]);
    const key = newId();
    const again = { idempotencyKey: key };
    const third = handed.paper as PaperSeen;
    expect((await office.handOut(third, 1, office.as('agent'))).paper?.version).toBe(4);
    expect((await office.sign(third, 'business-manager', wang as never, again)).userErrors[0]?.code).toBe(
      'VERSION_CONFLICT',
    );
    const [page] = await textOfPages(await file(office, only(await office.papersOf(settlement), certificate.kind).en));
    expect(page).toContain('lee');
  });

  it('is only for staff to sign, and for nobody who only reads', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 1000, orderNumber);
    const [certificate] = await office.papersOf(settlement);
    for (const role of ['customer', 'auditor', 'analyst'] as const) {
      await expect(office.sign(certificate as PaperSeen, 'complainant', office.as(role))).rejects.toThrow('FORBIDDEN');
    }
  });

  it('is void when the settlement is rejected', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 1000, orderNumber);
    await office.reject(settlement, 'not agreed');
    const [certificate] = await office.papersOf(settlement);
    expect(certificate).toMatchObject({ voidReason: 'not agreed', version: 2 });
    expect(codesOf(await office.sign(certificate as PaperSeen, 'general-manager', office.as('manager')))).toEqual([
      'FINANCE_PAPER_VOID',
    ]);
  });

  it('needs an address that was signed for it', async () => {
    const { settlement } = await office.promised('ALLOWANCE', 1000, orderNumber);
    const [certificate] = await office.papersOf(settlement);
    const address = certificate?.zh ?? '';
    expect((await office.fetch(address.replace(/papers\/.{4}/, 'papers/AAAA'))).status).toBe(404);
    expect((await office.fetch(address.replace('/papers/', '/evidence/'))).status).toBe(404);
    expect((await office.fetch(address.replace('zh-CN', 'fr'))).status).toBe(404);
  });

  it('is found with as few statements for many settlements as for one', async () => {
    const own = new PaperOffice(bench, MANUFACTURER);
    await own.adopt({ authority: [{ holder: 'finance', currency: 'CNY', maximumMinor: null }] });
    const order = await own.order('1000.00');
    const query = `{ settlements(first: 20) { nodes { papers { ${PAPER} } evidence { required { missing } given { id } } } } }`;
    const counted = async () => {
      const before = bench.statements();
      const { data } = await bench.ask<{ settlements: { nodes: { papers: PaperSeen[] }[] } }>(own.as('finance'), query);
      return {
        statements: bench.statements() - before,
        papers: data.settlements.nodes.map(({ papers }) => papers.length),
      };
    };
    await own.promised('ALLOWANCE', 1000, order);
    await counted();
    const one = await counted();
    for (let index = 0; index < 4; index += 1) await own.promised('ALLOWANCE', 1000, order);
    await counted();
    const many = await counted();
    expect([one.papers, many.papers]).toEqual([[1], [1, 1, 1, 1, 1]]);
    // The regulation is remembered for a moment, so either may have read it once more.
    expect(many.statements).toBeLessThanOrEqual(one.statements + 1);
  });
});

describe('the papers of a return', () => {
  it('are a slip in four copies with reason, mode and basis, and a certificate for the buyer to seal', async () => {
    const office = new PaperOffice(bench, MANUFACTURER);
    await office.adopt({ authority: [{ holder: 'finance', currency: 'CNY', maximumMinor: null }] });
    const { settlement } = await office.promised('RETURN', 5000, await office.order('500.00'));
    const papers = await office.papersOf(settlement);
    const slip = only(papers, 'RETURN_SLIP');
    expect(slip.copies.map(({ copy, holder }) => [copy, holder])).toEqual([
      [1, 'business'],
      [2, 'finished-goods-warehouse'],
      [3, 'finance-department'],
      [4, 'business'],
    ]);
    const pages = await textOfPages(await file(office, slip.zh));
    expect(pages.map((page, index) => page.includes(`第 ${index + 1} 联,共 4 联`))).toEqual([true, true, true, true]);
    for (const words of ['成品退货单', '退货原因', 'product-quality', '处理方式', '退回依据', settlement.number]) {
      expect(pages[0]).toContain(words);
    }
    expect(pages[0]).toContain('自存');
    expect(pages[1]).toContain('成品仓库');
    const certificate = only(papers, 'SALES_RETURN_CERTIFICATE');
    expect(certificate.signatures).toMatchObject([{ place: 'complainant', seal: true }]);
    await office.reject(settlement, 'not agreed');
    expect((await office.papersOf(settlement)).filter(({ voidedAt }) => voidedAt === null)).toEqual([]);
  });
});

describe('the approval sheet of an insurer', () => {
  it.each(['AGREEMENT_SURRENDER', 'COMPENSATION'] as const)('is drawn up for %s before the decision', async (kind) => {
    const office = new PaperOffice(bench, INSURER);
    await office.adopt();
    const { settlement } = await office.promised(kind, 5000, await office.order('500.00'));
    const sheet = only(await office.papersOf(settlement), 'APPROVAL_SHEET');
    expect(sheet.title).toBe('Complaint-handling submission for approval');
    expect(sheet.signatures.map(({ place }) => place)).toEqual(['gm-office', 'department-head']);
    const [page] = await textOfPages(await file(office, sheet.zh));
    expect(page).toContain('签报');
    expect(page).toContain('50.00 CNY');
  });
});
