import type { Regulation } from '@redress/regulations';
import { offered, playUntil } from '../course';
import type { Play, SeenCase } from '../play';
import { refusalOf } from '../refusal-of';
import type { Stage, Step } from '../step';
import { caseOf, happened, inState, offeredTo } from './case-reading';
import { papersOf } from './papers';

type Way = Regulation['dissatisfaction'][number];

const WAYS = ['LINKED_FORM', 'SECOND_HANDLING', 'APPEAL', 'REMEDIAL_MEASURES', 'EXTERNAL_BODY'];
const REASON = '客户不同意。The customer does not agree.';

export const dissatisfied: Step = {
  title: 'a dissatisfied complainant goes on as the text says',
  applies: (regulation) => regulation.dissatisfaction.length > 0,
  async take(stage) {
    const { regulation, expected } = stage;
    expect(regulation.dissatisfaction.map(({ path }) => path)).toEqual(expected.dissatisfied ?? []);
    for (const way of regulation.dissatisfaction) await goesOn(stage, way);
  },
};

async function goesOn(stage: Stage, way: Way): Promise<void> {
  const play = await stage.begin();
  await decided(play);
  const member = await offered(play, 'TAKE_FURTHER');
  const { furtherPaths } = await caseOf<{ furtherPaths: { path: string }[] }>(play, 'furtherPaths { path }', 'agent');
  expect(furtherPaths.map(({ path }) => path)).toContain(way.path);
  const unnamed = WAYS.find((path) => stage.regulation.dissatisfaction.every((each) => each.path !== path));
  const elsewhere = play.act(member, 'takeFurther', { path: unnamed, reason: REASON });
  expect(await refusalOf(elsewhere)).toBe('CASE_PATH_NOT_OPEN');
  const body = way.bodies?.[0]?.body;
  await play.act(member, 'takeFurther', { path: way.path, reason: REASON, ...(body === undefined ? {} : { body }) });
  const { rounds, round } = await caseOf<{ round: number; rounds: { number: number; path: string }[] }>(
    play,
    'round rounds { number path }',
  );
  expect([round, rounds]).toEqual([2, [{ number: 2, path: way.path }]]);
  if (way.path === 'EXTERNAL_BODY') await outside(play, body);
  else await again(play, way);
}

/** The complainant was told the decision, and objects where they are asked. */
async function decided(play: Play): Promise<void> {
  await playUntil(play, inState('CONSENT', 'CLOSED'));
  if ((await play.see()).state === 'CLOSED') return;
  await play.act(play.cast.of('agent'), 'recordConsent', { decision: 'OBJECTED', note: REASON });
}

async function outside(play: Play, body: string | undefined): Promise<void> {
  const { externalProceedings } = await caseOf<{ externalProceedings: { body: string; kind: string }[] }>(
    play,
    'externalProceedings { body kind }',
  );
  expect(externalProceedings).toEqual([{ body, kind: 'REFERRED_BY_COMPLAINANT' }]);
}

/** The second round: handled anew, and decided anew by a further resolution. */
async function again(play: Play, way: Way): Promise<void> {
  const { path, backTo, paper } = way;
  const reopened = await play.see();
  expect(reopened.state).not.toBe('CLOSED');
  if (backTo !== undefined) expect(stateOf(reopened, backTo)).not.toBe('DONE');
  if (paper !== undefined) {
    const [first, second] = (await papersOf(play)).filter((each) => each.paper === paper).slice(-2);
    expect([first?.state, second?.state]).toEqual(['ATTACHED', 'IN_FORCE']);
  }
  if (path === 'HAND_TO_SUPERIOR') await takenOver(play, way);
  await playUntil(play, inState('CONSENT', 'CLOSED'));
  const { resolutions } = await play.see();
  expect(resolutions.length).toBeGreaterThan(1);
  if (path === 'APPEAL') await decidedByAnother(play);
  if (way.maximumRounds === 1) {
    const more = play.act(play.cast.of('agent'), 'recordConsent', { decision: 'OBJECTED', note: REASON });
    expect(await refusalOf(more)).toBe('CASE_DECISION_FINAL');
  }
}

function stateOf({ stages }: SeenCase, name: string): string | undefined {
  return stages.find(({ stage }) => stage === name)?.state;
}

async function takenOver(play: Play, { deciders = [] }: Way): Promise<void> {
  const superior = play.cast.of(deciders[0] ?? 'manager');
  expect(await offeredTo(play, 'agent')).not.toContain('TAKE_OVER');
  await play.act(superior, 'takeOver');
  expect((await play.see()).assignee?.subject).toBe(superior.subject);
  expect(await happened(play)).toContain('CASE_TAKEN_OVER');
}

async function decidedByAnother(play: Play): Promise<void> {
  const { resolutions } = await caseOf<{ resolutions: { decidedBy: string | null }[] }>(
    play,
    'resolutions { decidedBy }',
  );
  const [first, second] = resolutions.map(({ decidedBy }) => decidedBy);
  expect(second).not.toBe(first);
}
