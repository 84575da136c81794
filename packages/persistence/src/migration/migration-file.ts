import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { changesRows, compileStatement } from '../sql/compiled-statement';

/** One forward step of a schema. */
export interface MigrationFile {
  /** File name, unique in the schema across directories. */
  readonly name: string;
  readonly directory: string;
  readonly statement: string;
  /** SHA-256 of the text, in hexadecimal; line ends do not count. */
  readonly checksum: string;
  /** Statements that change rows commit together with their record; those that change the schema commit by themselves. */
  readonly changesRows: boolean;
}

const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/** Reads the migrations of the directories in their order, by number within each. Throws on a bad name or a second statement. */
export async function readMigrations(directories: readonly string[]): Promise<MigrationFile[]> {
  const files: MigrationFile[] = [];
  for (const directory of directories) {
    const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names) files.push(await readMigration(directory, name));
  }
  const seen = new Set<string>();
  for (const { name } of files) {
    if (seen.has(name)) throw new Error(`two migrations are called ${name}`);
    seen.add(name);
  }
  return files;
}

async function readMigration(directory: string, name: string): Promise<MigrationFile> {
  if (!NAME.test(name)) throw new Error(`a migration is called NNNN-name.sql, not ${name} (${basename(directory)})`);
  const text = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n').trim();
  const statement = text.replace(/;\s*$/, '');
  const compiled = compileStatement(statement);
  if (compiled.tokens.length === 0) throw new Error(`the migration ${name} is empty`);
  return {
    name,
    directory,
    statement,
    checksum: createHash('sha256').update(text).digest('hex'),
    changesRows: changesRows(compiled),
  };
}
