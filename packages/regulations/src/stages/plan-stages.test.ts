import { findRegulation, readRegulation } from '../regulation/regulation-file';
import { planStages } from './plan-stages';

const settings = {
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  numbering: { pattern: '{YYYY}{MM}-{SERIAL:6}', period: 'MONTH' as const },
  openValues: { followUpWithin: { amount: 7, unit: 'CALENDAR_DAYS' as const } },
};

describe('planStages', () => {
  const regulation = findRegulation('company-24h-3wd-7wd');
  if (regulation === undefined) throw new Error('a regulation ships with the package');

  it('plans the deadlines of the text and fills the open one from the adoption', () => {
    expect(planStages(regulation, settings).map(({ stage, deadline }) => [stage, deadline])).toEqual([
      ['acceptance', { duration: { amount: 24, unit: 'HOURS' }, startsAt: 'RECEIPT' }],
      ['investigation', { duration: { amount: 3, unit: 'WORKING_DAYS' }, startsAt: 'RECEIPT' }],
      ['resolution', { duration: { amount: 7, unit: 'WORKING_DAYS' }, startsAt: 'RECEIPT' }],
      ['follow-up', { duration: { amount: 7, unit: 'CALENDAR_DAYS' }, startsAt: 'EXECUTION_FINISHED' }],
    ]);
  });

  it('names file, path and expectation when a regulation file is wrong', () => {
    const broken = { ...regulation, stages: [{ ...regulation.stages[0], kind: 'WIZARDRY' }] };
    expect(() => readRegulation('broken.json', JSON.stringify(broken))).toThrow(/broken\.json: .*stages\[0\]\.kind/s);
  });
});
