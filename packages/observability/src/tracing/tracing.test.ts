import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { transformFileSync } from '@swc/core';
import { startTracing } from './tracing';

const run = promisify(execFile);
const SENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const PROGRAM = `
const { withSpan } = require('./span');
const { currentTraceparent } = require('./trace-context');
const { startTracing } = require('./tracing');
void (async () => {
  const tracing = await startTracing({ service: 'intake' });
  const inner = await withSpan('receive request', { kind: 'server', traceparent: '${SENT}' }, () =>
    withSpan('read rows', { attributes: { 'db.system': 'mysql' } }, currentTraceparent),
  );
  await withSpan('fail', { traceparent: '${SENT}' }, () => Promise.reject(new TypeError('zhang@example.com'))).catch(() => {});
  await tracing.shutdown();
  console.log(inner);
})();
`;

async function openCollector() {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { bodies, url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

describe('tracing', () => {
  // The exporter loads parts of itself with import(), which jest's sandbox refuses: the real thing runs in a process.
  const directory = join(__dirname, '..', '..', 'node_modules', `.tracing-test-${process.pid}`);

  beforeAll(() => {
    mkdirSync(directory, { recursive: true });
    for (const file of readdirSync(__dirname).filter((name) => !name.endsWith('.test.ts'))) {
      const { code } = transformFileSync(join(__dirname, file), {
        configFile: join(__dirname, '..', '..', '..', '..', '.swcrc'),
      });
      writeFileSync(join(directory, `${basename(file, '.ts')}.js`), code);
    }
    writeFileSync(join(directory, 'program.js'), PROGRAM);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('does nothing when no endpoint is configured', async () => {
    const tracing = await startTracing({ service: 'intake' });
    expect(tracing.enabled).toBe(false);
    await tracing.shutdown();
  });

  it('sends spans below the trace of the sender to the endpoint of the standard variable', async () => {
    const collector = await openCollector();
    const { stdout } = await run(process.execPath, [join(directory, 'program.js')], {
      env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    }).finally(collector.close);

    const sent = collector.bodies.join('');
    expect(stdout.trim()).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/);
    for (const text of ['receive request', 'read rows', 'intake', 'TypeError']) expect(sent).toContain(text);
    expect(sent).not.toContain('zhang@example.com');
  });

  it('does not disturb the work when nothing listens at the endpoint', async () => {
    const { stdout } = await run(process.execPath, [join(directory, 'program.js')], {
      env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_EXPORTER_OTLP_TIMEOUT: '200' },
    });
    expect(stdout.trim()).toMatch(/^00-0af7651916cd43dd8448eb211c80319c/);
  });
});
