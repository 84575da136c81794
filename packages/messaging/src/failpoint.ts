import { chosenFailpoint } from './environment';

/** Where a fault test may end the process, in the order in which an event passes them. */
export type Failpoint = 'before-commit' | 'after-commit' | 'after-publish' | 'after-apply';

const chosen = chosenFailpoint();
let passes = 0;

/** Ends this process as kill -9 would when the environment chose this point and this pass; otherwise does nothing. */
export function failpoint(point: Failpoint): void {
  if (chosen?.name !== point) return;
  passes += 1;
  if (passes === chosen.pass) process.kill(process.pid, 'SIGKILL');
}
