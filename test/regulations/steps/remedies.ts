import { playUntil } from '../course';
import type { Play } from '../play';
import type { Step } from '../step';
import { caseOf, inState } from './case-reading';
import { goodwillBudgeted, purchased } from './purchase';

const PRICED = ['REFUND', 'PRICE_REDUCTION', 'ALLOWANCE', 'RETURN', 'COMPENSATION', 'GOODWILL', 'AGREEMENT_SURRENDER'];

interface Granted {
  readonly resolutions: readonly { readonly state: string; readonly remedies: readonly { readonly kind: string }[] }[];
  readonly replies: readonly { readonly purpose: string }[];
}

export const remedies: Step = {
  title: 'grants the remedies of the text',
  applies: (regulation) => regulation.remedies.length > 0,
  async take(stage) {
    const { begin, regulation } = stage;
    const kinds = regulation.remedies.map(({ remedy }) => remedy);
    if (kinds.includes('GOODWILL')) await goodwillBudgeted(stage);
    const play = (await begin({ orderLine: await purchased(stage) })).choosing({ remedies: kinds.map(remedyOf) });
    await playUntil(play, inState('CONSENT', 'EXECUTION', 'CLOSED'));
    const granted = await lastResolution(play);
    expect(granted.remedies.map(({ kind }) => kind)).toEqual(kinds);
    expect(['APPROVED', 'ACCEPTED', 'EXECUTED']).toContain(granted.state);
  },
};

function remedyOf(kind: string): object {
  return PRICED.includes(kind) ? { kind, amount: { amount: '50.00', currency: 'CNY' } } : { kind };
}

async function lastResolution(play: Play): Promise<Granted['resolutions'][number]> {
  const { resolutions, replies } = await caseOf<Granted>(
    play,
    'resolutions { state remedies { kind } } replies { purpose }',
  );
  expect(replies.map(({ purpose }) => purpose)).toContain('DECISION');
  const last = resolutions.at(-1);
  if (last === undefined) throw new Error(`${play.number} has no resolution`);
  return last;
}
