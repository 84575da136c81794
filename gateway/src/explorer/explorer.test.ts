import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explorer } from './explorer';

const parent = mkdtempSync(join(tmpdir(), 'explorer-'));
const folder = join(parent, 'dist');
mkdirSync(folder);
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'main.js'), 'let page;');
writeFileSync(join(folder, 'stamp'), 'secret');
writeFileSync(join(parent, 'outside.js'), 'secret');

const serve = explorer(folder);
const server = createServer((request, response) => {
  void serve(decodeURIComponent(request.url ?? ''), response).then((found) => {
    if (!found) response.writeHead(404).end();
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  rmSync(parent, { recursive: true });
});

/** Unlike fetch, sends the path as it is. */
function ask(path: string): Promise<{ status: number | undefined; policy: unknown }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, agent: false }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode, policy: response.headers['content-security-policy'] }),
      );
    }).on('error', reject);
  });
}

describe('the explorer', () => {
  it('serves its page and its files, which may load nothing from elsewhere', async () => {
    for (const path of ['/', '/explorer/main.js']) {
      const { status, policy } = await ask(path);
      expect(status).toBe(200);
      expect(policy).toContain("default-src 'none'");
    }
  });

  it.each([
    '/explorer/../outside.js',
    '/explorer/%2e%2e/outside.js',
    '/explorer/..%2foutside.js',
    '/explorer/stamp',
    '/explorer/',
    '/other',
  ])('serves nothing else: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});
