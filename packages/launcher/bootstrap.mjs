// What the npm scripts call. Needs Node and npm and nothing else: installs the pinned pnpm into .redress/tools, the
// dependencies when the lockfile changed, builds, and hands over to the launcher.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pnpmVersion = manifest.packageManager.split('@')[1];
const tools = join(root, '.redress', 'tools');
const privatePnpm = join(tools, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
const stamp = join(root, 'node_modules', '.redress-installed');

// for `npm run token` and others whose standard output is their result
const say = (line) => process.stderr.write(`${line}\n`);

class Unmet extends Error {}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Unmet(
      `Redress needs Node 20.19 or newer; this is ${process.versions.node}. Install Node 20 and try again.`,
    );
  }
  if (major >= 23) say(`note: tested with Node 20 and 22; this is ${process.versions.node}`);
}

/** Runs a program and shows its output only when it fails. */
function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Unmet(`${command} ${args.join(' ')} failed:\n${output.slice(-4000)}`)),
    );
  });
}

async function step(what, work) {
  const since = Date.now();
  const dots = setInterval(() => say(`  ...   ${what} (${Math.round((Date.now() - since) / 1000)} s)`), 10_000);
  try {
    await work();
  } finally {
    clearInterval(dots);
  }
  say(`  ok    ${what} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

function versionOf(command, args) {
  try {
    return execFileSync(command, [...args, '--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** The pinned pnpm: ours, else one of the same version on the PATH, else installed by npm below .redress. */
async function pnpm() {
  if (versionOf(process.execPath, [privatePnpm]) === pnpmVersion) return [process.execPath, privatePnpm];
  if (versionOf('pnpm', []) === pnpmVersion) return ['pnpm'];
  await step(`pnpm ${pnpmVersion} into .redress/tools`, async () => {
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const args = ['install', '--prefix', tools, '--no-audit', '--no-fund', '--save-exact', `pnpm@${pnpmVersion}`];
    await runQuietly(npm[0], [...npm.slice(1), ...args], { cwd: tools });
  });
  return [process.execPath, privatePnpm];
}

async function installDependencies() {
  const inputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of inputs) hash.update(readFileSync(join(root, file)));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const [command, ...args] = await pnpm();
  await step('dependencies', async () => {
    rmSync(stamp, { force: true });
    await runQuietly(command, [...args, 'install', '--frozen-lockfile', '--prefer-offline'], {
      env: { ...process.env, CI: 'true' },
    });
    writeFileSync(stamp, wanted);
  });
}

async function buildSources() {
  const { build } = await import('./build.mjs');
  const since = Date.now();
  const written = await build();
  if (written > 0) say(`  ok    build: ${written} files (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

/** The explorer page is bundled for those commands that serve it; the bundler leaves an up-to-date one alone. */
async function bundleExplorer() {
  const bundler = join(root, 'gateway', 'explorer', 'build.mjs');
  const since = Date.now();
  const said = await runQuietly(process.execPath, [bundler]);
  if (said !== '') say(`  ok    explorer page (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

try {
  checkNode();
  await installDependencies();
  await Promise.all([buildSources(), process.argv[2] === 'start' ? bundleExplorer() : undefined]);
  const { main } = await import('./dist/main.js');
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  say(error instanceof Unmet ? error.message : (error?.stack ?? String(error)));
  process.exit(1);
}
