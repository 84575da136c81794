import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// Imported for its effect, before anything of the launcher. Global set-up runs before jest's resolver is at work, so
// node resolves workspace packages to their built files; and end-to-end tests run the built services. Takes no time
// when nothing changed. A service that does not compile must not stop the tests of the others.
const builder = join(__dirname, '..', '..', '..', 'launcher', 'build.mjs');
const build = (...names: string[]) =>
  spawnSync(process.execPath, [builder, ...names], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

if (!build() && !build('launcher')) throw new Error('the launcher does not compile');
