import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, type ProcessName, type Wiring } from '@redress/launcher';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..');

interface Variable {
  readonly name: string;
  readonly required: boolean;
}

interface Composition {
  readonly services: Record<
    string,
    { command?: string[]; environment?: Record<string, unknown>; mem_limit?: string; volumes?: string[] }
  >;
}

const PROCESSES: readonly ProcessName[] = [
  'payment-simulator',
  'intake',
  'case-handling',
  'finance',
  'analytics',
  'gateway',
];

/** Read by libraries or by node itself, so that no environment.ts declares them. */
const OF_THE_RUNTIME = /^(NODE_ENV|TMPDIR|OTEL_\w+)$/;

async function declared(name: ProcessName): Promise<readonly Variable[]> {
  const folder = name === 'gateway' ? 'gateway' : join('services', name);
  const module = (await import(join(ROOT, folder, 'src', 'environment.ts'))) as {
    VARIABLES?: readonly Variable[];
    environment?: { variables: readonly Variable[] };
  };
  const variables = module.VARIABLES ?? module.environment?.variables;
  if (variables === undefined) throw new Error(`${name}: environment.ts does not say which variables it reads`);
  return variables;
}

function wiring(): Wiring {
  const address = (name: ProcessName) => ({ port: 1, operationsPort: name === 'payment-simulator' ? 1 : 2 });
  return {
    addresses: Object.fromEntries(PROCESSES.map((name) => [name, address(name)])) as Wiring['addresses'],
    databaseUrl: 'mysql://redress@127.0.0.1:3306',
    natsUrl: 'nats://127.0.0.1:4222',
    issuer: { name: 'urn:redress:development', audience: 'redress', jwksUrl: 'http://127.0.0.1:3/jwks.json' },
    secrets: { requestKeys: 'a:b', cursorKey: 'c', masterKey: 'd', databasePassword: 'e' },
    files: { directory: '/state', attachments: '/state/attachments' } as Wiring['files'],
    inherited: {},
  };
}

const composition = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as Composition;

describe.each(PROCESSES)('the environment of %s', (name) => {
  const given: [string, () => string[]][] = [
    // NAME_FILE names a file whose content the image's entry point puts into NAME
    [
      'docker-compose.yml',
      () => Object.keys(composition.services[name]?.environment ?? {}).map((key) => key.replace(/_FILE$/, '')),
    ],
    ['npm start', () => Object.keys(environmentOf(name, wiring()))],
  ];

  it.each(given)('in %s has all that it requires and nothing that it does not know', async (_where, names) => {
    const variables = await declared(name);
    const known = new Set(variables.map((variable) => variable.name));
    const set = names().filter((variable) => !OF_THE_RUNTIME.test(variable));
    expect(variables.filter(({ required, name: variable }) => required && !set.includes(variable))).toEqual([]);
    expect(set.filter((variable) => !known.has(variable))).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  it('runs each process from its built program', () => {
    for (const name of PROCESSES) {
      const folder = name === 'gateway' ? 'gateway' : `services/${name}`;
      expect(composition.services[name]?.command).toEqual([`${folder}/dist/main.js`]);
    }
  });

  it('leaves the process room beside the memory of its columns, and a disk for what exceeds it', () => {
    const { environment, mem_limit: limit, volumes } = composition.services['analytics'] ?? {};
    const unlessSet = (text: unknown): string => /^\$\{\w+:-(.+)\}$/.exec(String(text))?.[1] ?? '';
    const columnsMiB = Number(unlessSet(environment?.['REDRESS_COLUMNS_MEMORY_MIB']));
    const limitMiB = 1024 * Number(unlessSet(limit).replace(/g$/, ''));
    expect(columnsMiB).toBeGreaterThanOrEqual(256);
    expect(limitMiB - columnsMiB).toBeGreaterThanOrEqual(512);
    expect(volumes).toContain(`columns:${String(environment?.['TMPDIR'])}`);
  });

  it('is accepted by the compose client, where there is one', () => {
    const compose = (...args: string[]) => execFileSync('docker', ['compose', ...args], { cwd: ROOT, stdio: 'pipe' });
    try {
      compose('version');
    } catch {
      // without the client, the structure above is what can be checked
      return;
    }
    expect(() => compose('config', '--quiet')).not.toThrow();
  });
});
