import { fixedClock, newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { analyticsSchema } from '../../test-bench/journal';
import { outsideFiguresInMysql } from './adapters/outside-figures.repository-mysql';
import { recordOutsideFigure } from './record-outside-figure.handler';

describe('figures that people record', () => {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await analyticsSchema());
  });
  afterAll(() => close());

  it.each([0, 1])('are recorded once after version %i, however many do it at once', async (expectedVersion) => {
    const figure = { figure: 'training-coverage', from: '2026-06-01', until: '2026-06-30', source: 'HR' };
    const record = (numerator: bigint) =>
      recordOutsideFigure(
        {
          ...{ ...figure, numerator, denominator: 10n, tenantId: 't-figures', subject: 'ma', expectedVersion },
          idempotencyKey: newId(),
        },
        { database, clock: fixedClock('2026-07-01T00:00:00.000Z'), figures: outsideFiguresInMysql },
      );
    const results = await Promise.all([1n, 2n, 3n, 4n, 5n, 6n].map(record));
    const codes = results.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code)));
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'VERSION_CONFLICT'));
  });
});
