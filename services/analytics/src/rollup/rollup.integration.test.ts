import { newId } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import { factsEngine } from '../metrics/engines/facts-engine.query';
import { describeEngine } from '../metrics/engines/engines.contract';
import { METRICS } from '../metrics/model/metric-registry.model';
import { analyticsSchema } from '../test-bench/journal';
import { RandomFacts, takeRandomEvents } from '../test-bench/seeded-facts';
import { rollupsInMysql } from './adapters/rollups.repository-mysql';
import { rollupsOfAllInMysql } from './adapters/rollups-of-all.repository-mysql';
import { rollupEngine } from './answer/rollup-engine.query';
import { FOUND_BY_TIME } from './answer/rollup-question.model';
import { standingOf } from './answer/rollup-standing.query';
import { rollupDifferences } from './check/rollup-differences.query';
import { fillingRollups } from './composition-root';
import { factsAsOf } from './adapters/facts-as-of-mysql';
import { fillRollups, type FillRollupsParts } from './fill/fill-rollups.handler';
import { tendRollups } from './fill/fill-rollups.job';
import { keepRollups } from './keep/keep-rollups.handler';
import { rollupLayout } from './model/rollup-layout.model';
import { anyTotalQuestion, totalQuestions } from './testing/total-questions';

const layout = rollupLayout(METRICS);
const keeping = keepRollups({ layout, rollups: rollupsInMysql });
const logger = createLogger({ service: 'rollup-test', level: 'silent' });
const WINDOW = { from: new Date('2025-09-01T00:00:00Z'), to: new Date('2026-09-01T00:00:00Z') };
const EVENTS = 30;

describe('totals beside the facts', () => {
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  let position = 0n;
  const asked = `t-${newId()}`;

  beforeAll(async () => {
    schema = await analyticsSchema();
    const random = new RandomFacts(11, 25);
    for (let batch = 0; batch < 4; batch += 1) position = await happens(asked, random);
  }, 120_000);
  afterAll(() => schema.close());

  const happens = (tenantId: string, random: RandomFacts, listeners = [keeping]) =>
    takeRandomEvents(schema.database, tenantId, random, EVENTS, listeners);
  const unlike = (tenantId: string) => rollupDifferences(schema.database, layout, tenantId, 20);
  const standing = (tenantId: string) => standingOf(schema.database.reader(tenantId), layout);
  const parts = (change: Partial<FillRollupsParts> = {}) => fillingRollups(schema, { leaseMs: 0, ...change });
  const inSmallParts = { read: factsAsOf(layout, 3) };

  /** Facts of a tenant of which totals were never kept. */
  async function fromBefore(seed: number): Promise<{ readonly tenantId: string; readonly random: RandomFacts }> {
    const tenantId = `t-${newId()}`;
    const random = new RandomFacts(seed, 12);
    await happens(tenantId, random, []);
    await happens(tenantId, random, []);
    return { tenantId, random };
  }

  describeEngine({
    name: 'totals, as they are now',
    tenantId: () => asked,
    engine: () => rollupEngine(schema.database, layout),
    reference: () => factsEngine(schema.database),
    position: () => position,
    every: 1,
    answersAtLeast: totalQuestions.length,
    only: { questions: totalQuestions, any: anyTotalQuestion, answersAtLeast: 20 },
  });

  it('are those of the facts after every batch of changes, and of no other tenant', async () => {
    const [tenantId, other] = [`t-${newId()}`, `t-${newId()}`];
    const random = new RandomFacts(13, 6);
    await happens(other, random);
    for (let batch = 0; batch < 5; batch += 1) {
      const reached = await happens(tenantId, random);
      expect(await standing(tenantId)).toMatchObject({ generation: 1, position: reached });
      expect(await unlike(tenantId)).toEqual([]);
    }
    expect(await unlike(other)).toEqual([]);
  }, 120_000);

  it.each([...FOUND_BY_TIME])('may end within an hour by %s, as its table has an index by that', async (anchor) => {
    const [table, column] = anchor.split('/');
    const found = await schema.database.system.query(
      `SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = :table
         AND COLUMN_NAME = :column AND SEQ_IN_INDEX = 3`,
      { table, column },
    );
    expect(found).toHaveLength(1);
  });

  it('that are not right are found', async () => {
    const tenantId = `t-${newId()}`;
    await happens(tenantId, new RandomFacts(17, 6));
    await schema.database.transaction(tenantId, (tx) =>
      tx.execute(
        `UPDATE rollup r SET r.n0 = r.n0 + 1 WHERE r.tenant_id = :tenantId AND r.place = 0 AND r.dimension = 1 LIMIT 1`,
      ),
    );
    const found = await unlike(tenantId);
    expect(found.map(({ columns }) => columns)).toContainEqual(expect.arrayContaining(['ROWS', 'COMPLAINTS_RECEIVED']));
    expect(found[0]).toMatchObject({
      table: 'rollup',
      key: expect.stringMatching(/^complaint_fact\/received_at /) as string,
    });
  }, 60_000);

  it('are filled with what was there before, while events come in', async () => {
    const { tenantId, random } = await fromBefore(19);
    expect(await standing(tenantId)).toBeUndefined();
    const read = parts(inSmallParts).read;
    let batches = 0;
    await fillRollups(
      parts({
        read: async (...from) => {
          const rows = await read(...from);
          if (batches < 6) await happens(tenantId, random);
          batches += 1;
          return rows;
        },
      }),
      tenantId,
    );
    expect(batches).toBeGreaterThan(6);
    expect(await standing(tenantId)).toMatchObject({ edition: 1, position: BigInt((2 + 6) * EVENTS) });
    expect(await unlike(tenantId)).toEqual([]);
  }, 120_000);

  it('are filled to the end wherever it is broken off, by whoever is at it', async () => {
    const { tenantId, random } = await fromBefore(23);
    const read = parts(inSmallParts).read;
    for (let after = 0; (await standing(tenantId)) === undefined; after += 1) {
      let left = 1 + (after % 3);
      const dying = parts({
        read: (...from) => (left-- === 0 ? Promise.reject(new Error('ended')) : read(...from)),
      });
      const attempts = await Promise.allSettled([fillRollups(dying, tenantId), fillRollups(dying, tenantId)]);
      expect(attempts).toHaveLength(2);
      if (after === 2) await happens(tenantId, random);
    }
    expect(await unlike(tenantId)).toEqual([]);
  }, 180_000);

  it('that lack an event are not answered from, and made anew', async () => {
    const { tenantId, random } = await fromBefore(29);
    await fillRollups(parts(), tenantId);
    const engine = rollupEngine(schema.database, layout);
    expect(await engine.position(tenantId)).toBe(BigInt(2 * EVENTS));
    const missed = await happens(tenantId, random, []);
    await happens(tenantId, random);
    expect(await engine.position(tenantId)).toBeUndefined();
    const moment = { position: missed, now: new Date(0) };
    const question = { metrics: [], groupBy: [], where: {}, window: WINDOW, timeZone: 'UTC' };
    expect(await engine.rows(tenantId, question, [], moment, 1)).toBeUndefined();
    const rollups = rollupsOfAllInMysql(schema.database.system);
    const tend = () => tendRollups({ layout, logger, rollups, fill: (tenant) => fillRollups(parts(), tenant) });
    await tend();
    expect(await standing(tenantId)).toMatchObject({ edition: 2, position: BigInt(4 * EVENTS) });
    expect(await unlike(tenantId)).toEqual([]);
    await happens(tenantId, random, []);
    await tend();
    // It happens again at once: another version of the service is at work.
    expect(await standing(tenantId)).toBeUndefined();
    await schema.database.system.execute(
      'UPDATE rollup_state SET begun_at = begun_at - INTERVAL 1 DAY WHERE tenant_id = :tenantId',
      { tenantId },
    );
    await tend();
    expect(await standing(tenantId)).toMatchObject({ edition: 3, position: BigInt(5 * EVENTS) });
    expect(await unlike(tenantId)).toEqual([]);
    const editions = await schema.database.system.query(
      'SELECT DISTINCT edition FROM rollup WHERE tenant_id = :tenantId',
      { tenantId },
    );
    expect(editions).toEqual([{ edition: 3 }]);
  }, 120_000);

  it('of another layout are others', async () => {
    const tenantId = `t-${newId()}`;
    const random = new RandomFacts(31, 6);
    await happens(tenantId, random);
    const next = rollupLayout(METRICS.filter(({ name }) => name !== 'COMPLAINTS_VALID' && name !== 'VALID_RATE'));
    expect(next.id).not.toBe(layout.id);
    const read = factsAsOf(next, 100);
    await fillRollups(parts({ layout: next, read }), tenantId);
    await happens(tenantId, random, [keeping, keepRollups({ layout: next, rollups: rollupsInMysql })]);
    expect(await unlike(tenantId)).toEqual([]);
    expect(await rollupDifferences(schema.database, next, tenantId, 20)).toEqual([]);
    expect(await standingOf(schema.database.reader(tenantId), next)).toMatchObject({ edition: 2 });
  }, 120_000);
});
