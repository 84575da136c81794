import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** One planted violation for each rule: the file that breaks it, and what it imports. */
const VIOLATIONS: Record<string, { from: string; imports: string; to?: string }> = {
  'must-resolve': { from: 'services/a/src/x/lost.handler.ts', imports: './nowhere' },
  'no-circular': { from: 'services/a/src/x/ring.handler.ts', imports: './ring', to: 'services/a/src/x/ring.ts' },
  'service-is-not-a-library': {
    from: 'services/a/src/x/neighbour.handler.ts',
    imports: '../../../b/src/open',
    to: 'services/b/src/open.ts',
  },
  'packages-never-import-services': { from: 'packages/p/src/up.ts', imports: '../../../services/b/src/open' },
  'gateway-knows-no-service': { from: 'gateway/src/route.ts', imports: '../../services/b/src/open' },
  'kernel-imports-nothing': { from: 'packages/kernel/src/fs.ts', imports: 'node:fs' },
  'package-only-through-index': {
    from: 'services/a/src/x/deep.handler.ts',
    imports: '../../../../packages/p/src/inner',
    to: 'packages/p/src/inner.ts',
  },
  'domain-is-pure': { from: 'services/a/src/x/clock.decide.ts', imports: 'node:fs' },
  'handler-knows-no-edge': {
    from: 'services/a/src/x/edge.handler.ts',
    imports: './thing.row',
    to: 'services/a/src/x/thing.row.ts',
  },
  'query-does-not-load-the-write-model': {
    from: 'services/a/src/x/list.query.ts',
    imports: './thing.decide',
    to: 'services/a/src/x/thing.decide.ts',
  },
  'edge-in-knows-no-decision-and-no-adapter': { from: 'services/a/src/x/in.resolver.ts', imports: './thing.decide' },
  'rows-only-in-adapters-and-queries': { from: 'services/a/src/x/row.resolver.ts', imports: './thing.row' },
  'adapters-wired-only-in-composition-root': {
    from: 'services/a/src/x/wired.handler.ts',
    imports: './thing.repository-mysql',
    to: 'services/a/src/x/thing.repository-mysql.ts',
  },
  'test-bench-only-in-tests': {
    from: 'services/a/src/x/shipped.handler.ts',
    imports: '../test-bench/builders',
    to: 'services/a/src/test-bench/builders.ts',
  },
  'typeorm-only-where-sql-lives': { from: 'services/a/src/x/sql.resolver.ts', imports: 'typeorm' },
  'type-graphql-only-at-graphql-edge': { from: 'services/a/src/x/graph.query.ts', imports: 'type-graphql' },
  'nats-only-in-messaging': { from: 'services/a/src/x/broker.handler.ts', imports: 'nats' },
};

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

describe('dependency rules', () => {
  const tree = mkdtempSync(join(tmpdir(), 'redress-rules-'));
  let violations: Cruise['summary']['violations'] = [];

  beforeAll(() => {
    const write = (path: string, content: string): void => {
      mkdirSync(join(tree, dirname(path)), { recursive: true });
      writeFileSync(join(tree, path), content);
    };
    for (const { from, imports, to } of Object.values(VIOLATIONS)) {
      write(from, `import * as planted from '${imports}';\nexport const used = planted;\n`);
      if (to !== undefined) write(to, 'export const planted = 1;\n');
    }
    write('services/a/src/x/ring.ts', "import * as ring from './ring.handler';\nexport const used = ring;\n");
    for (const library of ['typeorm', 'type-graphql', 'nats']) {
      write(
        `node_modules/${library}/package.json`,
        JSON.stringify({ name: library, version: '1.0.0', main: 'index.js' }),
      );
      write(`node_modules/${library}/index.js`, 'module.exports = {};\n');
    }
    write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'commonjs', target: 'es2022' } }));
    write(
      'package.json',
      JSON.stringify({ name: 'planted', dependencies: { typeorm: '*', 'type-graphql': '*', nats: '*' } }),
    );
    symlinkSync(join(ROOT, 'node_modules', 'typescript'), join(tree, 'node_modules', 'typescript'));
    const output = execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'],
        ...['packages', 'services', 'gateway'],
      ],
      { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    violations = (JSON.parse(output) as Cruise).summary.violations;
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(Object.entries(VIOLATIONS))('%s fires on its planted violation', (rule, { from }) => {
    expect(violations.filter(({ rule: fired }) => fired.name === rule).map((violation) => violation.from)).toContain(
      from,
    );
  });

  it('has a planted violation for every rule', () => {
    const rules = jest.requireActual<{ forbidden: { name: string }[] }>(join(ROOT, '.dependency-cruiser.cjs'));
    expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(VIOLATIONS).sort());
  });
});
