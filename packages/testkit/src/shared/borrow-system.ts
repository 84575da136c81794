import { request as httpRequest } from 'node:http';
import { reachSystem } from '../system/reach-system';
import type { Movable, ReachedSystem } from '../system/test-system';
import { KEEPER_VARIABLE, type Loan, type Returned, type Wish } from './lending';

/**
 * The one system that runs in real time for all test files of the run: started when the first asks for it. For files
 * that found organisations of their own, kill nothing and move no clock. `stop` gives it back, and throws when a process
 * of it died meanwhile.
 */
export async function sharedTestSystem(): Promise<ReachedSystem> {
  return borrowed(await lend({}));
}

/**
 * A system at a moment, or up to an hour later, for this test file alone until it is given back. With `backwards` it may
 * have been later already, as it will be for a file that itself puts the clock back.
 */
export async function movableTestSystem(
  moment: string,
  { backwards = false }: { backwards?: boolean } = {},
): Promise<ReachedSystem & Movable> {
  const loan = await lend({ moment, backwards });
  let { offsetMs } = loan;
  return {
    ...borrowed(loan),
    now: () => new Date(Date.now() + offsetMs),
    async moveTo(to) {
      const answer = await ask<{ offsetMs: number }>('/move', { id: loan.id, moment: new Date(to).toISOString() });
      offsetMs = answer.offsetMs;
    },
  };
}

function lend(wish: Omit<Wish, 'file'>): Promise<Loan> {
  return ask<Loan>('/lend', { file: expect.getState().testPath ?? 'an unknown file', ...wish } satisfies Wish);
}

function borrowed({ id, address }: Loan): ReachedSystem {
  return {
    ...reachSystem(address),
    async stop() {
      const { incidents } = await ask<Returned>('/take-back', { id });
      if (incidents.length > 0) throw new Error(`a process of the shared system died: ${incidents.join('; ')}`);
    },
  };
}

/** Not `fetch`, whose limits of five minutes a slow machine may reach, and whose connections outlive the test file. */
function ask<Answer>(action: string, what: object): Promise<Answer> {
  const url = process.env[KEEPER_VARIABLE];
  if (url === undefined) throw new Error(`${KEEPER_VARIABLE} is not set: only end-to-end tests are given systems`);
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}${action}`, { method: 'POST', agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('error', reject).once('end', () => {
        const answer = JSON.parse(text) as Answer & { message?: string };
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error(`${action}: ${answer.message ?? 'failed'}`));
      });
    });
    request.once('error', reject).end(JSON.stringify(what));
  });
}
