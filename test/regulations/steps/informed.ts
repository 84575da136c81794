import { offered, playUntil } from '../course';
import type { Play } from '../play';
import type { Step } from '../step';

interface News {
  readonly state: string;
  readonly replies: readonly { readonly purpose: string; readonly text: string }[];
  readonly timeline: readonly { readonly type: string }[];
}

async function newsOf({ cast, number }: Play): Promise<News> {
  const document = `query ($number: String!) { case: caseByNumber(number: $number) {
    state replies { purpose text } timeline(first: 100) { type } } }`;
  return (await cast.of('supervisor').person.read<{ case: News }>(document, { number })).case;
}

const NEWS = '正在与生产部门核实。We are looking into it with the factory.';

export const keptInformed: Step = {
  title: 'keeps the complainant informed',
  applies: ({ conduct, stages }) =>
    conduct.some(({ rule }) => rule === 'KEEP_INFORMED') || stages.some(({ kind }) => kind === 'PROGRESS'),
  async take({ begin }) {
    const play = await begin();
    await playUntil(play, ({ assignee }) => assignee !== null);
    const before = await newsOf(play);
    await tell(play);
    const after = await newsOf(play);
    expect(after.replies.slice(before.replies.length)).toEqual([{ purpose: 'PROGRESS', text: NEWS }]);
    expect(after.timeline.map(({ type }) => type)).toContain('REPLY_SENT');
    // News decide nothing: the case is where it was, and more may follow.
    expect(after.state).toBe(before.state);
    await tell(play);
    expect((await newsOf(play)).replies).toHaveLength(before.replies.length + 2);
  },
};

/** Somebody whom the case offers it writes; where the text has replies reviewed, it goes out after that. */
async function tell(play: Play): Promise<void> {
  await play.act(await offered(play, 'SEND_PROGRESS'), 'sendReply', {
    purpose: 'PROGRESS',
    form: 'WRITTEN',
    text: NEWS,
  });
  const [reviewer] = play.regulation.reply?.reviewedBy ?? [];
  if (reviewer !== undefined) await play.act(play.cast.of(reviewer), 'reviewReply', { approve: true });
}
