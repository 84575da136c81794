import { join } from 'node:path';
import type { Check } from './check';

/** The tests that compare generated files with their sources, and prove that each dependency rule can fail. */
const TREE_TESTS = ['test/architecture/', 'packages/contracts/', 'graph\\.test', 'drift'];

/** Everything that needs no running infrastructure, the slowest first. `cache` keeps results of files that did not change. */
export function treeChecks(cache: string): readonly Check[] {
  return [
    {
      name: 'lint',
      command: [
        'eslint',
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-strategy',
        'content',
        '--cache-location',
        join(cache, 'eslint', '/'),
      ],
    },
    {
      name: 'types',
      command: ['tsc', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', join(cache, 'types.tsbuildinfo')],
    },
    {
      name: 'dependency rules',
      command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'services', 'gateway', 'test'],
    },
    { name: 'unused code', command: ['knip', '--no-progress'] },
    {
      name: 'format',
      command: [
        'prettier',
        '--check',
        '--log-level',
        'warn',
        '.',
        '--cache',
        '--cache-strategy',
        'content',
        '--cache-location',
        join(cache, 'prettier.json'),
      ],
    },
  ];
}

/** Probes of the dependency rules and drift of generated files: jest tests that `npm test` runs with all others. */
export const TREE_TEST_CHECK: Check = {
  name: 'rule probes and generated files',
  command: ['jest', '--selectProjects', 'unit', '--testPathPatterns', TREE_TESTS.join('|')],
};
