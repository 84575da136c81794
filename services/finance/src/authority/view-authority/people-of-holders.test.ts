import type { TenantReader } from '@redress/persistence';
import type { StaffStanding, StaffStandings } from '../../case-file/model/staff-standings.repository';
import { peopleOf } from './people-of-holders.policy';

const at = new Date('2026-11-02T08:00:00.000Z');
const someone = (subject: string, parties: readonly string[], changes: Partial<StaffStanding> = {}): StaffStanding => ({
  ...{ staffId: subject, staffVersion: 1, subject, parties, active: true },
  ...changes,
});
const absent = (delegate?: string, until = '2026-11-03T00:00:00.000Z'): Partial<StaffStanding> => ({
  absentUntil: new Date(until),
  ...(delegate === undefined ? {} : { delegate }),
});

async function people(members: readonly StaffStanding[], involved: readonly string[] = []) {
  const standings = { membersOf: () => Promise.resolve(members) } as unknown as StaffStandings;
  const found = await peopleOf({} as TenantReader, ['gm'], { involved, at, standings });
  return found.get('gm')?.map((each) => [each.subject, each.standsInFor, each.absent, each.involved]);
}

describe('who acts as a party', () => {
  it('is everybody who is appointed to it, and marked where involved', async () => {
    expect(await people([someone('wu', ['gm']), someone('li', ['other']), someone('he', ['gm'])], ['he'])).toEqual([
      ['wu', null, false, false],
      ['he', null, false, true],
    ]);
  });

  it('is the delegate of one who is absent, as long as the absence lasts', async () => {
    expect(await people([someone('wu', ['gm'], absent('li')), someone('li', [])])).toEqual([
      ['wu', null, true, false],
      ['li', 'wu', false, false],
    ]);
    expect(await people([someone('wu', ['gm'], absent('li', '2026-11-02T08:00:00.000Z')), someone('li', [])])).toEqual([
      ['wu', null, false, false],
    ]);
  });

  it('is no delegate of one who is involved, and none who has left', async () => {
    expect(await people([someone('wu', ['gm'], absent('li')), someone('li', [])], ['wu'])).toEqual([
      ['wu', null, true, true],
    ]);
    expect(await people([someone('wu', ['gm'], absent('li'))])).toEqual([['wu', null, true, false]]);
    expect(await people([someone('wu', ['gm'], absent())])).toEqual([['wu', null, true, false]]);
  });
});
