// Loaded into the processes of test systems first. Half of the processor time in which a service starts goes into
// finding and compiling the same two thousand files again; the first process of a program leaves to the next of the same
// run where they are and what they compile to. Nothing is kept between runs, in which files may change.
const { createHash } = require('node:crypto');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { deserialize, serialize } = require('node:v8');
const { constants, Script } = require('node:vm');

const SAVE_AFTER_MS = 4_000;
const name = createHash('sha256')
  .update([process.argv[1], ...process.execArgv].join('\n'))
  .digest('hex');
const file = join(process.env.REDRESS_TEST_CODE_DIRECTORY, name.slice(0, 24));
const known = read();
const compiled = new Map();
const found = new Map();

function read() {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return undefined;
  }
}

const compile = Module.prototype._compile;
Module.prototype._compile = function (content, filename, format) {
  const script = format === 'module' ? undefined : scriptOf(content, filename);
  if (script === undefined) return compile.call(this, content, filename, format);
  const run = script.runInThisContext();
  return run.call(this.exports, this.exports, requireOf(this), this, filename, dirname(filename));
};

/** Undefined for what is no CommonJS after all. */
function scriptOf(content, filename) {
  try {
    const script = new Script(Module.wrap(content), {
      filename,
      columnOffset: -Module.wrapper[0].length,
      cachedData: known?.compiled.get(filename),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (known === undefined) compiled.set(filename, script);
    return script;
  } catch {
    return undefined;
  }
}

/** What Node gives a module as its `require`. */
function requireOf(module) {
  const require = (request) => module.require(request);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, isMain, options) {
  if (isMain || options !== undefined || !parent?.filename) return resolve.call(this, request, parent, isMain, options);
  const key = `${dirname(parent.filename)}\n${request}`;
  const before = known?.found.get(key);
  if (before !== undefined) return before;
  const filename = resolve.call(this, request, parent, isMain, options);
  found.set(key, filename);
  return filename;
};

if (known === undefined) {
  // after the start, so that functions which only run then are among what is kept
  setTimeout(() => {
    const code = new Map([...compiled].map(([path, script]) => [path, script.createCachedData()]));
    writeFileSync(`${file}.${process.pid}`, serialize({ compiled: code, found }));
    renameSync(`${file}.${process.pid}`, file);
    compiled.clear();
  }, SAVE_AFTER_MS).unref();
}
