import { readFileSync } from 'node:fs';
import { regulations } from './regulations-command';

process.exitCode = regulations(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  read: (file) => readFileSync(file, 'utf8'),
});
