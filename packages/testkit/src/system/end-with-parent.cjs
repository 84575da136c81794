// Loaded into the processes that tests start: they end with the process that started them, however that one ends. A test
// whose set-up fails does not know what it would have to end.
const { setInterval } = require('node:timers');

const EVERY_MS = 1_000;
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS).unref();
