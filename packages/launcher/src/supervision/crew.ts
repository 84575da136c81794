import type { BackOffLimits } from './back-off';
import type { Part } from './part';
import { supervise, type SupervisedPart } from './supervised-part';

/** All supervised parts of one system. */
export interface Crew {
  /** Starts a part and supervises it from then on. */
  bring(part: Part): Promise<void>;
  /** Name and id of each process that runs, in the order in which they were brought. */
  running(): { name: string; pid: number }[];
  /** Stops the parts group after group; those of one group together. Names that were never brought are passed over. */
  stop(groups: readonly (readonly string[])[]): Promise<void>;
}

export function createCrew(options: {
  say: (line: string) => void;
  changed: () => void;
  limits?: BackOffLimits;
}): Crew {
  const parts: SupervisedPart[] = [];
  return {
    async bring(part) {
      const supervised = supervise(part, options);
      parts.push(supervised);
      await supervised.start();
    },
    running: () => parts.flatMap(({ name, pid }) => (pid === undefined ? [] : [{ name, pid }])),
    async stop(groups) {
      for (const group of groups) {
        await Promise.all(parts.filter(({ name }) => group.includes(name)).map((part) => part.stop()));
      }
    },
  };
}
