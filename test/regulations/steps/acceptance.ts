import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';

interface Ruled {
  readonly state: string;
  readonly outcome: string | null;
  readonly acceptanceRefusal: { readonly ground: string; readonly reason: string } | null;
  readonly replies: readonly { readonly purpose: string; readonly text: string }[];
  readonly timeline: readonly { readonly type: string }[];
}

const RULED = `query ($number: String!) { case: caseByNumber(number: $number) {
  state outcome acceptanceRefusal { ground reason } replies { purpose text } timeline(first: 50) { type } } }`;

async function seen({ cast, number }: Play): Promise<Ruled> {
  return (await cast.of('supervisor').person.read<{ case: Ruled }>(RULED, { number })).case;
}

const POLITE = '很抱歉,您反映的情况我们不能受理。We are sorry that we cannot take this on.';

export const acceptance: Step = {
  title: 'rules on acceptance with the grounds of the text',
  applies: ({ acceptance: provision }) => provision?.ruling === 'RULED',
  async take({ begin, regulation, cast }) {
    const { rulers = [], grounds = [] } = regulation.acceptance ?? {};
    const ruler = cast.of(rulers[0] ?? 'supervisor');
    const refuse = (play: Play, ground: string, member = ruler) =>
      play.act(member, 'refuseAcceptance', { ground, reason: '不符合受理范围。Out of scope.', reply: POLITE });

    const accepted = await begin();
    expect((await accepted.see()).state).toBe('REGISTERED');
    expect(await refusalOf(accepted.act(cast.of('finance'), 'acceptCase'))).toBe('FORBIDDEN');
    // Where the text names no ground, nothing can be refused.
    const unknown = grounds.length === 0 ? 'CASE_ACCEPTANCE_NOT_RULED' : 'CASE_GROUND_UNKNOWN';
    expect(await refusalOf(refuse(accepted, 'no-such-ground'))).toBe(unknown);
    await accepted.act(ruler, 'acceptCase');
    expect((await accepted.see()).state).not.toBe('REGISTERED');

    for (const { ground } of grounds) {
      const play = await begin();
      expect(await refusalOf(refuse(play, ground, cast.of('finance')))).toBe('FORBIDDEN');
      await refuse(play, ground);
      const ruled = await seen(play);
      expect(ruled).toMatchObject({ state: 'CLOSED', outcome: 'REFUSED', acceptanceRefusal: { ground } });
      expect(ruled.replies).toEqual([{ purpose: 'REFUSAL', text: POLITE }]);
      expect(ruled.timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['ACCEPTANCE_REFUSED']));
    }
    await expectHelp(regulation.acceptance?.helpsToClarify === true, await begin(), ruler);
  },
};

/** Where the text lets a complainant be helped to make clear what they want, they are asked before anybody rules. */
async function expectHelp(helps: boolean, play: Play, ruler: Play['cast']['everybody'][number]): Promise<void> {
  if (!helps) return;
  await play.act(ruler, 'sendReply', {
    ...{ purpose: 'PROGRESS', form: 'WRITTEN' },
    text: '请补充您的要求。Please tell us what you want.',
  });
  expect((await play.see()).state).toBe('REGISTERED');
}
