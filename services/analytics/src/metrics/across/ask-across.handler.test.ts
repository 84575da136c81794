import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Asker, AskFigures, FiguresAnswer } from '../questions/ask-figures.handler';
import type { FiguresQuery, FiguresRow } from '../questions/figures-query.model';
import type { AcrossQuestion, AcrossRefusal } from './across-question.command';
import { askAcross } from './ask-across.handler';

const QUERY: FiguresQuery = {
  ...{ metrics: ['COMPLAINTS_RECEIVED'], groupBy: ['PRODUCT'], where: {}, timeZone: 'UTC' },
  window: { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-02-01T00:00:00Z') },
  ...{ having: [], totals: false, fillGaps: false },
};
const time = new Date('2026-03-01T00:00:00Z');
const QUESTION: AcrossQuestion = { query: QUERY, at: { time }, positions: [] };

const row = (key: string, value: string): FiguresRow => ({
  ...{ keys: [key], rest: false },
  figures: [{ metric: 'COMPLAINTS_RECEIVED', statistic: 'COUNT', unit: 'COUNT', value }],
});

function answering(rowsFor: (organisation: string) => readonly FiguresRow[] | undefined) {
  const asked: { asker: Asker; position: bigint | undefined; complete: boolean | undefined }[] = [];
  let [running, most] = [0, 0];
  const ask: AskFigures = async (asker, _, at) => {
    asked.push({ asker, position: at?.position, complete: at?.complete });
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    const rows = rowsFor(asker.tenantId);
    if (rows === undefined) return refuse({ code: 'ANALYTICS_TOO_FEW' });
    const position = at?.position ?? (asker.tenantId === 'nobody' ? 0n : 7n);
    const asOf = { position, time, complete: at?.complete ?? true, metricVersion: 1 };
    return accept<FiguresAnswer>({ rows, totals: undefined, comparedWindow: undefined, asOf, engine: 'facts' });
  };
  return { across: askAcross(ask), asked, most: () => most };
}

const codes = (outcome: Outcome<unknown, AcrossRefusal>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

describe('asking across organisations', () => {
  it('asks each as somebody from outside who sees no persons, a few at once, and tells them by their names', async () => {
    const names = Array.from({ length: 50 }, (_, place) => `org-${String(place).padStart(2, '0')}`);
    const { across, asked, most } = answering((name) => [row('cup', name.slice(-2))]);
    const [outcome] = await Promise.all([
      across([...names].reverse(), QUESTION),
      // Another operator at the same time does not make it more.
      across(['other-01', 'other-02'], QUESTION),
    ]);
    expect(outcome.ok && outcome.value.organisations.map(({ organisation }) => organisation)).toEqual(names);
    expect(outcome.ok && outcome.value.together).toMatchObject([{ figures: [{ value: '1225', organisations: 50 }] }]);
    expect(asked.every(({ asker }) => !asker.seesPersons && asker.isOutsider === true)).toBe(true);
    expect(most()).toBe(4);
    expect(codes(await across([...names, 'one-more'], QUESTION))).toEqual(['ANALYTICS_TOO_MANY_ORGANISATIONS']);
  });

  it('tells by itself why one has no figures, and never asks one that the token does not name', async () => {
    const { across, asked } = answering((name) => (name === 'small' ? undefined : [row('cup', '6')]));
    const organisations = ['acme', 'small', 'strange', 'nobody'];
    const outcome = await across(['acme', 'small', 'nobody'], { ...QUESTION, organisations });
    expect(outcome.ok && outcome.value.organisations).toMatchObject([
      { organisation: 'acme', rows: [{ keys: ['cup'] }] },
      { organisation: 'nobody', refusals: [{ code: 'ANALYTICS_ORGANISATION_UNKNOWN' }] },
      { organisation: 'small', refusals: [{ code: 'ANALYTICS_TOO_FEW' }] },
      { organisation: 'strange', refusals: [{ code: 'ANALYTICS_ORGANISATION_NOT_OPERATED' }] },
    ]);
    expect(outcome.ok && outcome.value.together).toMatchObject([{ figures: [{ value: '6', organisations: 1 }] }]);
    expect(asked.map(({ asker }) => asker.tenantId).sort()).toEqual(['acme', 'nobody', 'small']);
  });

  it('asks at the positions that are given back', async () => {
    const { across, asked } = answering(() => []);
    const positions = [{ organisation: 'b', position: 3n, complete: false }];
    await across(['a', 'b'], { ...QUESTION, positions });
    expect(asked.map(({ position, complete }) => [position, complete])).toEqual([
      [undefined, undefined],
      [3n, false],
    ]);
  });

  it('tells once, and asks nobody, what is wrong with the question', async () => {
    const { across, asked } = answering(() => []);
    const refused = async (change: Partial<AcrossQuestion>) => codes(await across(['a'], { ...QUESTION, ...change }));
    const query = (change: Partial<FiguresQuery>) => refused({ query: { ...QUERY, ...change } });
    const at = (organisation: string) => ({ organisation, position: 1n });
    expect(await refused({ organisations: [] })).toEqual(['ANALYTICS_NO_ORGANISATION']);
    expect(await refused({ positions: [at('b')] })).toEqual(['ANALYTICS_ORGANISATION_NOT_ASKED']);
    expect(await refused({ positions: [at('a'), at('a')] })).toEqual(['ANALYTICS_ORGANISATION_TWICE']);
    expect(await refused({ at: { time, position: 1n } })).toEqual(['ANALYTICS_POSITION_OF_ONE_ORGANISATION']);
    expect(await refused({ at: { time, metricVersion: 1 } })).toEqual(['ANALYTICS_METRIC_VERSION_GONE']);
    expect(await query({ metrics: [] })).toEqual(['ANALYTICS_NO_METRIC']);
    expect(await query({ groupBy: ['STAFF'] })).toEqual(['ANALYTICS_ABOUT_STAFF']);
    expect(await query({ fillGaps: true })).toEqual(['ANALYTICS_GAPS_NEED_TIME']);
    expect(asked).toEqual([]);
  });

  it('bounds the groups of all organisations together', async () => {
    const { across } = answering(() => Array.from({ length: 1_700 }, (_, place) => row(`p${place}`, '9')));
    expect((await across(['a', 'b'], QUESTION)).ok).toBe(true);
    expect(codes(await across(['a', 'b', 'c'], QUESTION))).toEqual(['ANALYTICS_TOO_MANY_GROUPS']);
  });

  it('does not put groups together of which each organisation leaves out others', async () => {
    const { across } = answering(() => [row('cup', '9')]);
    const top = { metric: 'COMPLAINTS_RECEIVED', count: 1, rest: false } as const;
    const outcome = await across(['a', 'b'], { ...QUESTION, query: { ...QUERY, top } });
    expect(outcome.ok && outcome.value.together).toBeUndefined();
    expect(outcome.ok && outcome.value.totals).toBeUndefined();
  });
});
