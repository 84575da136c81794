import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migratedDatabase, testDatabase } from '@redress/testkit';
import { openDatabase } from '../open-database';
import { migrate } from './migrate';

const TOP = join(__dirname, '..', '..', '..', '..');
/** The most steps, partitions among them. */
const MANY_STEPS = [
  join(TOP, 'packages', 'persistence', 'migrations'),
  join(TOP, 'packages', 'messaging', 'migrations'),
  join(TOP, 'services', 'finance', 'migrations'),
];

describe('a schema of tests that other tests have made before', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  /** A schema, and the steps that it took to make it. */
  async function made(directories: readonly string[]): Promise<{ readonly url: string; readonly steps: number }> {
    let steps = 0;
    const logger = { info: () => (steps += 1), warn: () => undefined };
    const { url, drop } = await migratedDatabase(directories, (wanted) => migrate({ ...wanted, logger }));
    ends.push(drop);
    return { url, steps };
  }

  async function structureOf(url: string): Promise<unknown[]> {
    const db = await openDatabase({ url, rows: [], poolSize: 1 });
    try {
      const tables = await db.system.query<{ name: string }>(
        'SELECT t.TABLE_NAME AS name FROM information_schema.TABLES t WHERE t.TABLE_SCHEMA = DATABASE() ORDER BY name',
      );
      const structure: unknown[] = [];
      for (const { name } of tables) structure.push(...(await db.system.query(`SHOW CREATE TABLE ${name}`)));
      const records = 'SELECT name, checksum, state FROM schema_migration ORDER BY name';
      return [...structure, ...(await db.system.query(records))];
    } finally {
      await db.close();
    }
  }

  async function stepsIn(texts: readonly string[]): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'migrations-'));
    ends.push(() => rm(directory, { recursive: true }));
    for (const [index, text] of texts.entries()) await writeFile(join(directory, `000${index + 1}-step.sql`), text);
    return directory;
  }

  it('is the same, table by table, without a step', async () => {
    const stepByStep = await testDatabase();
    ends.push(stepByStep.drop);
    await migrate({ url: stepByStep.url, directory: MANY_STEPS });
    await made(MANY_STEPS);
    const copied = await made(MANY_STEPS);
    expect(copied.steps).toBe(0);
    expect(await structureOf(copied.url)).toEqual(await structureOf(stepByStep.url));
  });

  it('is another when a step says something else, or comes from elsewhere in the order', async () => {
    const [item, name] = ['CREATE TABLE item (id INT PRIMARY KEY)', 'ALTER TABLE item ADD COLUMN name VARCHAR(10)'];
    const directory = await stepsIn([item]);
    expect([await made([directory]), await made([directory])]).toMatchObject([{ steps: 1 }, { steps: 0 }]);
    const further = await stepsIn([item, name]);
    expect(await made([further])).toMatchObject({ steps: 2 });
    expect(await made([await stepsIn([item, name.replace('10', '20')])])).toMatchObject({ steps: 2 });
  });

  it('is whole for each of several who need it at once', async () => {
    const directory = await stepsIn(['CREATE TABLE at_once (id INT PRIMARY KEY)', 'CREATE TABLE twice (id INT)']);
    const all = await Promise.all(Array.from({ length: 5 }, () => made([directory])));
    all.push(await made([directory]));
    const [first, ...others] = await Promise.all(all.map(({ url }) => structureOf(url)));
    for (const other of others) expect(other).toEqual(first);
    expect(all.at(-1)?.steps).toBe(0);
  });

  it('is made step by step each time where steps leave rows', async () => {
    const directory = await stepsIn([
      'CREATE TABLE with_rows (id INT PRIMARY KEY)',
      'INSERT INTO with_rows VALUES (7)',
    ]);
    for (const { url, steps } of [await made([directory]), await made([directory])]) {
      expect(steps).toBe(2);
      const db = await openDatabase({ url, rows: [], poolSize: 1 });
      expect(await db.system.query('SELECT w.id FROM with_rows w')).toEqual([{ id: 7 }]);
      await db.close();
    }
  });
});
