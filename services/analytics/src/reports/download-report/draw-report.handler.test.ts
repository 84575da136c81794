import type { DrawingLimits } from '@redress/documents';
import type { Outcome } from '@redress/kernel';
import { aReport } from '../testing/a-report';
import { drawingReports, type DrawnFile, type WantedFile } from './draw-report.handler';

/** Drawing that a test lets go on; each file is of so many bytes. */
function aDesk({ bytes = 10, ...limits }: Partial<DrawingLimits> & { readonly bytes?: number } = {}) {
  const drawn: string[] = [];
  const open: (() => void)[] = [];
  let held = false;
  const write = (name: string) => async () => {
    drawn.push(name);
    if (held) await new Promise<void>((resolve) => open.push(resolve));
    return Buffer.alloc(bytes, drawn.length);
  };
  const draw = drawingReports({
    formats: {
      JSON: { ending: 'json', mediaType: 'application/json', drawn: false, write: write('JSON') },
      XLSX: { ending: 'xlsx', mediaType: 'x', drawn: true, write: write('XLSX') },
      PDF: { ending: 'pdf', mediaType: 'application/pdf', drawn: true, write: write('PDF') },
    },
    contentOf: (_, reportId) => Promise.resolve(reportId === 'expected' ? null : Buffer.from('{}')),
    limits: { bytesKept: 1_000, drawings: 4, drawingsOfTenant: 4, ...limits },
  });
  return {
    drawn,
    draw: (change: Partial<WantedFile> = {}) =>
      draw({ tenantId: 'one', report: aReport(), format: 'PDF', language: 'en', ...change }),
    hold: () => {
      held = true;
    },
    letGo: () => {
      held = false;
      for (const resolve of open.splice(0)) resolve();
    },
  };
}

const codesOf = (outcomes: readonly Outcome<DrawnFile>[]): string[] =>
  outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code)));
const another = (id: string): Partial<WantedFile> => ({ report: aReport({ id }) });

describe('files of reports', () => {
  it('are drawn once for all who ask at the same time, and for those who ask later', async () => {
    const desk = aDesk();
    const [first, ...others] = await Promise.all(Array.from({ length: 10 }, () => desk.draw()));
    expect(first?.ok).toBe(true);
    for (const other of [...others, await desk.draw()]) expect(other).toEqual(first);
    expect(desk.drawn).toEqual(['PDF']);
  });

  it('are others for each version, language, format and organisation', async () => {
    const desk = aDesk();
    await desk.draw();
    for (const change of [
      { report: aReport({ version: 3 }) },
      { language: 'zh-CN' as const },
      { format: 'XLSX' as const },
      { tenantId: 'other' },
    ]) {
      await desk.draw(change);
    }
    expect(desk.drawn).toEqual(['PDF', 'PDF', 'PDF', 'XLSX', 'PDF']);
  });

  it('are kept as long as they have room, those that were asked for last the longest', async () => {
    const desk = aDesk({ bytesKept: 25 });
    for (const id of ['a', 'b']) await desk.draw(another(id));
    await desk.draw(another('a'));
    await desk.draw(another('c'));
    expect(desk.drawn).toHaveLength(3);
    await desk.draw(another('a'));
    expect(desk.drawn).toHaveLength(3);
    await desk.draw(another('b'));
    expect(desk.drawn).toHaveLength(4);
    const large = aDesk({ bytesKept: 5 });
    for (const _ of [1, 2]) expect((await large.draw()).ok).toBe(true);
    expect(large.drawn).toHaveLength(2);
  });

  it('that are too many at once are refused, and can be asked for again once others are drawn', async () => {
    const desk = aDesk({ drawings: 3, drawingsOfTenant: 2 });
    desk.hold();
    const waiting = [desk.draw(another('a')), desk.draw(another('b'))];
    expect(codesOf([await desk.draw(another('c'))])).toEqual(['ANALYTICS_REPORT_FILES_BUSY']);
    const ofOther = desk.draw({ tenantId: 'other' });
    expect(codesOf([await desk.draw({ tenantId: 'third' })])).toEqual(['ANALYTICS_REPORT_FILES_BUSY']);
    // Whoever asks for what is being drawn, or for what need not be drawn, takes no place.
    waiting.push(desk.draw(another('a')));
    const plain = desk.draw({ ...another('c'), format: 'JSON' });
    desk.letGo();
    expect(codesOf(await Promise.all([...waiting, ofOther, plain]))).toEqual([]);
    expect((await desk.draw(another('c'))).ok).toBe(true);
  });

  it('that fail take no place and are drawn anew', async () => {
    const desk = aDesk({ drawings: 1 });
    expect(await desk.draw({ report: aReport({ id: 'expected' }) })).toMatchObject({ ok: false });
    const broken = drawingReports({
      formats: {
        JSON: { ending: '', mediaType: '', drawn: false, write: () => Promise.reject(new Error('no')) },
        XLSX: { ending: '', mediaType: '', drawn: true, write: () => Promise.reject(new Error('no')) },
        PDF: { ending: '', mediaType: '', drawn: true, write: () => Promise.reject(new Error('no')) },
      },
      contentOf: () => Promise.resolve(Buffer.from('{}')),
      limits: { bytesKept: 10, drawings: 1, drawingsOfTenant: 1 },
    });
    const wanted = { tenantId: 'one', report: aReport(), format: 'PDF', language: 'en' } as const;
    for (const _ of [1, 2]) await expect(broken(wanted)).rejects.toThrow('no');
    expect((await desk.draw()).ok).toBe(true);
  });
});
