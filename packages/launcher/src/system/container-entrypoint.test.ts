import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDirectory } from '../infrastructure/project-directory';

describe('entry point of the image', () => {
  const launcher = join(projectDirectory(), 'packages', 'launcher');
  const directory = mkdtempSync(join(tmpdir(), 'entrypoint-'));

  afterAll(() => rmSync(directory, { recursive: true }));

  function run(environment: NodeJS.ProcessEnv): string {
    const program = 'packages/launcher/fixtures/print-secret.js';
    const args = [join(launcher, 'container', 'entrypoint.mjs'), program, 'more', 'words'];
    return execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...environment } });
  }

  it('puts the content of a named file into the variable, and starts the program with its arguments', () => {
    const file = join(directory, 'key');
    writeFileSync(file, 'c2VjcmV0\n');
    expect(run({ REDRESS_CURSOR_KEY_FILE: file })).toBe('c2VjcmV0 more words');
  });

  it('leaves a variable alone that is set', () => {
    expect(run({ REDRESS_CURSOR_KEY: 'given', REDRESS_CURSOR_KEY_FILE: '/nowhere' })).toBe('given more words');
  });

  it('makes the secrets of a composition once', () => {
    const make = () =>
      execFileSync(process.execPath, [join(launcher, 'container', 'secrets.mjs'), directory], { encoding: 'utf8' });
    expect(make()).toContain('made master-key');
    expect(make()).toBe('');
  });
});
