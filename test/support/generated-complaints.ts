import { ENDS_OF_A_COMPANY } from './ends-of-a-company';
import { ENDS_UNDER_OTHER_RULES } from './ends-under-other-rules';
import type { End, Organisations } from './made-complaint';

/** Numbers that look like chance and are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The ends that complaints come to, by name. */
export const ENDS: Readonly<Record<string, End>> = { ...ENDS_OF_A_COMPANY, ...ENDS_UNDER_OTHER_RULES };

const AT_ONCE = 4;

/** Drives so many complaints through all their ends in turn, the same for the same seed but for who is quicker. */
export async function generateComplaints(at: Organisations, count: number, seed: number): Promise<void> {
  const ends = Object.entries(ENDS);
  const waiting = Array.from({ length: count }, (_, index) => index);
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const [name = '', end] = ends[index % ends.length] ?? [];
      try {
        await end?.({ ...at, index, chance: seeded(seed * 31 + index) });
      } catch (error) {
        failed.push(`${index} ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failed.length > 0) throw new Error(`complaints did not come to their ends:\n${failed.join('\n')}`);
}
