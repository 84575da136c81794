import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endProcess, identify, stillRuns } from './process-identity';

describe('process identity', () => {
  it('tells a process from a later one with the same id', () => {
    const here = identify(process.pid);
    expect(here && stillRuns(here)).toBe(true);
    expect(stillRuns({ pid: process.pid, startedAt: 'another time' })).toBe(false);
  });

  it('leaves a process alone whose id was used again', async () => {
    await endProcess({ pid: process.pid, startedAt: 'another time' });
    expect(identify(process.pid)).toBeDefined();
  });

  it('ends a process that ignores the polite signal', async () => {
    const script = "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log('up')";
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const known = identify(child.pid ?? 0);
    if (known === undefined) throw new Error('the child is not there');
    await endProcess(known, 50);
    expect(stillRuns(known)).toBe(false);
  });
});
