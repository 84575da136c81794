import { offered, playUntil } from '../course';
import type { Member } from '../cast';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf, inState } from './case-reading';

/** Forms that say more than that it is written or said. */
const FORMS = ['LETTER', 'PHONE', 'EMAIL', 'SMS', 'VISIT'] as const;
const TEXT = '我们为您更换。We replace it.';

interface Sent {
  readonly replies: readonly { readonly purpose: string; readonly form: string }[];
}

export const replyForms: Step = {
  title: 'replies in the form of the text',
  applies: ({ reply }) => reply !== undefined,
  async take({ begin, regulation, cast }) {
    const { reply } = regulation;
    if (reply === undefined) throw new Error('the text says nothing of replies');
    const play = await begin();
    await playUntil(play, inState('REPLY'));
    const decision = { purpose: 'DECISION', text: TEXT };
    const author = await offered(play, 'SEND_REPLY');
    // Written or oral stands for every form of its kind.
    const unnamed = FORMS.find(
      (form) =>
        !reply.forms.includes(form) && !reply.forms.includes(['PHONE', 'VISIT'].includes(form) ? 'ORAL' : 'WRITTEN'),
    );
    if (unnamed !== undefined) {
      const refused = play.act(author, 'sendReply', { ...decision, form: unnamed, reason: '客户要求。' });
      expect(await refusalOf(refused)).toBe('CASE_REPLY_FORM_NOT_KNOWN');
    }
    if (reply.default === 'WRITTEN' && reply.forms.includes('ORAL')) {
      const withoutReason = play.act(author, 'sendReply', { ...decision, form: 'ORAL' });
      expect(await refusalOf(withoutReason)).toBe('CASE_ORAL_REASON_MISSING');
    }
    expect(['FORBIDDEN', 'CASE_ROLE_NOT_ENTITLED']).toContain(
      await refusalOf(play.act(cast.of('finance'), 'sendReply', decision)),
    );
    const form = reply.default ?? reply.forms[0];
    await play.act(author, 'sendReply', { ...decision, ...(reply.default === undefined ? { form } : {}) });
    if (reply.reviewedBy !== undefined) await reviewed(play, author, reply.reviewedBy);
    const { replies } = await caseOf<Sent>(play, 'replies { purpose form }');
    expect(replies.findLast(({ purpose }) => purpose === 'DECISION')?.form).toBe(form);
  },
};

/** What was written waits until somebody else, whom the text names, lets it go out. */
async function reviewed(play: Play, author: Member, [reviewer]: readonly string[]): Promise<void> {
  const { replies } = await caseOf<Sent>(play, 'replies { purpose form }');
  expect(replies.map(({ purpose }) => purpose)).not.toContain('DECISION');
  const own = play.act(author, 'reviewReply', { approve: true });
  expect(['CASE_OWN_REPLY', 'CASE_ROLE_NOT_ENTITLED', 'FORBIDDEN']).toContain(await refusalOf(own));
  await play.act(play.cast.of(reviewer ?? ''), 'reviewReply', { approve: true });
}
