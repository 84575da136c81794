import { money, newId } from '@redress/kernel';
import { decideApproval } from '../complaint-case/decide-resolution/decide-resolution.decide';
import { aPlan, WU_SUPERVISOR } from '../test-bench/builders';
import { agreedTo, closing, investigated, proposed, told } from '../test-bench/rounds';
import { Run } from '../test-bench/run-of-a-case';
import {
  decideClosingWith,
  decideLinking,
  decideMerging,
  decideParting,
  decideUnlinking,
} from './follow-merge/follow-merge.decide';
import { courseOf } from '../complaint-case/model/course.model';
import { duplicatesOf, mergeOf } from './model/merge.model';
import { settledElsewhere } from './model/same-harm.rules';

const origin = { at: new Date('2026-03-12T03:00:00.000Z'), by: 'an' };
const main = () => Run.of(aPlan);
const merged = (run: Run, into: Run): Run => run.after(decideMerging(run.current, into.current, origin, run.context()));

describe('cases about the same harm', () => {
  it('know of each other once, however often they are told', () => {
    const [one, other] = [main(), main()];
    const duplicate = merged(other, one);
    expect(mergeOf(duplicate.current)).toEqual({ into: one.current.id });
    expect(decideMerging(duplicate.current, one.current, origin, one.context()).facts).toEqual([]);
    const linked = decideLinking(one.current, duplicate.current, origin, one.context());
    expect(duplicatesOf(linked.case)).toEqual([other.current.id]);
    expect(decideLinking(linked.case, duplicate.current, origin, one.context()).facts).toEqual([]);
    expect(duplicatesOf(decideUnlinking(linked.case, duplicate.current, origin, one.context()).case)).toEqual([]);
  });

  it('leaves the clocks of the duplicate as they are until it ends with the other', () => {
    const duplicate = merged(main(), main());
    expect(duplicate.current.clocks.map(({ state }) => state)).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    const closed = decideClosingWith(courseOf(duplicate.current), duplicate.context()).case;
    expect(closed).toMatchObject({ state: 'CLOSED', outcome: 'MERGED' });
    expect(closed.clocks.map(({ state }) => state)).toEqual(['DISCONTINUED', 'DISCONTINUED', 'DISCONTINUED']);
  });

  it('ends at once with a case that is closed already', () => {
    const settled = main().do(WU_SUPERVISOR, closing('WITHDRAWN'));
    expect(merged(main(), settled).current).toMatchObject({ state: 'CLOSED', outcome: 'MERGED' });
  });

  it.each(['REGISTERED', 'INVESTIGATION', 'PROPOSED', 'REPLY', 'EXECUTION'] as const)(
    'puts a duplicate from %s back to where it was once it is parted',
    (state) => {
      const one = main();
      const before = standingAt(state);
      const duplicate = merged(before, one);
      const closed = duplicate.after(decideClosingWith(courseOf(duplicate.current), duplicate.context()));
      const { case: parted } = decideParting(closed.current, one.current, origin, closed.context());
      const { state: stateAfter, resolution, outcome, stages } = parted;
      expect([stateAfter, resolution?.state, outcome]).toEqual([
        before.current.state,
        before.current.resolution?.state,
        undefined,
      ]);
      expect(mergeOf(parted)).toBeUndefined();
      expect(stages.filter(({ state: done }) => done === 'DONE')).toHaveLength(before.current.stages.length);
      const running = parted.clocks.filter(({ state: clock }) => clock === 'RUNNING');
      const ranBefore = before.current.clocks.filter(({ state: clock }) => clock === 'RUNNING');
      expect(running.map(({ stage, due }) => [stage, due.dueAt])).toEqual(
        ranBefore.map(({ stage, due }) => [stage, due.dueAt]),
      );
    },
  );

  it('leaves a duplicate that ended by itself as it ended', () => {
    const one = main();
    const ended = merged(main(), one).do(WU_SUPERVISOR, closing('WITHDRAWN'));
    const parted = decideParting(ended.current, one.current, origin, one.context());
    expect(parted.case).toMatchObject({ state: 'CLOSED', outcome: 'WITHDRAWN' });
    expect(decideParting(parted.case, one.current, origin, one.context()).facts).toEqual([]);
  });
});

describe('money for a harm', () => {
  const line = { orderNumber: 'SO-1', lineNumber: 1 };
  const amount = money(1n, 'CNY');

  it('is given once', () => {
    const harms = [{ number: '202603-1', orderLine: line }];
    expect(settledElsewhere([{ amount, orderLine: line }], harms)).toMatchObject({
      code: 'CASE_HARM_SETTLED_ELSEWHERE',
      facts: { number: '202603-1' },
    });
    expect(settledElsewhere([{ amount, orderLine: { ...line, lineNumber: 2 } }], harms)).toBeUndefined();
    expect(settledElsewhere([{ amount }], harms)).toBeUndefined();
    expect(settledElsewhere([{ orderLine: line }], harms)).toBeUndefined();
    expect(settledElsewhere([{ amount }], [{ number: newId(), orderLine: undefined }])).toBeDefined();
  });
});

function standingAt(state: 'REGISTERED' | 'INVESTIGATION' | 'PROPOSED' | 'REPLY' | 'EXECUTION'): Run {
  if (state === 'REGISTERED') return main();
  if (state === 'INVESTIGATION') return main().assigned();
  const waiting = proposed(investigated(main().assigned()));
  if (state === 'PROPOSED') return waiting;
  const replied = told(waiting);
  return state === 'REPLY' ? waiting.do(WU_SUPERVISOR, decideApproval) : agreedTo(replied);
}
