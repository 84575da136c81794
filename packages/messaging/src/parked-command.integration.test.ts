import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@redress/kernel';
import { openDatabase } from '@redress/persistence';
import { testDatabase } from '@redress/testkit';
import { prepareSchema } from './faults/fault-service';

const PROGRAM = join(__dirname, '..', 'dist', 'parked.main.js');

describe('the command for parked events', () => {
  it('lists what is parked, drives it again, and says when there is no such event', async () => {
    const { url, drop } = await testDatabase();
    await prepareSchema(url);
    const database = await openDatabase({ url, rows: [], poolSize: 1 });
    const eventId = newId();
    await database.system.execute(
      `INSERT INTO inbox_held (tenant_id, producer, aggregate_id, aggregate_version, event_id, shard, type, state, attempts, reason, due_at, held_at, envelope)
       VALUES ('t', 'finance', :aggregateId, 1, :eventId, 0, 'x', 'PARKED', 8, 'broken', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), '{}')`,
      { aggregateId: newId(), eventId },
    );
    const run = async (...args: string[]) =>
      promisify(execFile)(process.execPath, [PROGRAM, ...args], { env: { ...process.env, REDRESS_DATABASE_URL: url } });
    const listed = JSON.parse((await run('list')).stdout) as { eventId: string; reason: string };
    expect(listed).toMatchObject({ eventId, reason: 'broken' });
    expect((await run('redrive', eventId)).stdout).toContain('tried again');
    expect((await run('list')).stdout).toBe('');
    await expect(run('redrive', eventId)).rejects.toMatchObject({ code: 1, stdout: 'no such event is parked\n' });
    await expect(run('sing')).rejects.toMatchObject({ code: 2 });
    await database.close();
    await drop();
  });
});
