import { newId, refuse } from '@redress/kernel';
import { metricService } from './composition-root';
import { figuresOfCategories } from './figures-of-categories.handler';
import { askFigures, type AskFigures } from './questions/ask-figures.handler';
import { QuestionDesk } from './testing/question-desk';

const JUNE = { from: new Date('2026-06-01T00:00:00Z'), to: new Date('2026-07-01T00:00:00Z') };
const SCOPE = { window: JUNE, timeZone: 'UTC' };
const AT = { time: new Date('2026-07-01T00:00:00Z') };

describe('figures of several categories', () => {
  let desk: QuestionDesk;
  let tenantId: string;
  let asked: number;
  let ask: AskFigures;
  const received = (categoryCode: string, count: number, closedAfterDays?: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        desk.complaint(
          tenantId,
          { categoryCode, categoryId: newId(), customerId: newId(), receivedAt: `2026-06-0${index + 1}T10:00:00.000Z` },
          closedAfterDays,
        ),
      ),
    );
  beforeAll(async () => {
    desk = await QuestionDesk.open();
    tenantId = `t-${newId().slice(-12)}`;
    await received('quality', 6, 3);
    await received('delivery', 5);
    await received('manners', 1);
  });
  beforeEach(() => {
    asked = 0;
    const service = askFigures(metricService(desk.database, { now: () => AT.time }));
    ask = (...question) => {
      asked += 1;
      return service(...question);
    };
  });
  afterAll(() => desk.close());

  const CODES = ['manners', 'quality', 'nothing-of-it', 'delivery'];
  const together = (window = JUNE) =>
    figuresOfCategories(ask, { tenantId, seesPersons: true }, CODES, { ...SCOPE, window }, AT);
  const each = async () => {
    const answers = [];
    for (const code of CODES)
      answers.push(...(await figuresOfCategories(ask, { tenantId, seesPersons: true }, [code], SCOPE, AT)));
    return answers;
  };

  it('are those of each by itself, by one question', async () => {
    const answers = await together();
    expect(asked).toBe(1);
    expect(answers).toEqual(await each());
    expect(answers.map((answer) => answer.ok && answer.value.rows[0]?.figures[0]?.value)).toEqual(['1', '6', '0', '5']);
  });

  it('tell the others where one rests on too few', async () => {
    const guarded: AskFigures = (asker, query, at) =>
      query.where.CATEGORY?.includes('manners') === true
        ? Promise.resolve(refuse({ code: 'ANALYTICS_TOO_FEW', path: ['query'] }))
        : ask(asker, query, at);
    const answers = await figuresOfCategories(guarded, { tenantId, seesPersons: true }, CODES, SCOPE, AT);
    expect(answers.map(({ ok }) => ok)).toEqual([false, true, true, true]);
    expect(answers.slice(1)).toEqual((await each()).slice(1));
  });

  it('refuse each when the question is wrong', async () => {
    const answers = await together({ from: JUNE.to, to: JUNE.from });
    expect(asked).toBe(1);
    expect(answers.map((answer) => !answer.ok && answer.refusals[0]?.code)).toEqual(
      CODES.map(() => 'ANALYTICS_WINDOW_INVALID'),
    );
  });
});
