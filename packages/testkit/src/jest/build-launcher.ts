import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// Global set-up runs before jest's resolver is at work, so node resolves workspace packages to their built files:
// imported for its effect before anything of the launcher. It takes no time when nothing changed.
const builder = join(__dirname, '..', '..', '..', 'launcher', 'build.mjs');
execFileSync(process.execPath, [builder, 'launcher'], { stdio: ['ignore', 'ignore', 'inherit'] });
