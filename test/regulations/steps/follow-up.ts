import type { Regulation } from '@redress/regulations';
import { offered, playUntil } from '../course';
import type { Member } from '../cast';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf } from './case-reading';

type FollowUp = NonNullable<Regulation['followUp']>;

const SCORES = { RESULT: 'result', EXPECTATION: 'expectation', ATTITUDE: 'attitude', EFFICIENCY: 'efficiency' };
const MEANS = ['PHONE', 'SMS', 'EMAIL', 'VISIT', 'LETTER', 'QUESTIONNAIRE', 'ONLINE'] as const;
const LEADS = { REOPEN: 'REOPENING', REMEDIAL_MEASURES: 'REMEDIAL_MEASURES', RECORD: 'RECORD' } as const;

export const followUp: Step = {
  title: 'follows up as the text asks',
  applies: (regulation) => regulation.followUp !== undefined,
  async take({ begin, regulation }) {
    const provision = regulation.followUp;
    if (provision === undefined) throw new Error('the text follows nothing up');
    const early = await begin();
    const first = regulation.stages.find(({ kind }) => kind === 'FOLLOW_UP')?.performers[0] ?? 'agent';
    const tooSoon = early.act(early.cast.of(first), 'recordFollowUp', heard(provision, true));
    expect(await refusalOf(tooSoon)).toBe('CASE_STATE_FORBIDS');

    const play = await begin();
    await playUntil(play);
    const by = await offered(play, 'RECORD_FOLLOW_UP');
    const unnamed = MEANS.find((means) => provision.means?.includes(means) === false);
    if (unnamed !== undefined) {
      const refused = play.act(by, 'recordFollowUp', { ...heard(provision, true), means: unnamed });
      expect(await refusalOf(refused)).toBe('CASE_FOLLOW_UP_MEANS_UNKNOWN');
    }
    if (provision.asks.some((question) => question in SCORES)) {
      const nothingAsked = play.act(by, 'recordFollowUp', { ...heard(provision, true), satisfaction: {} });
      expect(await refusalOf(nothingAsked)).toBe('CASE_FOLLOW_UP_ANSWER_MISSING');
    }
    await play.act(by, 'recordFollowUp', { means: usualMeans(provision), reached: false });
    expect(await leads(play)).toEqual(['NOTHING']);
    await play.act(await offered(play, 'RECORD_FOLLOW_UP'), 'recordFollowUp', heard(provision, true));
    expect(await leads(play)).toEqual(['NOTHING', 'NOTHING']);
    const done = (await play.see()).stages.filter(({ kind }) => kind === 'FOLLOW_UP').map(({ state }) => state);
    if (done.some((state) => state !== 'NOT_PLANNED')) expect(done).toContain('DONE');
    await dissatisfied(play, await offered(play, 'RECORD_FOLLOW_UP'), provision);
  },
};

/** What the text makes of a complainant who is not satisfied. */
async function dissatisfied(play: Play, by: Member, provision: FollowUp): Promise<void> {
  await play.act(by, 'recordFollowUp', heard(provision, false));
  const then = provision.whenDissatisfied ?? 'RECORD';
  expect((await leads(play)).at(-1)).toBe(LEADS[then]);
  const { state } = await play.see();
  if (then === 'RECORD') expect(state).toBe('CLOSED');
  else {
    expect(state).not.toBe('CLOSED');
    await playUntil(play);
    expect((await play.see()).resolutions.length).toBeGreaterThan(1);
  }
}

function usualMeans({ means }: FollowUp): string {
  return means?.[0] ?? 'PHONE';
}

function heard(provision: FollowUp, satisfied: boolean): object {
  const score = satisfied ? 5 : 1;
  const asked = Object.entries(SCORES).filter(([question]) => (provision.asks as string[]).includes(question));
  return {
    means: usualMeans(provision),
    reached: true,
    satisfied,
    satisfaction: Object.fromEntries(asked.map(([, member]) => [member, score])),
    ...(provision.asks.includes('SUGGESTIONS') ? { suggestions: '希望更快。Faster, please.' } : {}),
  };
}

async function leads(play: Play): Promise<readonly string[]> {
  const { followUps } = await caseOf<{ followUps: { leadsTo: string }[] }>(play, 'followUps { leadsTo }');
  return followUps.map(({ leadsTo }) => leadsTo);
}
