import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from '@redress/launcher';

/** Test code that draws examples. */
const DRAWING = ['grep', '-lE', '--untracked', '\\bfc\\.(assert|sample|check)\\(', '--', '*.ts'];

describe('tests that draw examples', () => {
  it('draw the same ones in each run, so that a run never fails for what the run before did not see', () => {
    const top = projectDirectory();
    const files = execFileSync('git', DRAWING, { cwd: top, encoding: 'utf8' }).trim().split('\n');
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => !/\bseed\b/.test(readFileSync(join(top, file), 'utf8')))).toEqual([]);
  });
});
