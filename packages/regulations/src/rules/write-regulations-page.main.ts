import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { regulationsPage } from './regulations-page';
import { ruleProblems } from './rule-problems';
import { readRulebook } from './rulebook-files';

const PROJECT = join(__dirname, '..', '..', '..', '..');
const PAGE = join('docs', 'regulations.md');

function committed(): string | undefined {
  try {
    return readFileSync(join(PROJECT, PAGE), 'utf8');
  } catch {
    return undefined;
  }
}

const rulebook = readRulebook(PROJECT);
const page = regulationsPage(rulebook);
if (process.argv.includes('--check')) {
  const problems = [
    ...ruleProblems(rulebook),
    ...(committed() === page ? [] : [`${PAGE} is not what the rules say: npm run schemas writes it`]),
  ];
  problems.forEach((problem) => process.stderr.write(`${problem}\n`));
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  writeFileSync(join(PROJECT, PAGE), page);
}
