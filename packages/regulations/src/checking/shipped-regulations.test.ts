import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRegulation, describeProblem } from './check-regulation';

const DIRECTORY = join(__dirname, '..', '..', 'data', 'regulations');

describe('shipped regulations', () => {
  it.each(readdirSync(DIRECTORY))('%s is free of mistakes and named by its id', (name) => {
    const content = readFileSync(join(DIRECTORY, name), 'utf8');

    const problems = checkRegulation(name, content).map(describeProblem);

    expect(problems).toEqual([]);
    expect(JSON.parse(content)).toMatchObject({ id: name.replace(/\.json$/, '') });
  });
});
