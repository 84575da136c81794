import type { Stage } from './stage';

/** Processes that follow a registration by its events; nobody waits for them. */
const FOLLOWERS = ['case-handling', 'finance', 'analytics'];

/** Does the work while the services that only follow by events do nothing, as if they ran on other machines. */
export async function whileFollowersHoldStill<Result>({ pids }: Stage, work: () => Promise<Result>): Promise<Result> {
  const held = FOLLOWERS.map((name) => pids[name]).filter((pid) => pid !== undefined);
  for (const pid of held) process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    for (const pid of held) process.kill(pid, 'SIGCONT');
  }
}
