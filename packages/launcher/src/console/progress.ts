/** Tells a person at the terminal what happens; one line for each step, with the time it took. */
export interface Progress {
  readonly say: (line: string) => void;
  readonly step: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export function createProgress(write: (text: string) => void = (text) => void process.stdout.write(text)): Progress {
  return {
    say: (line) => write(`${line}\n`),
    async step(what, work) {
      const since = Date.now();
      try {
        const result = await work();
        write(`  ok    ${what} (${seconds(Date.now() - since)})\n`);
        return result;
      } catch (error) {
        write(`  FAIL  ${what} (${seconds(Date.now() - since)})\n`);
        throw error;
      }
    },
  };
}
