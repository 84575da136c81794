/** Where a fault test may end the process, in the order in which an event passes them. */
export type Failpoint = 'before-commit' | 'after-commit' | 'after-publish' | 'after-apply';

// The only place that reads this variable. `after-publish:3` ends the process the third time that point is passed.
const [chosen, times = '1'] = (process.env.REDRESS_FAILPOINT ?? '').split(':');
let passesLeft = Number(times);

/** Ends this process as kill -9 would when the environment chose this point; otherwise does nothing. */
export function failpoint(point: Failpoint): void {
  if (point !== chosen) return;
  passesLeft -= 1;
  if (passesLeft <= 0) process.kill(process.pid, 'SIGKILL');
}
