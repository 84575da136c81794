import {
  caseAssigned,
  caseClosed,
  caseLevelChanged,
  caseNotEstablished,
  caseReassessed,
  caseReopened,
} from '@redress/contracts';
import { newId, systemClock } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { buildPrograms } from '../test-bench/child-process';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import type { FakeCase } from '../test-bench/fake-case-handling';
import { FinanceOffice } from '../test-bench/finance-office';
import { adoptedRegulationsInMysql } from './adapters/adopted-regulations.repository-mysql';
import { caseFilesInMysql } from './adapters/case-file.repository-mysql';
import { staffStandingsInMysql } from './adapters/staff-standings.repository-mysql';
import type { CaseFile } from './model/case-file.model';
import { PLAIN_MATTER, ToldOrganisation } from './testing/told-organisation';

const MANUFACTURER = { id: 'manufacturer-yymmcc', version: 1 };

describe('what finance knows of a case', () => {
  let bench: FinanceBench;
  let office: FinanceOffice;
  let told: ToldOrganisation;

  beforeAll(async () => {
    buildPrograms();
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    office = new FinanceOffice(bench);
    told = new ToldOrganisation(bench.caseHandling, office.tenant, MANUFACTURER);
  });

  const reader = () => bench.database.reader(office.tenant);
  const fileWhen = (fakeCase: FakeCase, holds: (file: CaseFile) => boolean): Promise<CaseFile> =>
    eventually(
      async () => {
        const [file] = await caseFilesInMysql.caseFilesBy(reader(), [fakeCase.id]);
        if (file === undefined || !holds(file)) throw new Error(`the file is ${JSON.stringify(file)}`);
        return file;
      },
      { timeoutMs: 45_000, what: 'the file of the case' },
    );
  const linkedWhen = (fakeCase: FakeCase, count: number) =>
    eventually(
      async () => {
        const linked = await caseFilesInMysql.linkedCaseIds(reader(), fakeCase.id);
        if (linked.length !== count) throw new Error(`${linked.length} linked`);
        return [...linked].sort();
      },
      { timeoutMs: 45_000, what: 'the linked cases' },
    );
  const by = () => ({ at: '2026-11-02T08:00:00.000Z', by: 'handler-1' });

  it('is what was told from its opening to its end, and from its reopening on', async () => {
    const fakeCase = office.openCase();
    await told.open(fakeCase, {
      ...{ product: 'kettle', region: 'east', orderLine: { orderNumber: 'O-1', lineNumber: 2 } },
      receivedAt: '2026-11-01T08:00:00.000Z',
    });
    const opened = await fileWhen(fakeCase, () => true);
    expect(opened).toMatchObject({
      complaintId: fakeCase.complaintId,
      customerId: fakeCase.customerId,
      regulation: MANUFACTURER,
      orderLine: { orderNumber: 'O-1', lineNumber: 2 },
      ...{ product: 'kettle', region: 'east', categoryCode: 'product-quality', matter: PLAIN_MATTER, round: 1 },
      ...{ harmId: fakeCase.id, notEstablished: false, receivedAt: new Date('2026-11-01T08:00:00.000Z') },
    });
    const matter = { ...PLAIN_MATTER, assessment: { noLoss: true } };
    const key = fakeCase.key();
    const judged = { categoryId: newId(), categoryCode: 'delivery', matter };
    await fakeCase.tell(caseReassessed, { ...key, ...by(), ...judged });
    await fakeCase.tell(caseLevelChanged, { ...key, ...by(), level: 'major', track: 'NORMAL', because: [] });
    await fakeCase.tell(caseAssigned, { ...key, ...by(), assignee: 'handler-1', unitId: 'qa-room' });
    await fakeCase.tell(caseNotEstablished, { ...key, ...by(), customerId: fakeCase.customerId });
    const closedAt = '2026-11-02T08:00:00.000Z';
    await fakeCase.tell(caseClosed, { ...key, ...by(), closedAt, outcome: 'NOT_ESTABLISHED' });
    expect(await fileWhen(fakeCase, ({ outcome }) => outcome !== undefined)).toMatchObject({
      ...{ categoryCode: 'delivery', matter, level: 'major', department: 'qa-room', notEstablished: true },
      ...{ outcome: 'NOT_ESTABLISHED', closedAt: new Date(closedAt), product: 'kettle' },
    });
    await fakeCase.tell(caseReopened, { ...key, ...by(), round: 2, because: 'FOLLOW_UP' });
    expect(await fileWhen(fakeCase, ({ round }) => round === 2)).not.toHaveProperty('closedAt');
  });

  it('begins with whatever is heard first', async () => {
    const fakeCase = office.openCase();
    await fakeCase.tell(caseLevelChanged, { ...fakeCase.key(), ...by(), level: 'minor', track: 'NORMAL', because: [] });
    const file = await fileWhen(fakeCase, () => true);
    expect(file).toEqual({
      ...{ caseId: fakeCase.id, complaintId: fakeCase.complaintId, harmId: fakeCase.id },
      ...{ level: 'minor', round: 1, notEstablished: false },
    });
  });

  it('links cases that are about one harm, over several mergers, and parts them again', async () => {
    const [first, second, third, other] = [1, 2, 3, 4].map(() => office.openCase()) as [
      FakeCase,
      FakeCase,
      FakeCase,
      FakeCase,
    ];
    for (const each of [first, second, third, other]) await told.open(each);
    await told.merge(first, second);
    await told.merge(third, second);
    await told.merge(second, other);
    const all = [first, second, third, other].map(({ id }) => id).sort();
    expect(await linkedWhen(first, 4)).toEqual(all);
    expect(await caseFilesInMysql.linkedCaseIds(reader(), other.id)).toHaveLength(4);
    await told.unmerge(second, other);
    expect(await linkedWhen(other, 1)).toEqual([other.id]);
    expect(await linkedWhen(third, 3)).toEqual([first, second, third].map(({ id }) => id).sort());
    const strangers = bench.database.reader('another');
    expect(await caseFilesInMysql.linkedCaseIds(strangers, first.id)).toEqual([first.id]);
    expect(await caseFilesInMysql.caseFilesBy(strangers, all)).toEqual([]);
  });

  it('says which adoption of its regulation binds it: that in force at its receipt', async () => {
    const regulations = adoptedRegulationsInMysql(systemClock);
    const of = (maximumMinor: string) => ({ authority: [{ holder: 'finance', currency: 'CNY', maximumMinor }] });
    await told.adopt(of('100'), { effectiveFrom: '2026-01-01T00:00:00.000Z' });
    await told.adopt(of('200'), { effectiveFrom: '2026-06-01T00:00:00.000Z' });
    await eventually(async () => (await regulations.all(reader())).length === 2, { timeoutMs: 45_000 });
    const limitAt = async (receivedAt: string, regulation = MANUFACTURER) => {
      const file = { regulation, receivedAt: new Date(receivedAt) };
      const binding = await regulations.regulationOf(reader(), file);
      return (binding?.settings.openValues['authority'] as { maximumMinor: string }[] | undefined)?.[0]?.maximumMinor;
    };
    expect(await limitAt('2026-05-31T23:59:59.999Z')).toBe('100');
    expect(await limitAt('2026-06-01T00:00:00.000Z')).toBe('200');
    expect(await limitAt('2025-12-31T00:00:00.000Z')).toBeUndefined();
    expect(await limitAt('2026-06-01T00:00:00.000Z', { id: 'jewellery-retail', version: 1 })).toBeUndefined();
    expect(await regulations.regulationOf(reader(), undefined)).toBeUndefined();
    expect(await regulations.regulationOf(bench.database.reader('another'), undefined)).toBeUndefined();
  });

  it('keeps an adoption that it cannot read, and answers nothing for it', async () => {
    await told.adopt({}, { settings: { timeZone: 'Nowhere/Land' }, regulation: { id: 'unheard-of', version: 9 } });
    await told.adopt({}, { effectiveFrom: '2026-01-01T00:00:00.000Z' });
    const regulations = adoptedRegulationsInMysql(systemClock);
    await eventually(async () => (await regulations.all(reader())).length === 1, { timeoutMs: 45_000 });
    const file = { regulation: { id: 'unheard-of', version: 9 }, receivedAt: new Date('2026-11-01T00:00:00.000Z') };
    expect(await regulations.regulationOf(reader(), file)).toBeUndefined();
  });

  it('knows as whom people act: themselves, and for whom they stand in while they are absent', async () => {
    const at = new Date('2026-11-02T00:00:00.000Z');
    const staffId = newId();
    await told.appoint('wei', ['business-manager'], {
      ...{ staffId, absentUntil: '2026-11-05T00:00:00.000Z', delegate: 'lin' },
    });
    await told.appoint('lin', ['business']);
    await told.appoint('gone', ['business-manager'], { active: false });
    const acting = (subject: string, moment = at) => staffStandingsInMysql.actingAs(reader(), subject, moment);
    await eventually(async () => (await acting('lin')).length === 2, { timeoutMs: 45_000 });
    expect((await acting('lin')).map(({ subject }) => subject).sort()).toEqual(['lin', 'wei']);
    expect(await acting('lin', new Date('2026-11-05T00:00:00.000Z'))).toHaveLength(1);
    expect(await acting('gone')).toEqual([]);
    const members = await staffStandingsInMysql.membersOf(reader(), ['business-manager']);
    expect(members.map(({ subject }) => subject)).toEqual(['lin', 'wei']);
    await told.appoint('wei', ['general-manager'], { staffId, staffVersion: 2 });
    await eventually(async () => (await acting('lin')).length === 1, { timeoutMs: 45_000 });
    expect(await acting('wei')).toMatchObject([{ parties: ['general-manager'] }]);
  });
});
