import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'undici';
import { postForText, type HttpAnswer } from './http-exchange';
import { isPassingError, isPassingStatus } from './repeatable';

const ATTEMPTS = 3;

/** Posts once or, when the request may be repeated, up to three times while the other side starts or drains. */
export async function postUntilAnswered(
  pool: Pool,
  path: string,
  body: string,
  headers: () => Record<string, string>,
  repeatable: boolean,
): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const last = !repeatable || attempt === ATTEMPTS;
    try {
      const answer = await postForText(pool, path, headers(), body);
      if (last || !isPassingStatus(answer.status)) return answer;
    } catch (error) {
      if (last || !isPassingError(error)) throw error;
    }
    await wait(25 * 2 ** attempt);
  }
}
