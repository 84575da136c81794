import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const TEST_FILE = /\.test\.ts$/;

function testFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return TEST_FILE.test(entry.name) ? [path] : [];
  });
}

describe('the lessons of other systems', () => {
  const page = readFileSync(join(ROOT, 'docs', 'lessons.md'), 'utf8');
  const lessons = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  const titled = new Set(
    ['services', 'packages', 'gateway', 'test']
      .flatMap((folder) => testFiles(join(ROOT, folder)))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/['"`]lesson (\d+):/g)])
      .map(([, number]) => Number(number)),
  );

  it.each(lessons)('%i has a test that is named after it', (lesson) => {
    expect([...titled]).toContain(lesson);
  });

  it('are those that the tests name, and no others', () => {
    expect(lessons).toHaveLength(27);
    expect([...titled].filter((number) => !lessons.includes(number))).toEqual([]);
  });
});
