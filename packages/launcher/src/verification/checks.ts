import { join } from 'node:path';
import type { Check } from './check';

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
      command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'services', 'gateway/src', 'test'],
    },
    { name: 'unused code', command: ['knip', '--no-progress'] },
    { name: 'event contracts', command: ['node', 'packages/contracts/dist/publication/write-documents.js', '--check'] },
    {
      name: 'rules of the regulations',
      command: ['node', 'packages/regulations/dist/rules/write-regulations-page.main.js', '--check'],
    },
    { name: 'federated graph', command: ['node', 'gateway/dist/composition/compose.main.js', '--check'] },
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

/** Proofs that each dependency rule can fail, and that deployments match the code: among the tests of `npm test` too. */
export const ARCHITECTURE_TESTS: Check = {
  name: 'probes of the rules',
  command: ['jest', '--selectProjects', 'unit', '--testPathPatterns', 'test/architecture/'],
};
