import { createHash } from 'node:crypto';
import { textOfPages } from '@redress/documents/testing';
import { eventually } from '@redress/testkit';
import type { Person } from '../support/act';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { Story } from '../support/story';

const REGULATION = {
  ...{ regulation: 'retail-franchise-7day', version: 1, effectiveFrom: '2026-08-20T00:00:00.000Z' },
  ...{ timeZone: 'Asia/Shanghai', calendar: 'cn', numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' } },
  openValues: [
    { key: 'authority', authority: [{ role: 'MANAGER', currency: 'CNY' }] },
    { key: 'salesRules', text: '按销售业务处理规定。' },
    { key: 'effectiveFrom', date: '2026-07-01' },
  ],
};
const REPORT = `id version state from until dueOn overdue edition corrected correctionReason sha256 signedBy
  asOf { position complete } sections { code rows } files(language: ZH_CN) { format url } editions { edition state }`;
const REPORTS = `query ($where: ReportWhereInput) { reports(first: 10, where: $where) { nodes { ${REPORT} } } }`;

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly dueOn: string | null;
  readonly edition: number;
  readonly sha256: string | null;
  readonly asOf: { readonly position: string; readonly complete: boolean } | null;
  readonly sections:
    readonly { readonly code: string; readonly rows: readonly (readonly (string | null)[])[] }[] | null;
  readonly files: readonly { readonly format: string; readonly url: string }[];
}

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('the monthly statistics of an organisation', () => {
  let system: MovedSystem;
  let organisation: Organisation;
  let manager: Person;

  beforeAll(async () => {
    system = await startMovedSystem('2026-08-10T02:00:00.000Z');
    organisation = await foundOrganisation(system);
    manager = organisation.people.manager;
    expectAccepted(await organisation.people.admin.act('adoptRegulation', REGULATION));
  }, 180_000);
  afterAll(() => system?.stop(), 60_000);

  const reports = async (where: object = {}): Promise<readonly Seen[]> =>
    (await manager.read<{ reports: { nodes: readonly Seen[] } }>(REPORTS, { where })).reports.nodes;
  const report = (state: string, edition = 1): Promise<Seen> =>
    eventually(async () => (await reports()).find((each) => each.state === state && each.edition === edition), {
      what: `edition ${edition} of the report being ${state}`,
      timeoutMs: 90_000,
    });
  /** A report tells what analytics has heard of when the month ends. */
  const counted = (complaints: string): Promise<boolean> =>
    eventually(
      async () => {
        const { metrics } = await manager.read<{ metrics: { rows: { values: { value: string }[] }[] } }>(
          '{ metrics(query: { metrics: [COMPLAINTS_RECEIVED] }) { rows { values { value } } } }',
        );
        return metrics.rows[0]?.values[0]?.value === complaints;
      },
      { what: `${complaints} complaints in the figures`, timeoutMs: 60_000 },
    );
  const received = ({ sections }: Seen): string | null | undefined =>
    sections
      ?.find(({ code }) => code === 'overview')
      ?.rows.find(([figure]) => figure === 'COMPLAINTS_RECEIVED:COUNT')?.[1];
  const fetched = async ({ files }: Seen, format: string): Promise<Buffer> => {
    const { url = '' } = files.find((each) => each.format === format) ?? {};
    expect(new URL(url).origin).toBe(new URL(system.url).origin);
    const response = await fetch(url);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };

  it('appears by itself when the month has ended where the organisation is, with the figures of the month', async () => {
    await Story.begin(organisation);
    await Story.begin(organisation);
    await counted('2');
    expect(await reports()).toEqual([]);
    await system.moveTo('2026-08-31T16:20:00.000Z');
    const made = await report('AWAITING_SIGNATURE');
    expect(made).toMatchObject({ from: '2026-08-01', until: '2026-08-31', dueOn: '2026-09-10', overdue: false });
    expect(received(made)).toBe('2');
    expect(made.sections?.map(({ code }) => code)).toEqual(expect.arrayContaining(['byCategory', 'trend', 'settled']));
  });

  it('is fetched as JSON, workbook and PDF, which say the same', async () => {
    const made = await report('AWAITING_SIGNATURE');
    const content = await fetched(made, 'JSON');
    expect(createHash('sha256').update(content).digest('hex')).toBe(made.sha256);
    expect(JSON.parse(content.toString())).toMatchObject({ asOf: { position: made.asOf?.position } });
    const workbook = (await fetched(made, 'XLSX')).toString('utf8');
    for (const part of ['xl/charts/chart', '<c:barChart>', '<c:lineChart>', '投诉类别'])
      expect(workbook).toContain(part);
    const pages = (await textOfPages(await fetched(made, 'PDF'))).join('\n');
    for (const words of ['投诉统计表', '2026-08-01 – 2026-08-31', '收到的投诉', '总经理'])
      expect(pages).toContain(words);
  });

  it('is late when nobody signed it by the tenth, until a manager does', async () => {
    await system.moveTo('2026-09-10T16:00:01.000Z');
    const [late] = await reports({ overdue: { eq: true } });
    expect(late?.state).toBe('AWAITING_SIGNATURE');
    const sign = { reportId: late?.id, expectedVersion: late?.version };
    const refused = await organisation.people.analyst.act('signReport', sign);
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['ANALYTICS_REPORT_SIGNER_NOT_ENTITLED']);
    expectAccepted(await manager.act('signReport', sign));
    expect(await reports({ overdue: { eq: true } })).toEqual([]);
    const pages = (await textOfPages(await fetched(await report('SIGNED'), 'PDF'))).join('\n');
    expect(pages.replaceAll(/\s+/g, '')).toContain(`manager@${organisation.tenant}`.replaceAll(/\s+/g, ''));
  });

  it('is corrected by a new edition that says why; what was signed stays to the byte', async () => {
    const signed = await report('SIGNED');
    const before = await fetched(signed, 'JSON');
    expectAccepted(
      await organisation.people.analyst.act('correctReport', {
        ...{ reportId: signed.id, expectedVersion: signed.version, reason: '漏计电话投诉' },
      }),
    );
    const next = await report('AWAITING_SIGNATURE', 2);
    expect(next).toMatchObject({ correctionReason: '漏计电话投诉', corrected: false, dueOn: null });
    expect(next.sha256).not.toBe(signed.sha256);
    const kept = await report('SIGNED');
    expect(kept).toMatchObject({ corrected: true, sha256: signed.sha256 });
    expect((await fetched(kept, 'JSON')).equals(before)).toBe(true);
  });

  it('is not there for anybody of another organisation', async () => {
    const { id, version } = await report('SIGNED');
    const others = await foundOrganisation(system);
    const { report: seen } = await others.people.manager.read<{ report: object | null }>(
      'query ($id: ID!) { report(id: $id) { id } }',
      { id },
    );
    expect(seen).toBeNull();
    const answer = await others.people.manager.act('signReport', { reportId: id, expectedVersion: version });
    expect(answer.userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });
});
