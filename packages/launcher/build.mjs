// Compiles every workspace package's src to dist with swc; only files that changed since the last build.
// With names as arguments, only those packages.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

async function packageFolders() {
  const folders = [join(root, 'gateway')];
  for (const parent of ['packages', 'services']) {
    for (const name of await readdir(join(root, parent))) folders.push(join(root, parent, name));
  }
  return folders;
}

async function sourcesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/(\.test|\.contract|\.d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

async function buildPackage(folder, settings) {
  const src = join(folder, 'src');
  const dist = join(folder, 'dist');
  const manifestFile = join(dist, '.build.json');
  const before = JSON.parse(await readFile(manifestFile, 'utf8').catch(() => '{}'));
  const after = {};
  let compiled = 0;
  for (const file of await sourcesBelow(src)) {
    const name = relative(src, file).replace(/\.ts$/, '.js');
    after[name] = createHash('sha256')
      .update(settings)
      .update(await readFile(file))
      .digest('hex');
    const target = join(dist, name);
    if (before[name] === after[name] && (await stat(target).catch(() => null))) continue;
    const { code } = await transformFile(file, { swcrc: true, configFile: join(root, '.swcrc'), cwd: root });
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
    compiled += 1;
  }
  for (const stale of Object.keys(before).filter((name) => !(name in after))) {
    await rm(join(dist, stale), { force: true });
  }
  if (Object.keys(after).length > 0) {
    await mkdir(dist, { recursive: true });
    await writeFile(manifestFile, JSON.stringify(after));
  }
  return compiled;
}

const wanted = process.argv.slice(2);
const folders = (await packageFolders()).filter((folder) => wanted.length === 0 || wanted.includes(basename(folder)));
const settings = await readFile(join(root, '.swcrc'), 'utf8');
const counts = await Promise.all(folders.map((folder) => buildPackage(folder, settings)));
const total = counts.reduce((sum, count) => sum + count, 0);
console.log(total === 0 ? 'build: up to date' : `build: ${total} files compiled`);
