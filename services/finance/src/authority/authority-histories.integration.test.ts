import { eventually } from '@redress/testkit';
import { caseFilesInMysql } from '../case-file/adapters/case-file.repository-mysql';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { AuthorityOffice, type SignedSettlement } from './testing/authority-office';

/** Limits in minor units; the general manager has none. */
const LIMITS: Readonly<Record<string, number>> = {
  finance: 40_000,
  'business-manager': 90_000,
  'general-manager': Infinity,
};
const PEOPLE = [
  { subject: 'fa', role: 'finance', party: undefined },
  { subject: 'fb', role: 'finance', party: undefined },
  { subject: 'ba', role: 'supervisor', party: 'business-manager' },
  { subject: 'bb', role: 'supervisor', party: 'business-manager' },
  { subject: 'ga', role: 'manager', party: 'general-manager' },
  { subject: 'xa', role: 'manager', party: undefined },
] as const;

interface Row {
  readonly id: string;
  readonly caseId: string;
  readonly minor: string;
  readonly state: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly line: string;
}

/** The same numbers on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('histories of decisions over linked cases', () => {
  let bench: FinanceBench;

  beforeAll(async () => {
    buildPrograms();
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());

  it.each([11, 12, 13])('keep to the matrix, whoever asks for what at the same time (seed %i)', async (seed) => {
    const roll = dice(seed);
    const office = new AuthorityOffice(bench, 'manufacturer-yymmcc');
    await office.adopt(
      Object.entries(LIMITS).map(([holder, limit]) => ({
        ...{ holder, currency: 'CNY', maximumMinor: limit === Infinity ? null : String(limit) },
      })),
    );
    for (const { subject, party } of PEOPLE) await office.told.appoint(subject, party === undefined ? [] : [party]);
    const orders = await Promise.all([1, 2, 3].map(() => office.order('100000.00')));
    const promised = await Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        const orderNumber = orders[roll(3)] ?? '';
        const kinds = ['REFUND', 'COMPENSATION', 'PRICE_REDUCTION', 'REPAIR'] as const;
        const remedy = { orderNumber, kind: kinds[index % 4] ?? 'REFUND' };
        return office.promised([FakeCase.remedy(5_000 + roll(45_000), remedy)]);
      }),
    );
    const cases = promised.map(({ fakeCase }) => fakeCase);
    // Two harms of three cases each; the others stand alone, and share order lines with all.
    for (const [duplicate, main] of [
      [1, 0],
      [2, 0],
      [4, 3],
      [5, 3],
    ] as const) {
      await office.told.merge(at(cases, duplicate), at(cases, main));
    }
    const linked = (index: number) =>
      caseFilesInMysql.linkedCaseIds(bench.database.reader(office.tenant), at(cases, index).id);
    await eventually(async () => (await linked(0)).length === 3 && (await linked(3)).length === 3, {
      timeoutMs: 45_000,
    });

    const settlements = promised.flatMap((each) => each.settlements);
    const asked = Array.from({ length: 72 }, () => ({
      settlement: at(settlements, roll(settlements.length)),
      person: at(PEOPLE, roll(PEOPLE.length)),
      endorses: roll(5) === 0,
    }));
    for (let from = 0; from < asked.length; from += 6) {
      await Promise.all(
        asked.slice(from, from + 6).map(({ settlement, person: { subject, role }, endorses }) => {
          const person = office.person(subject, role);
          return endorses ? office.endorse(settlement, person) : office.approve(settlement, { person });
        }),
      );
    }
    const harms = new Map(cases.map(({ id }, index) => [id, index < 3 ? 'a' : index < 6 ? 'b' : id]));
    const { released, problems } = await audit(office, settlements, harms);
    expect(problems).toEqual([]);
    expect(released).toBeGreaterThan(3);
  });

  /** Reads the tables and judges them by arithmetic of its own. */
  async function audit(
    office: AuthorityOffice,
    settlements: readonly SignedSettlement[],
    harms: ReadonlyMap<string, string>,
  ): Promise<{ readonly released: number; readonly problems: readonly string[] }> {
    const { system } = bench.database;
    const rows = await system.query<Row>(
      `SELECT id, case_id AS caseId, amount_minor AS minor, state, decided_by AS decidedBy, decided_at AS decidedAt,
         order_number AS line FROM settlement WHERE tenant_id = :tenant AND decided_at IS NOT NULL`,
      { tenant: office.tenant },
    );
    const endorsers = await system.query<{ id: string; subject: string }>(
      'SELECT settlement_id AS id, subject FROM settlement_endorsement WHERE tenant_id = :tenant',
      { tenant: office.tenant },
    );
    expect(rows.length).toBeLessThanOrEqual(settlements.length);
    const limitOf = (subject: string): number => {
      const { role, party } = PEOPLE.find((each) => each.subject === subject) ?? {};
      return LIMITS[party ?? ''] ?? LIMITS[role ?? ''] ?? 0;
    };
    const problems = rows.flatMap((row) => {
      const signed = endorsers.filter(({ id }) => id === row.id).map(({ subject }) => subject);
      // Of two that were decided in the same millisecond neither counts as the earlier.
      const earlier = rows.filter((other) => other !== row && isSameHarm(other, row) && isBefore(other, row));
      const total = earlier.reduce((sum, { minor }) => sum + Number(minor), Number(row.minor));
      const reach = Math.max(...[row.decidedBy ?? '', ...signed].map(limitOf));
      return [
        ...(total <= reach ? [] : [`${row.id}: ${total} is more than ${reach}`]),
        ...(signed.includes(row.decidedBy ?? '') ? [`${row.id} was approved by who endorsed it`] : []),
      ];
    });
    return { released: rows.length, problems };

    function isSameHarm(one: Row, other: Row): boolean {
      return harms.get(one.caseId) === harms.get(other.caseId) || one.line === other.line;
    }
  }
});

function isBefore(one: Row, other: Row): boolean {
  return (one.decidedAt?.getTime() ?? 0) < (other.decidedAt?.getTime() ?? 0);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no ${index}`);
  return item;
}
