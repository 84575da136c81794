import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Serves the explorer page and its files; `false` when the path is none of its own. */
export type Explorer = (pathname: string, response: ServerResponse) => Promise<boolean>;

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

/** The page runs from its own origin only; the editor writes styles and starts its workers from it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; " +
  "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the bundle that `npm run build:explorer` leaves in `directory`: the page at `/`, its files below `/explorer/`. */
export function explorer(directory: string): Explorer {
  return async (pathname, response) => {
    const name = pathname === '/' ? 'index.html' : pathname.startsWith('/explorer/') ? pathname.slice(10) : undefined;
    if (name === undefined) return false;
    const file = normalize(join(directory, name));
    const media = MEDIA[extname(file)];
    const found =
      media !== undefined && file.startsWith(directory + sep) ? await stat(file).catch(() => undefined) : undefined;
    if (found?.isFile() !== true || media === undefined) {
      if (pathname !== '/') return false;
      response
        .writeHead(503, { 'content-type': 'text/plain' })
        .end('The explorer is not built: run `npm run build:explorer`.\n');
      return true;
    }
    response.writeHead(200, {
      'content-type': media,
      'content-length': found.size,
      'cache-control': pathname === '/' ? 'no-cache' : 'public, max-age=3600',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    await pipeline(createReadStream(file), response).catch(() => response.destroy());
    return true;
  };
}
