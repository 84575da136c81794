import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regulations } from './regulations-command';

const FILE = join(__dirname, '..', '..', 'data', 'regulations', 'company-24h-3wd-7wd.json');
const good = readFileSync(FILE, 'utf8');

function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const code = regulations(args, {
    say: (line) => lines.push(line),
    read: (file) => {
      const content = files[file];
      if (content === undefined) throw new Error('no such file');
      return content;
    },
  });
  return { code, lines };
}

describe('npm run regulations', () => {
  it('checks files and answers 0 when all are good', () => {
    const { code, lines } = run(['check', 'good.json'], { 'good.json': good });
    expect(code).toBe(0);
    expect(lines[0]).toBe('good.json: good (4 stages, 0 levels, 0 papers, 2 open values)');
  });

  it('tells every mistake of every file and answers 1', () => {
    const bad = good.replace('"INVESTIGATION"', '"WIZARDRY"');
    const { code, lines } = run(['check', 'good.json', 'bad.json', 'none.json'], {
      'good.json': good,
      'bad.json': bad,
    });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('good.json'))).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^bad\.json:\d+:\d+ \/stages\/1\/kind: expected one of .*, found "WIZARDRY"$/),
        'none.json: no such file',
        '2 mistakes',
      ]),
    );
  });

  it('lists what ships and shows one of them', () => {
    expect(run(['list']).lines.some((line) => line.startsWith('company-24h-3wd-7wd 1 '))).toBe(true);
    const { code, lines } = run(['show', 'company-24h-3wd-7wd']);
    expect(code).toBe(0);
    expect(lines).toContain('  acceptance (ACCEPTANCE), 24 HOURS from RECEIPT');
    expect(run(['show', 'nothing']).code).toBe(1);
  });

  it('says how it is used', () => {
    expect(run([])).toMatchObject({
      code: 1,
      lines: expect.arrayContaining([expect.stringContaining('check FILE')]) as unknown,
    });
  });
});
