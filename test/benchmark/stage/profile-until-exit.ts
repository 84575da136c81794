import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

/** Where the profiles of a run go; a process that preloads this module finds it in its environment. */
export const PROFILE_DIRECTORY = 'BENCHMARK_PROFILE_DIRECTORY';

const directory = process.env[PROFILE_DIRECTORY];
if (directory !== undefined) profileInto(directory);

/** NODE_OPTIONS does not take `--cpu-prof`, so the profiler is asked by hand. */
function profileInto(place: string): void {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  process.once('exit', () => {
    session.post('Profiler.stop', (error, result) => {
      if (error !== null) return;
      mkdirSync(place, { recursive: true });
      const name = process.env['OTEL_SERVICE_NAME'] ?? 'process';
      writeFileSync(join(place, `${name}-${process.pid}.cpuprofile`), JSON.stringify(result.profile));
    });
  });
}
