import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractDocuments } from './contract-documents';

const PACKAGE = join(__dirname, '..', '..');

/** Paths whose committed content differs from what the code generates; a file that nothing generates counts too. */
function drift(documents: ReadonlyMap<string, string>): string[] {
  const committed = (path: string): string | undefined => {
    try {
      return readFileSync(join(PACKAGE, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const stale = readdirSync(join(PACKAGE, 'schemas'))
    .map((name) => `schemas/${name}`)
    .filter((path) => !documents.has(path));
  return [...stale, ...[...documents].filter(([path, content]) => committed(path) !== content).map(([path]) => path)];
}

const documents = contractDocuments();
const different = drift(documents);
if (process.argv.includes('--check')) {
  different.forEach((path) => process.stderr.write(`packages/contracts/${path} is not what the code generates\n`));
  process.exitCode = different.length === 0 ? 0 : 1;
} else {
  for (const path of different) {
    const content = documents.get(path);
    if (content === undefined) rmSync(join(PACKAGE, path));
    else {
      mkdirSync(dirname(join(PACKAGE, path)), { recursive: true });
      writeFileSync(join(PACKAGE, path), content);
    }
  }
}
