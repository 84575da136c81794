import { eventually } from '../eventually';
import { launchSystem, type LaunchedSystem, type LaunchOptions } from './launch-system';
import { reachSystem } from './reach-system';
import type { Movable, TestSystem } from './test-system';

/** Starts the built services for one test file alone, which may kill and starve them. */
export async function startTestSystem(options: Omit<LaunchOptions, 'moment'> = {}): Promise<TestSystem> {
  return testSystem(await launchSystem(options));
}

/** Starts a system of a test's own at a moment, with more variables for a process where a test needs them. */
export async function startMovedTestSystem(
  moment: string,
  more: NonNullable<LaunchOptions['more']>,
): Promise<TestSystem & Movable> {
  const launched = await launchSystem({ moment, more });
  const { clock } = launched;
  return {
    ...testSystem(launched),
    now: () => new Date(Date.now() + (clock?.offsetMs ?? 0)),
    moveTo: async (to) => clock?.moveTo(to, clockedPids(launched)),
  };
}

/** The processes that know the test's clock: all but servers. */
export function clockedPids({ pids }: LaunchedSystem): number[] {
  return Object.entries(pids()).flatMap(([name, pid]) => (['broker', 'database'].includes(name) ? [] : [pid]));
}

function testSystem({ address, broker, pids, stop }: LaunchedSystem): TestSystem {
  return {
    ...reachSystem(address),
    broker,
    pids,
    stop,
    async kill(name) {
      const before = pids()[name];
      if (before === undefined) throw new Error(`${name} does not run`);
      process.kill(before, 'SIGKILL');
      await eventually(
        () => {
          const now = pids()[name];
          return now !== undefined && now !== before;
        },
        { timeoutMs: 60_000, what: `the return of ${name}` },
      );
    },
  };
}
