import { offered, playUntil } from '../regulations/course';
import type { Play } from '../regulations/play';
import { caseOf, closerOf, inState } from '../regulations/steps/case-reading';
import { withRunningClock } from '../regulations/steps/due-dates';
import { determine } from '../regulations/steps/responsibility';
import { handOver } from './counter';
import { oneOf, type End, type Making } from './made-complaint';
import { expectAccepted } from './organisation';
import { yuan } from './play-of-money';

const DAY_MS = 24 * 3_600_000;

const onTheSpot =
  (remedy: object): End =>
  async ({ affairs }) => {
    const settled = await handOver(affairs, affairs.cast.of('cs-department').person, remedy);
    expectAccepted(settled);
  };

/** Whoever is not satisfied afterwards has the case handled anew, every second one to its end. */
async function reopened({ affairs, chance }: Making): Promise<void> {
  const play = await affairs.begin();
  await playUntil(play);
  const by = await offered(play, 'RECORD_FOLLOW_UP');
  await play.act(by, 'recordFollowUp', {
    ...{ means: 'PHONE', reached: true, satisfied: false, suggestions: '希望更快。Faster, please.' },
    satisfaction: { result: 1, expectation: 2, attitude: 4, efficiency: 1 },
  });
  if (chance() < 0.5) await playUntil(play);
}

async function handledTwice({ affairs }: Making): Promise<void> {
  const play = await affairs.begin();
  await playUntil(play, inState('CONSENT', 'CLOSED'));
  const member = await offered(play, 'TAKE_FURTHER');
  await play.act(member, 'takeFurther', {
    path: 'SECOND_HANDLING',
    reason: '客户不同意。The customer does not agree.',
  });
  await playUntil(play, inState('CONSENT', 'CLOSED'));
}

async function setTo(play: Play, level: string): Promise<void> {
  const by = await offered(play, 'CHANGE_LEVEL');
  await play.act(by, 'changeLevel', { level, reason: '涉及多个部门。Several departments are concerned.' });
}

async function escalated({ affairs }: Making): Promise<void> {
  await setTo(await affairs.begin(), 'complex');
}

/** Taken for worse than it is, and never for worse than at first. */
async function lowered({ affairs, chance }: Making): Promise<void> {
  const play = await affairs.begin({ assessment: { majorNegativeEffect: true } });
  await setTo(play, oneOf({ chance }, ['general', 'complex']));
}

async function urgentAndOver({ affairs }: Making): Promise<void> {
  const play = await affairs.begin();
  await setTo(play, 'urgent');
  await play.act(closerOf(play), 'closeCase', { outcome: 'WITHDRAWN' });
}

/** Of two improvements one is carried out, in time, and found to have its effect. */
async function improved({ affairs }: Making): Promise<void> {
  const play = await affairs.begin();
  await playUntil(play, inState('RESOLUTION', 'REPLY', 'CONSENT', 'CLOSED'));
  const planner = await offered(play, 'PLAN_ACTION');
  const dueAt = new Date(Date.now() + 7 * DAY_MS).toISOString();
  for (const kind of ['IMPROVEMENT', 'CORRECTIVE'])
    await play.act(planner, 'planAction', { description: '整改。Put right.', owner: 'handler', dueAt, kind });
  type Planned = { actions: readonly { readonly id: string }[] };
  const [action] = (await caseOf<Planned>(play, 'actions { id }')).actions;
  const done = { actionId: action?.id, outcome: '已完成。Done.' };
  await play.act(play.cast.of('supervisor'), 'completeAction', done);
  const checker = await offered(play, 'CONFIRM_EFFECT');
  await play.act(checker, 'confirmEffect', { effective: true, findings: '有效。It works.' });
}

async function notTakenOn({ market, chance }: Making): Promise<void> {
  const play = await market.begin();
  const { ground } = oneOf({ chance }, market.regulation.acceptance?.grounds ?? []);
  await play.act(market.cast.of('complaint-unit'), 'refuseAcceptance', {
    ...{ ground, reason: '不符合受理范围。Out of scope.' },
    reply: '很抱歉,您反映的情况我们不能受理。We are sorry that we cannot take this on.',
  });
}

/** The department answers for the loss, and a person beside it; then somebody asks how long it is to take. */
async function atACost({ maker, chance }: Making): Promise<void> {
  // Two digits count the complaints of a month there.
  const receivedAt = new Date(Date.UTC(2026, Math.floor(chance() * 9), 10));
  const play = await maker.begin({}, receivedAt);
  await playUntil(play, inState('RESOLUTION', 'REPLY', 'CONSENT'));
  const lossEntries = [{ entry: 'usual', quantity: 1 + Math.floor(chance() * 5) }];
  await determine(play, { responsible: 'DEPARTMENT', department: 'manufacturing', lossEntries });
  await determine(play, { responsible: 'PERSON', person: maker.cast.of('handler').subject });
  if (chance() < 0.5)
    await determine(play, { responsible: 'DEPARTMENT', department: 'business', lossEntries: lossEntries.slice(0, 1) });
}

async function givenTime({ centre }: Making): Promise<void> {
  const [late] = centre.expected.deadlines ?? [];
  if (late === undefined) throw new Error('nobody counted a deadline of this text');
  const play = await withRunningClock(centre, late.stage);
  const { dueAt } = await play.clock(late.stage);
  const until = new Date(new Date(dueAt).getTime() + 3 * DAY_MS).toISOString();
  const request = { stage: late.stage, reason: '检测需要时间。The test takes time.', until };
  await play.act(centre.cast.of('handler'), 'requestExtension', request);
  type Asked = { extensions: readonly { readonly id: string }[] };
  const [asked] = (await caseOf<Asked>(play, 'extensions { id }')).extensions;
  const superior = centre.cast.of(centre.regulation.extension?.approvers?.[0] ?? 'supervisor');
  const decision = { extensionId: asked?.id, approved: true, notice: '因检测,答复延期。Testing takes longer.' };
  await play.act(superior, 'decideExtension', decision);
  await playUntil(play, inState('CONSENT', 'EXECUTION', 'CLOSED'));
}

async function atFault({ branch }: Making): Promise<void> {
  const play = (await branch.begin()).choosing({ validity: 'AT_FAULT' });
  await playUntil(play, ({ stages }) =>
    stages.every(({ kind, state }) => kind !== 'INVESTIGATION' || state === 'DONE'),
  );
}

/** Taken on days too late and then withdrawn: somebody asks why. */
async function askedInto({ rental, chance }: Making): Promise<void> {
  // Longer than all holidays in a row, so that some of it was working time.
  const play = await rental.begin({}, new Date(Date.now() - (6 + Math.floor(chance() * 6)) * DAY_MS));
  await play.act(await offered(play, 'ACCEPT_CASE'), 'acceptCase');
  await play.act(await offered(play, 'CLOSE_AS_WITHDRAWN'), 'closeCase', { outcome: 'WITHDRAWN' });
}

export const ENDS_UNDER_OTHER_RULES: Readonly<Record<string, End>> = {
  apologisedOnTheSpot: onTheSpot({ remedy: 'APOLOGY' }),
  paidOnTheSpot: (making) =>
    onTheSpot({ remedy: 'COMPENSATION', amount: yuan(`${10 + Math.floor(making.chance() * 90)}.50`) })(making),
  ...{ reopened, handledTwice, escalated, urgentAndOver, improved, notTakenOn, atACost, givenTime, atFault },
  ...{ lowered, askedInto },
};
