import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, testDatabase } from '@redress/testkit';
import { openDatabase } from '../open-database';
import { severableProxy } from '../testing/severable-proxy';
import { migrate } from './migrate';
import { readMigrations } from './migration-file';

const TABLE = 'CREATE TABLE item (id INT PRIMARY KEY) ENGINE=InnoDB';

describe('migrate', () => {
  let directory: string;
  let url: string;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'migrations-'));
    ({ url, drop } = await testDatabase());
  });
  afterEach(async () => {
    await drop();
    await rm(directory, { recursive: true });
  });

  const file = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text);
  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const db = await openDatabase({ url, rows: [], poolSize: 1 });
    try {
      return await db.system.query(sql);
    } finally {
      await db.close();
    }
  };
  const states = async (): Promise<unknown[]> =>
    (await query('SELECT name, state FROM schema_migration ORDER BY name')).map(
      ({ name, state }) => `${String(name)} ${String(state)}`,
    );

  it('creates the schema, applies what is missing in order, and then nothing', async () => {
    await drop();
    await file('0001-item.sql', `-- items\n${TABLE};\n`);
    await migrate({ url, directory });
    await file('0002-name.sql', 'ALTER TABLE item ADD COLUMN name VARCHAR(10)');
    await file('0003-first.sql', "INSERT INTO item (id, name) VALUES (1, 'one')");
    const applied: unknown[] = [];
    const logger = { info: (fields: unknown) => applied.push(fields), warn: () => undefined };
    await migrate({ url, directory, logger });
    await migrate({ url, directory, logger });
    expect(applied).toEqual([
      { migration: '0002-name.sql', resumed: false },
      { migration: '0003-first.sql', resumed: false },
    ]);
    expect(await query('SELECT * FROM item')).toEqual([{ id: 1, name: 'one' }]);
  });

  it('applies each step once when several processes start together', async () => {
    await file('0001-item.sql', TABLE);
    for (let number = 2; number < 9; number += 1) {
      await file(`000${String(number)}-more.sql`, `INSERT INTO item (id) VALUES (${String(number)})`);
    }
    await Promise.all(Array.from({ length: 6 }, () => migrate({ url, directory })));
    expect(await query('SELECT COUNT(*) AS n FROM item')).toEqual([{ n: '7' }]);
    expect(await states()).toHaveLength(8);
  });

  it('refuses a step that was changed after it had been applied', async () => {
    await file('0001-item.sql', TABLE);
    await migrate({ url, directory });
    await file('0001-item.sql', TABLE.replace('INT', 'BIGINT'));
    await expect(migrate({ url, directory })).rejects.toThrow('0001-item.sql was changed');
  });

  it('refuses a new step before one that was applied', async () => {
    await file('0002-item.sql', TABLE);
    await migrate({ url, directory });
    await file('0001-early.sql', 'ALTER TABLE item ADD COLUMN name INT');
    await expect(migrate({ url, directory })).rejects.toThrow('0001-early.sql is new but stands before 0002-item.sql');
  });

  it('leaves steps alone that a newer version has applied', async () => {
    await file('0001-item.sql', TABLE);
    await file('0002-newer.sql', 'ALTER TABLE item ADD COLUMN name INT');
    await migrate({ url, directory });
    await rm(join(directory, '0002-newer.sql'));
    const warnings: unknown[] = [];
    await migrate({
      url,
      directory,
      logger: { info: () => undefined, warn: (fields: unknown) => warnings.push(fields) },
    });
    expect(warnings).toEqual([{ migrations: ['0002-newer.sql'] }]);
  });

  it('stops at a step that the server refuses, and takes it again when it was corrected', async () => {
    await file('0001-item.sql', TABLE);
    await file('0002-wrong.sql', 'ALTER TABLE item ADD COLUMN id INT');
    await expect(migrate({ url, directory })).rejects.toThrow('ER_DUP_FIELDNAME');
    await expect(migrate({ url, directory })).rejects.toThrow('ER_DUP_FIELDNAME');
    expect(await states()).toEqual(['0001-item.sql applied']);
    await file('0002-wrong.sql', 'ALTER TABLE item ADD COLUMN other INT');
    await migrate({ url, directory });
    expect(await states()).toEqual(['0001-item.sql applied', '0002-wrong.sql applied']);
  });

  it('does not record a change of rows that fails', async () => {
    await file('0001-item.sql', TABLE);
    await file('0002-twice.sql', 'INSERT INTO item (id) VALUES (1), (1)');
    await expect(migrate({ url, directory })).rejects.toThrow('ER_DUP_ENTRY');
    expect(await query('SELECT COUNT(*) AS n FROM item')).toEqual([{ n: '0' }]);
    expect(await states()).toEqual(['0001-item.sql applied']);
  });

  describe('when the process dies in the middle', () => {
    const steps = {
      '0001-item.sql': TABLE,
      '0002-name.sql': 'ALTER TABLE item ADD COLUMN name VARCHAR(10)',
      '0003-key.sql': 'CREATE INDEX by_name ON item (name)',
      '0004-rows.sql': 'INSERT INTO item (id) VALUES (1), (2)',
      '0005-gone.sql': 'ALTER TABLE item DROP COLUMN name',
    };
    const points = [
      'CREATE TABLE item',
      'ADD COLUMN',
      'CREATE INDEX',
      'INSERT INTO item',
      'COMMIT',
      'DROP COLUMN',
      "state = 'applied'",
    ];

    it.each(points.flatMap((point) => [[point, 'before'] as const, [point, 'after'] as const]))(
      'at %s, %s it took effect, the next one finishes',
      async (point, moment) => {
        for (const [name, text] of Object.entries(steps)) await file(name, text);
        const proxy = await severableProxy(url);
        proxy.cutAt(point, moment);
        const dying = migrate({ url: proxy.url, directory, leaseMs: 300 });
        await expect(dying).rejects.toThrow();
        expect(proxy.cuts()).toBe(1);
        await proxy.close();
        await migrate({ url, directory, leaseMs: 300 });
        expect(await query('SELECT * FROM item ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
        expect((await states()).every((state) => String(state).endsWith(' applied'))).toBe(true);
      },
    );
  });

  it('waits for a process that is at it, and takes over from one that has gone silent', async () => {
    await file('0001-item.sql', TABLE);
    await migrate({ url, directory });
    await file('0002-name.sql', 'ALTER TABLE item ADD COLUMN name VARCHAR(10)');
    const db = await openDatabase({ url, rows: [], poolSize: 1 });
    await db.system.execute(
      "UPDATE schema_migration_lease SET holder = 'another', expires_at = TIMESTAMPADD(HOUR, 1, UTC_TIMESTAMP(3))",
    );
    let done = false;
    const waiting = migrate({ url, directory }).then(() => (done = true));
    const asked = async (): Promise<boolean> => {
      const [status] = await db.system.query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Com_update'");
      return Number(status?.Value) > updatesBefore + 2;
    };
    const [status] = await db.system.query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Com_update'");
    const updatesBefore = Number(status?.Value);
    await eventually(asked);
    expect(done).toBe(false);
    await db.system.execute('UPDATE schema_migration_lease SET expires_at = UTC_TIMESTAMP(3)');
    await waiting;
    await db.close();
    expect(await states()).toEqual(['0001-item.sql applied', '0002-name.sql applied']);
  });
});

describe('migration files', () => {
  const withFile = async (name: string, text: string): Promise<unknown> => {
    const directory = await mkdtemp(join(tmpdir(), 'migrations-'));
    await writeFile(join(directory, name), text);
    try {
      return await readMigrations([directory]);
    } finally {
      await rm(directory, { recursive: true });
    }
  };

  it.each([
    ['1-item.sql', 'SELECT 1', 'NNNN-name.sql'],
    ['0001-two.sql', 'SELECT 1; SELECT 2;', 'semicolon'],
    ['0001-none.sql', '-- nothing', 'empty'],
  ])('%s with %j is refused', async (name, text, reason) => {
    await expect(withFile(name, text)).rejects.toThrow(reason);
  });

  it('have the same checksum with either kind of line end', async () => {
    const [unix, windows] = [
      await withFile('0001-a.sql', 'SELECT\n1;\n'),
      await withFile('0001-a.sql', 'SELECT\r\n1;\r\n'),
    ] as [{ checksum: string }[], { checksum: string }[]];
    expect(unix[0]?.checksum).toBe(windows[0]?.checksum);
  });
});
