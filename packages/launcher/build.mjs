// Compiles every workspace package's src to dist with swc; only files that changed since the last build.
// With names as arguments, only those packages.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformFile } from '@swc/core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where sources lie and where what they become goes. */
async function places() {
  const folders = [join(root, 'gateway')];
  for (const parent of ['packages', 'services']) {
    for (const name of await readdir(join(root, parent))) folders.push(join(root, parent, name));
  }
  return [
    ...folders.map((folder) => ({ name: basename(folder), src: join(folder, 'src'), dist: join(folder, 'dist') })),
    { name: 'benchmark', src: join(root, 'test', 'benchmark'), dist: join(root, 'test', 'dist', 'benchmark') },
  ];
}

/** What a running process needs: sources, and the files that lie beside them; no tests. */
async function sourcesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/(\.(test|contract)\.ts|\.d\.ts|\.snap|\.md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** In one step: another process may be loading the file, or building at the same time. */
async function replace(file, content) {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  await rename(draft, file);
}

async function buildPlace({ src, dist }, settings) {
  const manifestFile = join(dist, '.build.json');
  const before = JSON.parse(await readFile(manifestFile, 'utf8').catch(() => '{}'));
  const after = {};
  let compiled = 0;
  for (const file of await sourcesBelow(src)) {
    const name = relative(src, file).replace(/\.ts$/, '.js');
    const content = await readFile(file);
    after[name] = createHash('sha256').update(settings).update(content).digest('hex');
    const target = join(dist, name);
    if (before[name] === after[name] && (await stat(target).catch(() => null))) continue;
    const output = file.endsWith('.ts')
      ? (await transformFile(file, { swcrc: true, configFile: join(root, '.swcrc'), cwd: root })).code
      : content;
    await mkdir(dirname(target), { recursive: true });
    await replace(target, output);
    compiled += 1;
  }
  const stale = Object.keys(before).filter((name) => !(name in after));
  for (const name of stale) await rm(join(dist, name), { force: true });
  if (compiled > 0 || stale.length > 0) {
    await mkdir(dist, { recursive: true });
    await replace(manifestFile, JSON.stringify(after));
  }
  return compiled;
}

/** Builds the named packages, or all; answers how many files were written. */
export async function build(names = []) {
  const wanted = (await places()).filter(({ name }) => names.length === 0 || names.includes(name));
  const settings = await readFile(join(root, '.swcrc'), 'utf8');
  const counts = await Promise.all(wanted.map((place) => buildPlace(place, settings)));
  return counts.reduce((sum, count) => sum + count, 0);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const total = await build(process.argv.slice(2));
  console.log(total === 0 ? 'build: up to date' : `build: ${total} files written`);
}
