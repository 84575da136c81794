import { newId } from '@redress/kernel';
import { findRegulation } from '@redress/regulations';
import { watchSettingsInMysql } from '../signals/adapters/watch-setting.repository-mysql';
import { watchTurnsInMysql } from '../signals/adapters/watch-turns.repository-mysql';
import { expectDueReports } from './expect-reports/expect-reports.handler';
import { makeReport } from './make-report/make-report.handler';
import { REQUESTED_AT_MOST } from './request-report/make-report.handler';
import { codesOf, ReportDesk } from './testing/report-desk';
import { improvements, ReportOffice, sha256Of } from './testing/report-office';

const MONTHLY = 'retail-franchise-7day';
const OCTOBER_ENDS = '2026-10-31T16:00:00Z';
const READY = '2026-10-31T16:15:00Z';
const LATE = '2026-11-10T16:00:00Z';

describe('reports', () => {
  let office: ReportOffice;

  beforeAll(async () => {
    office = await ReportOffice.open();
  }, 120_000);
  afterAll(() => office.close());
  beforeEach(() => {
    office.now = new Date('2026-10-05T02:00:00Z');
    office.figures = { received: 7, position: 100n, complete: true };
    office.broken.clear();
    office.asked.splice(0);
  });

  async function organisation(regulation = MONTHLY, changes: object = {}): Promise<ReportDesk> {
    return new ReportDesk(office, await office.adopt(regulation, changes));
  }

  /** An organisation whose regulation has improvement points proposed for each month. */
  async function improving(): Promise<ReportDesk> {
    const desk = await organisation('omnichannel-72h');
    await office.database.transaction(desk.tenantId, (tx) =>
      watchSettingsInMysql.adopt(tx, {
        ...{ adoptionId: newId(), effectiveFrom: new Date('2011-01-01T00:00:00Z') },
        ...{ timeZone: 'Asia/Shanghai', improvementPoints: 2 },
      }),
    );
    return desk;
  }

  /** Says until which day its figures were looked at. */
  const watched = ({ tenantId }: ReportDesk, day: string): Promise<void> =>
    office.database.transaction(tenantId, (tx) => watchTurnsInMysql(office.database).setWatchedUntil(tx, day));

  /** An organisation whose report of October is made and waits for a signature. */
  async function withReport(regulation = MONTHLY) {
    const desk = await organisation(regulation);
    await office.at(READY);
    return { desk, report: await desk.only() };
  }

  describe('on schedule', () => {
    it('are expected when their period ends where the organisation is, and made once its last events are there', async () => {
      const desk = await organisation();
      await office.at('2026-10-31T15:59:59.999Z');
      expect(await desk.list()).toEqual([]);
      await office.at(OCTOBER_ENDS);
      const expected = await desk.only();
      expect(expected).toMatchObject({
        ...{ state: 'EXPECTED', from: '2026-10-01', until: '2026-10-31', dueOn: '2026-11-10', edition: 1 },
        ...{ definition: { report: 'monthly-statistics' }, asOf: null, sections: null, files: [], overdue: false },
      });
      await office.at(READY);
      const made = await desk.only();
      expect(made).toMatchObject({
        id: expected.id,
        state: 'AWAITING_SIGNATURE',
        asOf: { position: '100', complete: true },
      });
      expect(made.sections?.map(({ code }) => code)).toContain('byCategory');
      await office.at('2026-11-30T16:15:00Z');
      expect((await desk.list()).map(({ from }) => from)).toEqual(['2026-11-01', '2026-10-01']);
    });

    it('ask every figure as of the one position that the first answer was of', async () => {
      await organisation();
      await office.at(READY);
      const [first, ...others] = office.asked.filter(([, { window }]) =>
        window.to.toISOString().startsWith('2026-10-31'),
      );
      expect(first?.[2]).toBeUndefined();
      expect(others.length).toBeGreaterThan(5);
      expect(others.every(([, , at]) => at?.position === 100n)).toBe(true);
    });

    it('are late when the day has passed and nobody signed them, and not before', async () => {
      const { desk, report } = await withReport();
      office.now = new Date('2026-11-10T15:59:59.999Z');
      expect(await desk.list({ overdue: { eq: true } })).toEqual([]);
      office.now = new Date(LATE);
      expect((await desk.list({ overdue: { eq: true } })).map(({ id, overdue }) => [id, overdue])).toEqual([
        [report.id, true],
      ]);
      await desk.sign(report);
      expect(await desk.list({ overdue: { eq: true } })).toEqual([]);
      expect(await desk.list({ state: { in: ['SIGNED'] }, overdue: { eq: false } })).toHaveLength(1);
    });

    it('wait for an event that is known to be missing, but not until they are late', async () => {
      const desk = await organisation();
      office.figures = { ...office.figures, complete: false };
      expect(await office.at(READY)).toEqual(['put-off']);
      expect((await desk.only()).state).toBe('EXPECTED');
      expect(await office.at('2026-10-31T16:20:00Z')).toEqual([]);
      expect(await office.at('2026-11-09T16:00:00Z')).toEqual(['made']);
      expect((await desk.only()).asOf).toEqual({ position: '100', complete: false });
    });

    it('that cannot be made do not keep others from being made, and are tried again', async () => {
      const [one, other] = [await organisation(), await organisation()];
      office.broken.add(one.tenantId);
      expect((await office.at(READY)).sort()).toEqual(['failed', 'made']);
      expect([(await one.only()).state, (await other.only()).state]).toEqual(['EXPECTED', 'AWAITING_SIGNATURE']);
      office.broken.clear();
      expect(await office.at('2026-10-31T16:30:00Z')).toEqual(['made']);
      expect((await one.only()).state).toBe('AWAITING_SIGNATURE');
    });

    it('that cannot be expected do not come before those of others again and again', async () => {
      const [bad, good] = [await organisation(), await organisation()];
      const badId = (await adoptionOf(bad)).id;
      const { database, clock, reports, adoptions } = office;
      const lock: typeof adoptions.lock = (tx, id) =>
        id === badId ? Promise.reject(new Error('unheard of')) : adoptions.lock(tx, id);
      office.now = new Date(READY);
      const making = { database, clock, reports };
      await expect(expectDueReports({ ...making, adoptions: { ...adoptions, lock } })).rejects.toThrow(AggregateError);
      expect([(await bad.list()).length, (await good.list()).length]).toEqual([0, 1]);
      expect((await adoptionOf(bad)).nextAt).toEqual(new Date('2026-10-31T16:20:00Z'));
      office.now = new Date('2026-10-31T16:20:00Z');
      await expectDueReports({ ...making, adoptions });
      expect(await bad.list()).toHaveLength(1);
    });

    async function adoptionOf({ tenantId }: ReportDesk): Promise<{ readonly id: string; readonly nextAt: Date }> {
      const [row] = await office.database
        .reader(tenantId)
        .query<{ id: string; nextAt: Date }>(
          'SELECT a.id, a.next_at AS nextAt FROM report_adoption a WHERE a.tenant_id = :tenantId',
        );
      if (row === undefined) throw new Error('nothing was adopted');
      return row;
    }

    it('are those of the regulation that is in force when the period ends', async () => {
      const desk = await organisation('omnichannel-72h');
      office.now = new Date('2026-10-20T02:00:00Z');
      await office.adopt('consumer-affairs', { tenantId: desk.tenantId, effectiveFrom: '2026-10-25T00:00:00Z' });
      await office.at('2026-12-31T16:15:00Z');
      const reports = (await desk.list()).map(({ definition, from }) => [definition.report, from]);
      expect(reports.filter(([, from]) => from === '2026-10-01')).toHaveLength(2);
      expect(reports.map(([report]) => report)).not.toContain('monthly-analysis');
      expect(reports).toContainEqual(['quarterly-evaluation', '2026-10-01']);
      expect(reports).toHaveLength(4);
    });

    it('of a regulation that this program cannot read yet are expected once it can', async () => {
      const shipped = findRegulation(MONTHLY, 1);
      const document = { ...JSON.parse(JSON.stringify(shipped)), id: 'our-own', stages: 'of a later form' } as object;
      const desk = await organisation('our-own', { document });
      await office.at('2026-11-20T02:00:00Z');
      expect(await desk.list()).toEqual([]);
      const readable = { ...JSON.parse(JSON.stringify(shipped)), id: 'our-own' } as object;
      await office.database.transaction(desk.tenantId, (tx) =>
        tx.execute('UPDATE report_adoption a SET a.document = :text WHERE a.tenant_id = :tenantId', {
          text: JSON.stringify(readable),
        }),
      );
      await office.at('2026-11-20T03:00:00Z');
      expect((await desk.only()).from).toBe('2026-10-01');
    });

    it('wait for the improvement points of the month, but not until they are late', async () => {
      const [prompt, never] = [await improving(), await improving()];
      const states = async () => [(await prompt.only()).state, (await never.only()).state];
      await office.at(READY);
      expect(await states()).toEqual(['EXPECTED', 'EXPECTED']);
      await watched(prompt, '2026-10-31');
      await office.at('2026-10-31T16:26:00Z');
      expect(await states()).toEqual(['EXPECTED', 'EXPECTED']);
      await watched(prompt, '2026-11-01');
      await office.at('2026-10-31T16:37:00Z');
      expect(await states()).toEqual(['MADE', 'EXPECTED']);
      const sections = (await prompt.only()).sections?.map(({ code }) => code);
      expect(sections).toEqual(expect.arrayContaining(['improvementPoints', 'improvementEvidence']));
      await office.at('2026-11-09T16:00:00Z');
      expect(await states()).toEqual(['MADE', 'MADE']);
      for (const desk of [prompt, never]) await watched(desk, '2100-01-01');
    });

    it('of a regulation that the organisation wrote follow its own text', async () => {
      const shipped = findRegulation(MONTHLY, 1);
      const [report] = shipped?.reports ?? [];
      const own = { ...shipped, id: 'our-own', reports: [{ ...report, dueDay: 5, contents: ['category', 'moods'] }] };
      const desk = await organisation('our-own', { document: JSON.parse(JSON.stringify(own)) as object });
      await office.at(READY);
      const made = await desk.only();
      expect(made.dueOn).toBe('2026-11-05');
      expect(made.sections?.map(({ code, rows }) => [code, rows.length])).toEqual([
        ['byCategory', 1],
        ['moods', 0],
      ]);
    });

    it('are made once each, whatever number of workers look for them at once', async () => {
      const desks = await Promise.all(Array.from({ length: 6 }, () => organisation('consumer-affairs')));
      office.now = new Date('2026-12-31T16:15:00Z');
      const ends = (await Promise.all([1, 2, 3, 4].map(() => office.round()))).flat();
      expect(new Set(ends)).toEqual(new Set(['made']));
      const begun = office.asked.filter(([, , at]) => at === undefined).map(([tenantId]) => tenantId);
      expect(begun.filter((tenantId) => desks.some((desk) => desk.tenantId === tenantId))).toHaveLength(6 * 4);
      for (const desk of desks) {
        const reports = await desk.list();
        expect(reports).toHaveLength(4);
        expect(new Set(reports.map(({ state }) => state))).toEqual(new Set(['MADE']));
      }
      expect(await office.round()).toEqual([]);
    });

    it('are not changed by a worker that lost its lease', async () => {
      const desk = await organisation();
      office.now = new Date(READY);
      const { database, clock, reports, adoptions } = office;
      const slow = await lateLease(desk);
      expect(await office.round()).toEqual([]);
      await database.transaction(desk.tenantId, (tx) =>
        tx.execute(`UPDATE report r SET r.lease_until = '2020-01-01' WHERE r.tenant_id = :tenantId`),
      );
      expect(await office.round()).toEqual(['made']);
      const before = await desk.only();
      office.figures = { ...office.figures, received: 99 };
      const making = { database, clock, reports, adoptions, improvements, askMetrics: office.ask };
      expect(await makeReport(slow, making)).toBe('lost');
      expect(await desk.only()).toMatchObject({ sha256: before.sha256, version: before.version });
    });
  });

  /** Leases the report of an organisation for a worker that then does nothing. */
  async function lateLease(desk: ReportDesk) {
    const moment = office.now;
    await office.at(OCTOBER_ENDS);
    office.now = moment;
    const leased = await office.reports.lease(moment, 60_000);
    if (leased?.tenantId !== desk.tenantId) throw new Error('another report was leased');
    return leased;
  }

  describe('once made', () => {
    it('say the same for ever, in every file, whatever becomes of the figures', async () => {
      const { desk, report } = await withReport();
      office.figures = { ...office.figures, received: 1_000 };
      await office.at('2026-11-03T00:00:00Z');
      const again = await desk.only();
      expect(again).toMatchObject({ sections: report.sections, sha256: report.sha256, version: report.version });
      for (const { format, url } of again.files) {
        const [one, other] = [
          await office.fetch(url),
          await office.fetch(report.files.find((each) => each.format === format)?.url ?? ''),
        ];
        if (typeof one === 'number' || 'code' in one) throw new Error(`${format} answered ${JSON.stringify(one)}`);
        expect(other).toBe(410);
        if (format === 'JSON') expect(sha256Of(one.content)).toBe(report.sha256);
        expect(one.fileName).toBe(`monthly-statistics-2026-10-01-1.${format.toLowerCase()}`);
      }
    });

    it('are fetched by addresses that were signed, and no others', async () => {
      const { report } = await withReport();
      const [{ url = '' } = {}] = report.files;
      expect(typeof (await office.fetch(url))).toBe('object');
      expect(await office.fetch(url.replace(/.\?/, 'x?'))).toBe(404);
      expect(await office.fetch(url.replace('format=json', 'format=exe'))).toBe(404);
      expect(await office.fetch(url.replace(/language=[^&]+/, 'language=fr'))).toBe(404);
    });

    it('are signed once, by whom the regulation says', async () => {
      const { desk, report } = await withReport();
      const refused = await desk.sign(report, desk.as('analyst'));
      expect(codesOf(refused)).toEqual(['ANALYTICS_REPORT_SIGNER_NOT_ENTITLED']);
      expect(refused.userErrors[0]?.details?.allowed).toEqual(['manager']);
      expect(codesOf(await desk.sign({ ...report, version: 1 }))).toEqual(['VERSION_CONFLICT']);
      const idempotencyKey = newId();
      const signed = await desk.sign(report, desk.as('manager'), { idempotencyKey });
      expect(signed).toMatchObject({
        replayed: false,
        report: { state: 'SIGNED', signedBy: `manager@${desk.tenantId}` },
      });
      expect(await desk.sign(report, desk.as('manager'), { idempotencyKey })).toMatchObject({
        replayed: true,
        userErrors: [],
      });
      const twice = await desk.sign(signed.report ?? report, desk.as('admin'));
      expect(codesOf(twice)).toEqual(['ANALYTICS_REPORT_NOT_TO_BE_SIGNED']);
    });
  });

  describe('corrected', () => {
    it('are made anew as the next edition, which says why; the edition before stays', async () => {
      const { desk, report } = await withReport();
      await desk.sign(report);
      const signed = await desk.only();
      expect(codesOf(await desk.correct(signed, '  '))).toEqual(['INPUT_INVALID']);
      office.figures = { ...office.figures, received: 8, position: 120n };
      const { report: next } = await desk.correct(signed, '漏计一件投诉');
      expect(next).toMatchObject({ edition: 2, state: 'EXPECTED', correctionReason: '漏计一件投诉', dueOn: null });
      expect(await office.round()).toEqual(['made']);
      const [second, first] = [await desk.see(next?.id ?? ''), await desk.see(report.id)];
      expect(first).toMatchObject({
        state: 'SIGNED',
        corrected: true,
        sha256: report.sha256,
        sections: report.sections,
      });
      expect(second).toMatchObject({ state: 'AWAITING_SIGNATURE', asOf: { position: '120' } });
      expect(second?.sha256).not.toBe(report.sha256);
      expect(second?.editions.map(({ edition, state }) => [edition, state])).toEqual([
        [1, 'SIGNED'],
        [2, 'AWAITING_SIGNATURE'],
      ]);
      expect(first?.editions).toEqual(second?.editions);
      expect(await desk.list({ corrected: { eq: false } })).toHaveLength(1);
      expect(codesOf(await desk.correct(first ?? report, 'again'))).toEqual(['ANALYTICS_REPORT_CORRECTED']);
      expect(codesOf(await desk.sign(second ?? report, desk.as('manager', `analyst@${desk.tenantId}`)))).toEqual([
        'ANALYTICS_REPORT_SIGNED_BY_MAKER',
      ]);
      expect(codesOf(await desk.sign(second ?? report))).toEqual([]);
    });

    it('stay due when they were not out yet, and only the latest edition is late', async () => {
      const { desk, report } = await withReport();
      const { report: next } = await desk.correct(report, 'counted twice');
      expect(next?.dueOn).toBe('2026-11-10');
      expect(codesOf(await desk.correct(next ?? report, 'too early'))).toEqual(['ANALYTICS_REPORT_NOT_MADE']);
      await office.at(LATE);
      expect((await desk.list({ overdue: { eq: true } })).map(({ edition }) => edition)).toEqual([2]);
      expect(codesOf(await desk.sign((await desk.see(report.id)) ?? report))).toEqual(['ANALYTICS_REPORT_CORRECTED']);
    });

    it('have one next edition, however many correct at once', async () => {
      const { desk, report } = await withReport();
      const answers = await Promise.all(['a', 'b', 'c'].map((reason) => desk.correct(report, reason)));
      expect(answers.flatMap(codesOf)).toEqual(['ANALYTICS_REPORT_CORRECTED', 'ANALYTICS_REPORT_CORRECTED']);
      expect(await desk.list()).toHaveLength(2);
    });
  });

  describe('on request', () => {
    it('are made of any days that are over, once', async () => {
      const desk = await organisation('market-3wd');
      const answer = await desk.make({ report: 'supervision' });
      expect(answer.report).toMatchObject({ state: 'EXPECTED', from: '2026-09-01', until: '2026-09-30', dueOn: null });
      expect(await office.round()).toEqual(['made']);
      expect((await desk.only()).state).toBe('MADE');
      expect(codesOf(await desk.make({ report: 'supervision' }))).toEqual(['ANALYTICS_REPORT_EXISTS']);
    });

    it.each([
      [{ report: 'nothing-of-the-kind' }, 'ANALYTICS_REPORT_UNKNOWN'],
      [{ report: 'monthly-statistics' }, 'ANALYTICS_REPORT_ON_SCHEDULE'],
      [{ report: 'standard-statistics', until: '2026-10-05' }, 'ANALYTICS_REPORT_PERIOD_NOT_OVER'],
      [{ report: 'standard-statistics', until: '2026-08-31' }, 'ANALYTICS_REPORT_PERIOD_INVALID'],
      [{ report: 'standard-statistics', from: '2011-01-01' }, 'ANALYTICS_REPORT_PERIOD_INVALID'],
      [{ report: 'standard-statistics', idempotencyKey: '' }, 'INPUT_INVALID'],
    ])('of %j are refused with %s', async (input, code) => {
      const desk = await organisation();
      expect(codesOf(await desk.make(input))).toEqual([code]);
      expect(await desk.list()).toEqual([]);
    });

    it('are of whole months for those who may not see figures of single people', async () => {
      const desk = await organisation();
      const annual = { report: 'standard-annual-return', from: '2026-09-01', until: '2026-09-29' };
      expect(codesOf(await desk.make(annual))).toEqual(['ANALYTICS_REPORT_PERIOD_NOT_WHOLE_MONTHS']);
      const late = { ...annual, from: '2026-08-02', until: '2026-09-30' };
      expect(codesOf(await desk.make(late))).toEqual(['ANALYTICS_REPORT_PERIOD_NOT_WHOLE_MONTHS']);
      expect(codesOf(await desk.make(annual, desk.as('supervisor')))).toEqual([]);
      expect(codesOf(await desk.make({ ...annual, from: '2026-08-01', until: '2026-09-30' }))).toEqual([]);
      expect(await office.round()).toEqual(['made', 'made']);
      expect((await desk.list()).map(({ until }) => until).sort()).toEqual(['2026-09-29', '2026-09-30']);
      expect((await desk.list(null, 'analyst')).map(({ until }) => until)).toEqual(['2026-09-30']);
      expect((await desk.list(null, 'finance')).map(({ until }) => until)).toEqual(['2026-09-30']);
    });

    it('wait in a number that is bounded', async () => {
      const desk = await organisation();
      const ask = (day: number) => {
        const on = `2026-09-${String(day).padStart(2, '0')}`;
        return desk.make({ report: 'standard-staffing', from: on, until: on }, desk.as('manager'));
      };
      for (let day = 1; day <= REQUESTED_AT_MOST; day += 1) expect(codesOf(await ask(day))).toEqual([]);
      expect(codesOf(await ask(REQUESTED_AT_MOST + 1))).toEqual(['ANALYTICS_REPORTS_TOO_MANY']);
      expect(new Set(await office.round())).toEqual(new Set(['made']));
      expect(codesOf(await ask(REQUESTED_AT_MOST + 1))).toEqual([]);
      await office.round();
    });

    it.each(['standard-statistics', 'standard-annual-return', 'standard-major-complaints', 'standard-staffing'])(
      'there is %s for every organisation',
      async (report) => {
        const desk = new ReportDesk(office, `t-${newId().slice(-12)}`);
        expect(codesOf(await desk.make({ report }))).toEqual([]);
        expect(await office.round()).toEqual(['made']);
        expect((await desk.only()).sections?.length).toBeGreaterThan(1);
      },
    );
  });

  describe('are seen', () => {
    it('with their figures of single people only by those who lead people', async () => {
      const desk = await organisation('company-24h-confirm');
      await office.at('2026-12-31T16:15:00Z');
      const appraisal = await desk.only();
      expect(appraisal.sections?.map(({ code }) => code)).toEqual(['departmentPerformance', 'staffPerformance']);
      expect(await desk.list(null, 'analyst')).toEqual([]);
      expect(await desk.see(appraisal.id, desk.as('analyst'))).toBeNull();
      const found = (role: 'manager' | 'analyst' | 'agent') => desk.found(appraisal.id, desk.as(role));
      expect([await found('manager'), await found('analyst'), await found('agent')]).toEqual([
        appraisal.id,
        null,
        null,
      ]);
      const stranger = { ...desk.as('manager'), tenantId: 'another' };
      expect(await desk.found(appraisal.id, stranger)).toBeNull();
      expect(codesOf(await desk.correct(appraisal, 'x', desk.as('analyst')))).toEqual(['NOT_FOUND']);
    });

    it('by nobody of another organisation, and by no customer', async () => {
      const { desk, report } = await withReport();
      const others = new ReportDesk(office, `t-${newId().slice(-12)}`);
      expect(await others.list()).toEqual([]);
      expect(await others.see(report.id)).toBeNull();
      expect(codesOf(await others.sign(report))).toEqual(['NOT_FOUND']);
      expect(codesOf(await others.correct(report, 'x'))).toEqual(['NOT_FOUND']);
      const { codes } = await office.request(desk.as('customer'), '{ reports(first: 1) { nodes { id } } }');
      expect(codes).toEqual(['FORBIDDEN']);
      expect(await desk.only()).toMatchObject({ state: 'AWAITING_SIGNATURE', version: report.version });
    });

    it('as what the regulation in force asks for', async () => {
      const desk = await organisation('manufacturer-yymmcc');
      const source =
        '{ reportDefinitions { report period dueDay signers { role } readers { label { zh } } contents } }';
      const { data } = await office.request<{ reportDefinitions: object[] }>(desk.as('analyst'), source);
      expect(data.reportDefinitions).toContainEqual(
        expect.objectContaining({ report: 'monthly-closed-cases', period: 'MONTH', dueDay: 10, signers: [] }),
      );
      expect(data.reportDefinitions).toHaveLength(2 + 5);
    });
  });
});
