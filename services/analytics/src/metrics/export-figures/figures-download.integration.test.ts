import { newId, type Role } from '@redress/kernel';
import type { ServedFile } from '@redress/files';
import { QuestionDesk } from '../testing/question-desk';

interface Download {
  readonly url: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly expiresAt: string;
  readonly asOf: { readonly position: string; readonly time: string; readonly metricVersion: number };
}
interface Prepared {
  readonly figuresDownload: Download | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}
interface Wish {
  readonly query: string;
  readonly format?: string;
  readonly key?: string;
  readonly role?: Role;
  readonly subject?: string;
}

const JUNE = 'window: { from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z" }';
const BY_PRODUCT = `metrics: [COMPLAINTS_RECEIVED, CLOSURE_RATE], groupBy: [PRODUCT], totals: true, ${JUNE}`;
const MINUTE_MS = 60_000;
const at = (day: number) => `2026-06-${String(day).padStart(2, '0')}T10:00:00.000Z`;

describe('a file of figures that is fetched by its address', () => {
  let desk: QuestionDesk;
  let tenant: string;
  beforeAll(async () => {
    desk = await QuestionDesk.open();
  });
  beforeEach(async () => {
    tenant = `t-${newId().slice(-12)}`;
    await desk.complaint(tenant, { receivedAt: at(1), product: 'cup' }, 2);
    await desk.complaint(tenant, { receivedAt: at(2), product: 'pan' });
  });
  afterAll(() => desk.close());

  const asking = ({ query, format = 'CSV', key = newId() }: Wish) =>
    `mutation { prepareFiguresDownload(input: { idempotencyKey: "${key}", format: ${format}, query: { ${query} } }) {
      figuresDownload { url sha256 sizeBytes expiresAt asOf { position time metricVersion } } replayed
      userErrors { code path } } }`;

  async function prepare(wish: Wish): Promise<Prepared> {
    const source = asking(wish);
    type Answer = { readonly prepareFiguresDownload: Prepared };
    const { data, codes } = await desk.ask<Answer>(tenant, source, wish.role, wish.subject);
    expect(codes).toEqual([]);
    return data.prepareFiguresDownload;
  }
  async function prepared(wish: Wish): Promise<Download> {
    const { figuresDownload, userErrors } = await prepare(wish);
    expect(userErrors).toEqual([]);
    if (figuresDownload === null) throw new Error('nothing was prepared');
    return figuresDownload;
  }
  async function fetched(url: string): Promise<ServedFile> {
    const found = await desk.fetch(url);
    if ('code' in found) throw new Error(found.code);
    return found;
  }
  function textOf({ content }: ServedFile): string {
    if (!Buffer.isBuffer(content)) throw new Error('the file is not in memory');
    return content.toString();
  }
  const codesOf = ({ userErrors }: Prepared) => userErrors.map(({ code }) => code);

  it.each(['CSV', 'JSON', 'XLSX'])('is the %s of what was on the screen, whatever came since', async (format) => {
    type Screen = { metrics: { asOf: Download['asOf'] } };
    const screen = (
      await desk.ask<Screen>(
        tenant,
        `{ metrics(query: { ${BY_PRODUCT} }) {
      asOf { position time metricVersion } } }`,
      )
    ).data.metrics.asOf;
    const moment = `asOf: { position: "${screen.position}", time: "${screen.time}", metricVersion: ${screen.metricVersion} }`;
    const query = `${BY_PRODUCT}, ${moment}`;
    const { url, sha256, sizeBytes, asOf } = await prepared({ query, format });
    expect(url).toMatch(/^https:\/\/redress\.test\/report-files\/figures\/[\w-]{1,99}$/);
    expect(asOf).toEqual(screen);
    await desk.complaint(tenant, { receivedAt: at(3), product: 'cup' });
    const file = await fetched(url);
    expect(file).toMatchObject({ sha256, sizeBytes });
    expect(file.fileName).toMatch(
      new RegExp(`^figures-\\d{4}-\\d\\d-\\d\\d-${asOf.position}\\.${format.toLowerCase()}$`),
    );
    const export_ = `{ exportMetrics(query: { ${query} }, format: ${format}) { content } }`;
    const { data } = await desk.ask<{ exportMetrics: { content: string } }>(tenant, export_);
    expect(Buffer.from(data.exportMetrics.content, 'base64').equals(file.content as Buffer)).toBe(true);
    expect((await fetched(url)).content).toEqual(file.content);
  });

  it('is of the present unless told, with the moment to be told again', async () => {
    const { url } = await prepared({ query: BY_PRODUCT });
    await desk.complaint(tenant, { receivedAt: at(3), product: 'lid' });
    expect(textOf(await fetched(url))).not.toContain('lid');
    expect(textOf(await fetched((await prepared({ query: BY_PRODUCT })).url))).toContain('lid');
  });

  it('is refused for what the screen is refused for, and to whoever reads no figures', async () => {
    const few = await prepare({ query: BY_PRODUCT, role: 'analyst' });
    expect(few).toMatchObject({ figuresDownload: null, userErrors: [{ code: 'ANALYTICS_TOO_FEW' }] });
    expect(few.userErrors[0]?.path?.slice(0, 2)).toEqual(['input', 'query']);
    const staff = { query: `metrics: [ACTS], groupBy: [STAFF], ${JUNE}` };
    expect(codesOf(await prepare({ ...staff, role: 'finance' }))).toEqual(['ANALYTICS_ABOUT_STAFF']);
    expect(codesOf(await prepare(staff))).toEqual([]);
    expect(codesOf(await prepare({ query: BY_PRODUCT, key: '' }))).toEqual(['INPUT_INVALID']);
    for (const role of ['customer', 'agent', 'handler'] as const)
      expect((await desk.ask(tenant, asking({ query: BY_PRODUCT }), role)).codes).toEqual(['FORBIDDEN']);
    expect((await desk.askAsOperator([tenant], asking({ query: BY_PRODUCT }))).codes).toEqual(['FORBIDDEN']);
  });

  it('is prepared once for a key, of each person by themselves', async () => {
    const wish = { query: BY_PRODUCT, key: newId() };
    const first = await prepared(wish);
    expect(await prepare(wish)).toEqual({ figuresDownload: first, replayed: true, userErrors: [] });
    expect(codesOf(await prepare({ ...wish, format: 'XLSX' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    const another = await prepare({ ...wish, subject: 'another' });
    expect(another.replayed).toBe(false);
    expect(another.figuresDownload?.url).not.toBe(first.url);
    expect(codesOf(await prepare({ ...wish, subject: 'third', role: 'analyst' }))).toEqual(['ANALYTICS_TOO_FEW']);
  });

  it('is nothing by a changed address, in another organisation, or after its time', async () => {
    const start = desk.now;
    const wish = { query: BY_PRODUCT, key: newId() };
    const { url, expiresAt } = await prepared(wish);
    expect(expiresAt).toBe(new Date(start.getTime() + 10 * MINUTE_MS).toISOString());
    const link = url.split('/').at(-1) ?? '';
    const unknown = { status: 404, code: 'LINK_UNKNOWN' };
    expect(await desk.fetch(`${link.startsWith('A') ? 'B' : 'A'}${link.slice(1)}`)).toEqual(unknown);
    expect(await desk.fetch('')).toEqual(unknown);
    const target = desk.links.read(link);
    if (target === undefined) throw new Error('its own link is unknown');
    expect(await desk.fetch(desk.links.addressOf({ ...target, tenantId: 'others' }))).toEqual(unknown);
    expect(await desk.fetch(desk.links.addressOf({ ...target, fileId: newId() }))).toEqual(unknown);
    try {
      desk.now = new Date(start.getTime() + 10 * MINUTE_MS - 1);
      await fetched(url);
      desk.now = new Date(start.getTime() + 10 * MINUTE_MS);
      expect(await desk.fetch(url)).toEqual({ status: 410, code: 'LINK_EXPIRED' });
      expect((await prepare(wish)).figuresDownload?.url).toBe(url);
      desk.now = new Date(start.getTime() + 71 * MINUTE_MS);
      await prepared({ query: BY_PRODUCT });
      expect(await prepare(wish)).toMatchObject({ replayed: true, userErrors: [{ code: 'ANALYTICS_DOWNLOAD_ENDED' }] });
    } finally {
      desk.now = start;
    }
  });

  it('is not another one than was promised', async () => {
    const [changed, defined] = [await prepared({ query: BY_PRODUCT }), await prepared({ query: BY_PRODUCT })];
    const fileId = desk.links.read(defined.url.split('/').at(-1) ?? '')?.fileId;
    await desk.database.transaction(tenant, async (tx) => {
      await tx.execute(`UPDATE complaint_fact c SET c.product = 'lid' WHERE c.tenant_id = :tenantId`);
      await tx.execute(
        `UPDATE figures_download d SET d.metric_version = 1 WHERE d.tenant_id = :tenantId AND d.id = :fileId`,
        { fileId },
      );
    });
    expect(await desk.fetch(changed.url)).toEqual({ status: 409, code: 'ANALYTICS_FIGURES_CHANGED' });
    expect(await desk.fetch(defined.url)).toEqual({ status: 409, code: 'ANALYTICS_METRIC_VERSION_GONE' });
  });
});
