import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from '@redress/launcher/infrastructure';
import { eventually } from '../eventually';
import { startBroker } from './start-infrastructure';
import { sweepLeftovers } from './sweep';

const STARTS_A_BROKER = `require('./packages/testkit/dist/infrastructure/process-servers.js')
  .brokerProcess({ durable: false })
  .then(({ directory }) => console.log(directory));`;

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('what killed test processes leave behind', () => {
  it('is ended and removed, and what a living one uses is not', async () => {
    const own = await startBroker();
    const other = spawn(process.execPath, ['-e', STARTS_A_BROKER], {
      cwd: projectDirectory(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [directory] = (await once(other.stdout.setEncoding('utf8'), 'data')) as [string];
    const pid = Number(readFileSync(join(directory.trim(), 'nats.pid'), 'utf8'));
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(runs(pid)).toBe(true);

    await sweepLeftovers();
    expect(existsSync(directory.trim())).toBe(false);
    expect(existsSync(own.directory)).toBe(true);

    await eventually(() => !runs(pid), { what: 'the end of the server' });

    await own.stop();
  });
});
