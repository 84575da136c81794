import { isDuplicateKey } from '@redress/persistence';

const ATTEMPTS = 6;

/**
 * Runs a command again that was about to enter what another has just entered: the next attempt finds it there. Each
 * failed attempt means that a rival is done, so a few suffice.
 */
export async function againOnDuplicate<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 1 || !isDuplicateKey(error)) throw error;
    }
  }
}
