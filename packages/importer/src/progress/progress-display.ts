import { Presets, SingleBar } from 'cli-progress';

/** Shows how far an import has come. */
export interface ProgressDisplay {
  say(line: string): void;
  start(bytes: number): void;
  update(bytesRead: number, recordsDone: number): void;
  stop(): void;
}

const LINE_EVERY_PERCENT = 10;

/** A bar where somebody looks at a terminal, a line now and then elsewhere. */
export function progressDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): ProgressDisplay {
  const format = '{bar} {percentage}% | {rows} rows | {duration_formatted}';
  const shown = new SingleBar({ stream, format, hideCursor: true }, Presets.shades_classic);
  return {
    say: (line) => void stream.write(`${line}\n`),
    start: (bytes) => shown.start(bytes, 0, { rows: 0 }),
    update: (bytesRead, recordsDone) => shown.update(bytesRead, { rows: recordsDone }),
    stop: () => shown.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): ProgressDisplay {
  let bytes = 1;
  let next = LINE_EVERY_PERCENT;
  const say = (line: string) => void stream.write(`${line}\n`);
  return {
    say,
    start: (total) => {
      bytes = Math.max(1, total);
    },
    update: (bytesRead, recordsDone) => {
      const percent = Math.floor((bytesRead / bytes) * 100);
      if (percent < next) return;
      say(`${percent}% | ${recordsDone} rows`);
      next = percent - (percent % LINE_EVERY_PERCENT) + LINE_EVERY_PERCENT;
    },
    stop: () => undefined,
  };
}
