import { dayAfter } from '../model/series.model';
import { changesSeen, couldRise } from './look-needed.rules';

/** A Wednesday. */
const CHANGED = '2026-07-15';

describe('an organisation of which nothing new is known', () => {
  it('has had what it has since the first look at it', () => {
    const seen = { position: 7n, changedOn: CHANGED };
    expect(changesSeen({ position: 7n, seen }, '2026-07-20')).toEqual(seen);
    expect(changesSeen({ position: 8n, seen }, '2026-07-20')).toEqual({ position: 8n, changedOn: '2026-07-20' });
    expect(changesSeen({ position: 7n }, '2026-07-20')).toEqual({ position: 7n, changedOn: '2026-07-20' });
  });

  it('is looked at as long as the week of its last change is the latest that is complete, and no longer', () => {
    const days = Array.from({ length: 20 }, (_, index) => dayAfter(CHANGED, index));
    const looked = days.filter((today) => couldRise({ position: 7n, changedOn: CHANGED }, today));
    // The week ends with Sunday the 19th and is the latest until Sunday the 26th.
    expect([looked[0], looked.at(-1), looked.length]).toEqual([CHANGED, '2026-07-26', 12]);
    expect(couldRise({ position: 7n, changedOn: '2026-07-19' }, '2026-07-26')).toBe(true);
    expect(couldRise({ position: 7n, changedOn: '2026-07-19' }, '2026-07-27')).toBe(false);
  });
});
