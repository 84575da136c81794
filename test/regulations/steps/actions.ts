import { offered, playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Stage, Step } from '../step';
import { caseOf, inState } from './case-reading';
import { eightDReported } from './eight-d';

const KINDS = ['CORRECTIVE', 'PREVENTIVE', 'IMPROVEMENT', 'CONTAINMENT'] as const;

interface Planned {
  readonly actions: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
}

export const correctiveActions: Step = {
  title: 'takes corrective and preventive actions',
  applies: (regulation) => regulation.actions !== undefined,
  async take(stage) {
    const { begin, regulation, system, expected } = stage;
    const kinds = regulation.actions?.kinds ?? [];
    const play = await begin();
    await playUntil(play, measuresAreNext);
    const dueAt = new Date(system.now().getTime() + 7 * DAY_MS).toISOString();
    const measure = { description: '整改。Put right.', owner: 'handler', dueAt };
    const others = play.act(play.cast.of('finance'), 'planAction', { ...measure, kind: kinds[0] });
    expect(['FORBIDDEN', 'CASE_ROLE_NOT_ENTITLED']).toContain(await refusalOf(others));
    const planner = await offered(play, 'PLAN_ACTION');
    const unnamed = KINDS.filter((kind) => kind !== 'CONTAINMENT').find((kind) => !kinds.includes(kind));
    if (unnamed !== undefined) {
      const refused = play.act(planner, 'planAction', { ...measure, kind: unnamed });
      expect(await refusalOf(refused)).toBe('CASE_ACTION_KIND_UNKNOWN');
    }
    const earlier = (await planned(play)).length;
    for (const kind of kinds) await play.act(planner, 'planAction', { ...measure, kind });
    expect((await planned(play)).slice(earlier).map(({ kind }) => kind)).toEqual(kinds);
    await carriedOut(play);
    if (regulation.actions?.effectConfirmedBy !== undefined) await effectChecked(play);
    if (regulation.papers.some(({ kind }) => kind === 'EIGHT_D_REPORT')) await eightDReported(play);
    if (expected.exempt !== undefined) await exempted(stage);
  },
};

const DAY_MS = 24 * 3_600_000;

/** Measures rest on what was found; where the text has a stage for them, it is its turn. */
function measuresAreNext({ state, stages }: Awaited<ReturnType<Play['see']>>): boolean {
  if (state === 'CLOSED') return true;
  if (['REGISTERED', 'ACCEPTED'].includes(state)) return false;
  const measures = stages.filter(({ kind, state: at }) => kind === 'CORRECTIVE_ACTION' && at !== 'NOT_PLANNED');
  return measures.every(({ state: at }) => at === 'CURRENT');
}

async function planned(play: Play): Promise<Planned['actions']> {
  return (await caseOf<Planned>(play, 'actions { id kind state }')).actions;
}

async function carriedOut(play: Play): Promise<void> {
  for (const { id } of (await planned(play)).filter(({ state }) => state === 'PLANNED')) {
    await play.act(play.cast.of('supervisor'), 'completeAction', { actionId: id, outcome: '已完成。Done.' });
  }
  const states = (await planned(play)).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['COMPLETED']));
  const { stages } = await play.see();
  const measures = stages.filter(({ kind, state }) => kind === 'CORRECTIVE_ACTION' && state !== 'NOT_PLANNED');
  expect(measures.map(({ state }) => state)).toEqual(measures.map(() => 'DONE'));
}

/** Those whom the text names say whether the measures work; one without effect leads back where the text says so. */
async function effectChecked(play: Play): Promise<void> {
  const { actions } = play.regulation;
  const checker = play.cast.of(actions?.effectConfirmedBy?.[0] ?? 'supervisor');
  const others = play.act(play.cast.of('finance'), 'confirmEffect', { effective: true, findings: '有效。' });
  expect(['FORBIDDEN', 'CASE_ROLE_NOT_ENTITLED']).toContain(await refusalOf(others));
  if (actions?.loopsBackTo !== undefined) {
    await play.act(checker, 'confirmEffect', { effective: false, findings: '无效。No effect.' });
    const { effectChecks } = await caseOf<{ effectChecks: { reopened: string[] }[] }>(
      play,
      'effectChecks { reopened }',
    );
    expect(effectChecks.at(-1)?.reopened).toContain(actions.loopsBackTo);
    const back = (await play.see()).stages.find(({ stage }) => stage === actions.loopsBackTo);
    expect(back?.state).not.toBe('DONE');
    await playUntil(play, ({ stages }) =>
      stages.every(({ kind, state }) => kind !== 'EFFECT_CHECK' || state === 'DONE'),
    );
    expect((await planned(play)).map(({ state }) => state)).toContain('NOT_EFFECTIVE');
  } else {
    await play.act(checker, 'confirmEffect', { effective: true, findings: '有效。It works.' });
  }
  expect((await planned(play)).map(({ state }) => state)).toContain('EFFECTIVE');
}

/** A matter in which the text tracks no improvement. */
async function exempted({ begin, cast, expected, regulation }: Stage): Promise<void> {
  const keeper = cast.of(regulation.actions?.effectConfirmedBy?.[0] ?? 'supervisor');
  const usual = await begin();
  await playUntil(usual, inState('INVESTIGATION', 'RESOLUTION'));
  const reason = { reason: '人为疏忽。Human negligence.' };
  expect(await refusalOf(usual.act(keeper, 'exemptActions', reason))).toBe('CASE_ACTIONS_NOT_EXEMPT');
  const play = await begin(expected.exempt);
  await playUntil(play, inState('INVESTIGATION', 'RESOLUTION'));
  await play.act(keeper, 'exemptActions', reason);
  expect((await play.see()).stages.find(({ kind }) => kind === 'CORRECTIVE_ACTION')?.state).not.toBe('CURRENT');
}
