const { AsyncLocalStorage } = require('node:async_hooks');

/**
 * Storages that test files of this process have used, on the class itself, which all of them share. Each file has its
 * own, the one of jest-circus among them, and Node keeps every one that was ever used: from then on each promise of the
 * process pays for it. With two hundred files behind it a worker ran promises a hundred times slower than a new one.
 */
const USED = Symbol.for('redress.test.async-storages');

function noteUsed() {
  const used = new Set();
  for (const name of ['run', 'enterWith']) {
    const original = AsyncLocalStorage.prototype[name];
    AsyncLocalStorage.prototype[name] = function noted(...args) {
      used.add(this);
      return original.apply(this, args);
    };
  }
  return used;
}

// Runs before each file, when all who used these have ended.
const used = (AsyncLocalStorage[USED] ??= noteUsed());
for (const storage of used) storage.disable();
used.clear();
