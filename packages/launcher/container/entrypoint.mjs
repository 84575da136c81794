// Starts one program of the image. A variable NAME_FILE names a file whose content becomes NAME, so that secrets need
// not stand in the composition: `node entrypoint.mjs services/intake/dist/main.js`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

for (const [name, file] of Object.entries(process.env)) {
  const target = /^(REDRESS_\w+)_FILE$/.exec(name)?.[1];
  if (target === undefined || process.env[target] !== undefined) continue;
  process.env[target] = readFileSync(file, 'utf8').trim();
}

const [, , program, ...args] = process.argv;
const path = join(import.meta.dirname, '..', '..', '..', program);
process.argv = [process.argv[0], path, ...args];
createRequire(import.meta.url)(path);
