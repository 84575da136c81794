import { createLogger } from '@redress/observability';
import { tellOfAll, type TellingRound } from './tell-listener.job';

/** A round over organisations in pages of two; of those called `bad` nothing can be told. */
function aRound(organisations: readonly string[], changes: Partial<TellingRound> = {}) {
  const told: string[] = [];
  const round: TellingRound = {
    listener: 'reports',
    untold: (_, after) => Promise.resolve(organisations.filter((each) => each > after).slice(0, 2)),
    tell: (tenantId) => {
      if (tenantId.startsWith('bad')) return Promise.reject(new Error('no'));
      told.push(tenantId);
      return Promise.resolve({ told: 1, lost: 0 });
    },
    logger: createLogger({ service: 'adoptions-test', level: 'silent' }),
    stopping: () => false,
    ...changes,
  };
  return { round, told };
}

describe('a round of telling of earlier adoptions', () => {
  it('comes to all organisations, also after those of which nothing can be told', async () => {
    const { round, told } = aRound(['a', 'bad-1', 'bad-2', 'bad-3', 'c', 'd']);
    await tellOfAll(round);
    expect(told).toEqual(['a', 'c', 'd']);
  });

  it('ends when the process does', async () => {
    const { round, told } = aRound(['a', 'b', 'c']);
    await tellOfAll({ ...round, stopping: () => told.length > 0 });
    expect(told).toEqual(['a']);
  });
});
