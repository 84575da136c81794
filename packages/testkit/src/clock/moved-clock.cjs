// Loaded into the processes of a test system before anything else: moves what they take for the present.
const { readFileSync, writeFileSync } = require('node:fs');

const file = process.env.REDRESS_TEST_CLOCK;
const RealDate = Date;
let offsetMs = read();

function read() {
  return Number(readFileSync(file, 'utf8'));
}

const now = () => RealDate.now() + offsetMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, caller) =>
    args.length === 0
      ? new RealDate(now())
      : Reflect.construct(target, args, caller === globalThis.Date ? target : caller),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});

process.on('SIGUSR2', () => {
  offsetMs = read();
  writeFileSync(`${file}.${process.pid}`, String(offsetMs));
});
