import { DrawingQueue } from '@redress/documents';
import { writeLink } from '@redress/files';
import { systemClock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { Paper } from '../model/paper.model';
import { aPaper } from '../testing/a-paper';
import { openPaper } from './paper-routes';
import type { RenderPaperPorts } from './render-paper.handler';

const KEY = Buffer.alloc(32, 1);
const [ONE, OTHER] = ['a', 'b'].map((sign) => `018f0000-0000-7000-8000-0000000000a${sign}`) as [string, string];

/** Papers without a database; drawing ends when the test lets it. */
function aDesk() {
  const changes = new Map<string, Partial<Paper>>();
  const drawn: string[] = [];
  let begun: () => void = () => undefined;
  let gate: Promise<void> = Promise.resolve();
  const ports: RenderPaperPorts = {
    database: { reader: () => ({}) } as unknown as Database,
    papers: {
      find: (_, id) => Promise.resolve(aPaper({ id, ...changes.get(id) })),
      marks: () => Promise.resolve([]),
    },
    renderings: {
      note: async (_, tenantId, { paperId, sha256 }) => {
        drawn.push(`${tenantId}/${paperId}`);
        begun();
        await gate;
        return sha256;
      },
    },
    clock: systemClock,
    queue: new DrawingQueue<Buffer>(
      { bytesKept: 10_000_000, drawings: 1, drawingsOfTenant: 1 },
      ({ length }) => length,
    ),
  };
  return {
    drawn,
    change: (id: string, change: Partial<Paper>) => changes.set(id, change),
    fetch: (fileId: string, query: Readonly<Record<string, string>> = {}, tenantId = 'one') =>
      openPaper(
        writeLink(KEY, 'download', { tenantId, fileId, expiresAt: new Date('2200-01-01T00:00:00.000Z') }),
        query,
        KEY,
        ports,
      ),
    /** Holds what is drawn from now on; `underWay` resolves when there is something, `letGo` ends it. */
    hold() {
      let letGo: () => void = () => undefined;
      gate = new Promise((resolve) => (letGo = resolve));
      const underWay = new Promise<void>((resolve) => (begun = resolve));
      return { underWay, letGo };
    },
  };
}

describe('the file of a paper', () => {
  it('is drawn once for all who fetch it, and again only when the paper says something else', async () => {
    const desk = aDesk();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => desk.fetch(ONE)));
    expect(first).toMatchObject({ mediaType: 'application/pdf', fileName: 'AC2026-000001-zh-CN.pdf' });
    for (const other of [...others, await desk.fetch(ONE)]) expect(other).toEqual(first);
    expect(desk.drawn).toHaveLength(1);
    await desk.fetch(ONE, { language: 'en' });
    await desk.fetch(ONE, { copy: '2' });
    await desk.fetch(ONE, {}, 'other');
    expect(desk.drawn).toHaveLength(4);
    const { content } = aPaper();
    desk.change(ONE, { content: { ...content, localTime: '2026-11-03 16:00 Asia/Shanghai' } });
    expect(await desk.fetch(ONE)).not.toEqual(first);
    desk.change(ONE, { version: 2 });
    await desk.fetch(ONE);
    expect(desk.drawn).toHaveLength(6);
  });

  it('is refused, with the time after which to ask again, while too many others wait', async () => {
    const desk = aDesk();
    const held = desk.hold();
    const first = desk.fetch(ONE);
    await held.underWay;
    expect(await desk.fetch(OTHER, { language: 'en' })).toEqual({
      ...{ status: 503, code: 'FINANCE_PAPER_FILES_BUSY', retryAfterSeconds: 5 },
      message: 'Many papers are being drawn at the moment. Try again in a few seconds.',
    });
    const same = desk.fetch(ONE);
    held.letGo();
    expect(await same).toEqual(await first);
    expect(await desk.fetch(OTHER)).toMatchObject({ mediaType: 'application/pdf' });
    expect(desk.drawn).toEqual([`one/${ONE}`, `one/${OTHER}`]);
  });

  it('is not there for a copy that the paper does not have', async () => {
    expect(await aDesk().fetch(ONE, { copy: '9' })).toBe(404);
  });
});
