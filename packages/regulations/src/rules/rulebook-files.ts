import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { coverageSchema, rulesFileSchema, type Rulebook } from './rules.model';

const COVERAGE = 'coverage.json';

/** Reads the rules, the regulations and the tests of a project. Throws `Error` for a file that is not well formed. */
export function readRulebook(project: string): Rulebook {
  const data = join(project, 'packages', 'regulations', 'data');
  const scenarios = join(project, 'test', 'regulations');
  const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const names = (directory: string): readonly string[] =>
    readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .sort();
  const steps = z.array(z.string()).parse(json(join(scenarios, 'steps.json')));
  const sources = readdirSync(scenarios, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, source: readFileSync(join(scenarios, name), 'utf8') }));
  return {
    regulations: new Map(
      names(join(data, 'regulations')).map((name) => [
        name.slice(0, -'.json'.length),
        readFileSync(join(data, 'regulations', name), 'utf8'),
      ]),
    ),
    rules: names(join(data, 'rules'))
      .filter((name) => name !== COVERAGE)
      .map((name) => {
        const parsed = rulesFileSchema.safeParse(json(join(data, 'rules', name)));
        if (!parsed.success) throw new Error(`rules/${name}: ${z.prettifyError(parsed.error)}`);
        return parsed.data;
      }),
    coverage: coverageSchema.parse(json(join(data, 'rules', COVERAGE))),
    tests: {
      steps,
      hasStep: (regulation, title) =>
        sources
          .filter(({ name }) => !name.startsWith('expected/') || name === `expected/${regulation}.ts`)
          .some(({ source }) => source.includes(title)),
      hasFile: (path) => existsSync(join(project, path)),
    },
  };
}
