import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf } from './case-reading';

interface Called {
  readonly emergency: {
    readonly immediately: boolean;
    readonly does: readonly string[];
    readonly outstanding: readonly string[];
    readonly team: readonly string[];
  } | null;
}

const SELECTION = 'emergency { immediately does outstanding team }';

export const emergency: Step = {
  title: 'calls the emergency team together',
  applies: (regulation) => regulation.emergency.length > 0,
  async take({ begin, regulation, expected, cast }) {
    const [provision] = regulation.emergency;
    if (provision === undefined || expected.emergency === undefined)
      throw new Error('nobody said what is an emergency');
    const usual = await begin();
    expect((await caseOf<Called>(usual, SELECTION)).emergency).toBeNull();
    const forNothing = usual.act(cast.of('manager'), 'formEmergencyTeam', { members: team(usual, provision.team) });
    expect(await refusalOf(forNothing)).toBe('CASE_NO_EMERGENCY');

    const play = await begin(expected.emergency);
    const called = (await caseOf<Called>(play, SELECTION)).emergency;
    expect(called).toMatchObject({ immediately: provision.immediately, team: provision.team });
    expect([...(called?.outstanding ?? [])].sort()).toEqual([...provision.does].sort());
    const strangers = [{ party: 'finance', subject: cast.of('finance').subject }];
    const unnamed = play.act(cast.of('manager'), 'formEmergencyTeam', { members: strangers });
    expect(await refusalOf(unnamed)).toBe('CASE_PARTY_UNKNOWN');
    await play.act(cast.of('manager'), 'formEmergencyTeam', { members: team(play, provision.team) });
    for (const duty of provision.does) await done(play, duty);
    expect((await caseOf<Called>(play, SELECTION)).emergency?.outstanding).toEqual([]);
    const { emergencyRecords } = await caseOf<{ emergencyRecords: { step: string }[] }>(
      play,
      'emergencyRecords { step }',
    );
    expect(emergencyRecords.map(({ step }) => step)).toEqual(['TEAM', ...provision.does]);
  },
};

function team(play: Play, parties: readonly string[]): object[] {
  return parties.map((party) => ({ party, subject: play.cast.of(party).subject }));
}

function done(play: Play, duty: string): Promise<void> {
  const manager = play.cast.of('manager');
  switch (duty) {
    case 'MEETING':
      return play.act(manager, 'recordEmergencyMeeting', {
        sections: [{ section: 'decisions', text: '召回。Recall.' }],
      });
    case 'RISK_ASSESSMENT':
      return play.act(manager, 'recordRiskAssessment', { probability: 3, impact: 4, measures: '停售。Stop the sale.' });
    default:
      return play.act(manager, 'recordEmergencyStep', { step: duty, note: '已办。Done.' });
  }
}
