import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** Words of ClickHouse that the adapter uses, in those of the column store that stands in for it. */
const MACROS = [
  'intDiv(a, b) AS a // b',
  `fromUnixTimestamp64Milli(ms, zone) AS make_timestamp_ms(ms)`,
  'toYear(t) AS year(t)',
  'toMonth(t) AS month(t)',
  'toInt128(n) AS n::HUGEINT',
  'arraySort(a) AS list_sort(a)',
  'groupArray(v) AS list(v)',
  'toUInt64(n) AS n::UBIGINT',
  'isNotNull(v) AS v IS NOT NULL',
  'assumeNotNull(v) AS v',
  'cityHash64(v) AS hash(v)',
  'bitShiftLeft(a, b) AS a << b',
  'groupBitOr(b) AS bit_or(b)',
  'bitCount(b) AS bit_count(b)',
];
const TYPES: Readonly<Record<string, string>> = {
  String: 'VARCHAR',
  Int64: 'BIGINT',
  Int32: 'INTEGER',
  Int8: 'TINYINT',
};

const unquoted = (text: string): string => text.replace(/\\(['\\])/g, '$1');
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The literal of a parameter as the official client writes it. */
function literal(type: string, text: string): string {
  if (type === 'String') return quoted(unquoted(text));
  if (type === 'Array(Int64)') return `(${text.slice(1, -1)})`;
  if (type !== 'Array(String)') return text;
  const items = [...text.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, item = '']) => quoted(unquoted(item)));
  return `(${items.join(', ')})`;
}

function translated(query: string, params: URLSearchParams): string {
  return query
    .replace(/\s+FORMAT \w+\s*$/, '')
    .replace(/(\w+) FINAL/g, 'final_$1')
    .replace(/\{(\w+):([\w()]+)\}/g, (_, name: string, type: string) =>
      literal(type, params.get(`param_${name}`) ?? ''),
    );
}

/** Creates the table, and a view of what `FINAL` leaves of it. */
async function createTable(connection: DuckDBConnection, query: string): Promise<void> {
  const [, name = '', declared = '', version = '', key = ''] =
    /EXISTS (\w+) \(([^]+)\)\s+ENGINE = ReplacingMergeTree\((\w+)\)\s+ORDER BY \(([^)]+)\)/.exec(query) ?? [];
  const columns = declared
    .split(',')
    .map((column) =>
      column
        .trim()
        .replace(/(\w+) (?:Nullable\()?(\w+)\)?/, (_, word: string, type: string) => `${word} ${TYPES[type] ?? type}`),
    );
  await connection.run(`CREATE TABLE IF NOT EXISTS ${name} (${columns.join(', ')})`);
  await connection.run(`CREATE OR REPLACE VIEW final_${name} AS SELECT * FROM ${name}
    QUALIFY ROW_NUMBER() OVER (PARTITION BY ${key} ORDER BY ${version} DESC) = 1`);
}

async function insertRows(connection: DuckDBConnection, query: string, body: string): Promise<void> {
  const [, name = ''] = /INSERT INTO (\w+)/.exec(query) ?? [];
  for (const line of body.split('\n').filter((text) => text !== '')) {
    const row = JSON.parse(line) as Record<string, string | number | null>;
    const values = Object.values(row).map((value) => (value === null ? 'NULL' : quoted(String(value))));
    await connection.run(`INSERT INTO ${name} (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const json = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** A server that speaks the HTTP protocol of ClickHouse as far as the adapter does, and not the engine itself. */
export class ClickhouseServer {
  private constructor(
    private readonly server: Server,
    private readonly instance: DuckDBInstance,
  ) {}

  static async start(): Promise<ClickhouseServer> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    for (const macro of MACROS) await connection.run(`CREATE MACRO ${macro}`);
    let turn: Promise<unknown> = Promise.resolve();
    const server = createServer((request, response) => {
      turn = turn.then(async () => {
        try {
          response.end(await answer(connection, request));
        } catch (error) {
          response.statusCode = 500;
          response.end(String(error));
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ClickhouseServer(server, instance);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    this.instance.closeSync();
  }
}

async function answer(connection: DuckDBConnection, request: IncomingMessage): Promise<string> {
  const params = new URL(request.url ?? '/', 'http://server').searchParams;
  const body = await bodyOf(request);
  const inAddress = params.get('query');
  if (inAddress !== null) {
    await insertRows(connection, inAddress, body);
    return '';
  }
  if (body.startsWith('CREATE TABLE')) {
    await createTable(connection, body);
    return '';
  }
  const rows = (await connection.runAndReadAll(translated(body, params))).getRowObjects();
  return rows.map((row) => `${JSON.stringify(row, json)}\n`).join('');
}
