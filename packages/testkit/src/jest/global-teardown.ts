import { stopForTheRun } from './servers-of-the-run';

/** Runs once at the end of each jest run. */
export default stopForTheRun;
