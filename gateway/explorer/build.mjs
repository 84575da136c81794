// Bundles the explorer page into explorer/dist, so that it needs no other host. Does nothing when it is up to date.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const dist = join(folder, 'dist');
const documents = join(folder, '..', 'documents');
const stamp = join(dist, 'stamp');

async function fingerprint() {
  const hash = createHash('sha256');
  for (const directory of [folder, documents]) {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      hash.update(name).update(await readFile(join(directory, name)));
    }
  }
  return hash.update(await readFile(join(folder, '..', 'package.json'))).digest('hex');
}

/** The first line of a document says for whom it is and what it shows. */
async function readyDocuments() {
  const names = (await readdir(documents)).filter((name) => name.endsWith('.graphql'));
  const all = await Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(join(documents, name), 'utf8');
      const [, reader, title] = /^# For ([^:]+): (.+)$/m.exec(text) ?? [];
      return { reader, title, text };
    }),
  );
  return all.filter(({ reader }) => reader !== undefined);
}

const readyDocumentsPlugin = {
  name: 'ready-documents',
  setup(build) {
    build.onResolve({ filter: /^ready-documents$/ }, ({ path }) => ({ path, namespace: 'ready' }));
    build.onLoad({ filter: /.*/, namespace: 'ready' }, async () => ({
      contents: JSON.stringify(await readyDocuments()),
      loader: 'json',
    }));
  },
};

const current = await fingerprint();
if ((await readFile(stamp, 'utf8').catch(() => '')) === current) process.exit(0);

const { build } = await import('esbuild');
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const shared = {
  absWorkingDir: folder,
  bundle: true,
  minify: true,
  target: 'es2022',
  outdir: dist,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};
await Promise.all([
  build({
    ...shared,
    entryPoints: { main: join(folder, 'main.jsx') },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/explorer/',
    jsx: 'automatic',
    loader: { '.ttf': 'file' },
    plugins: [readyDocumentsPlugin],
  }),
  build({
    ...shared,
    entryPoints: {
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    format: 'iife',
  }),
]);
await copyFile(join(folder, 'page.html'), join(dist, 'index.html'));
await writeFile(stamp, current);
console.log('explorer: built');
