import './build-sources';
import { startForTheRun } from './servers-of-the-run';

/** Runs once for each jest run, in jest's own process. */
export default startForTheRun;
