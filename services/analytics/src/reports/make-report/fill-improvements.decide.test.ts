import type { ImprovementPoint } from '../../signals/improvement-points/model/improvement-point.model';
import { SECTION_TEMPLATES } from '../templates/section-templates.model';
import { fillImprovements } from './fill-improvements.decide';

const PERIOD = { from: '2026-10-01', to: '2026-11-01' };
const { improvementPoints, improvementEvidence, improvementCourse } = SECTION_TEMPLATES;
const EFFECT = {
  before: { from: '2026-08-01', to: '2026-08-15', observed: 56, exposure: 14 },
  after: { from: '2026-09-01', to: '2026-09-15', observed: 14, exposure: 14 },
  ...{ changePercent: -75, probability: 0.000_1, significant: true, measuredAt: '2026-10-15T16:00:00.000Z' },
};

function aPoint(id: string, changes: Partial<ImprovementPoint> = {}): ImprovementPoint {
  return {
    ...{ id, version: 1, state: 'PROPOSED', foundIn: '2026-10', place: 1, source: 'MOST_COMPLAINTS' },
    ...{ figure: 'COMPLAINTS', dimension: 'PRODUCT', value: 'kettle' },
    evidence: { from: '2026-10-01', to: '2026-11-01', observed: '12', comparedWith: '40' },
    asOf: { position: 7n, time: new Date('2026-10-31T16:00:00Z'), complete: true, metricVersion: 1 },
    proposedAt: new Date('2026-10-31T16:01:00Z'),
    ...changes,
  };
}

const seen = (points: readonly ImprovementPoint[]) => ({
  ...{ points, period: PERIOD, timeZone: 'Asia/Shanghai', regulation: undefined },
});
const figuresOf = (...points: readonly ImprovementPoint[]) =>
  Object.fromEntries(fillImprovements('improvementPoints', improvementPoints, seen(points)).rows) as object;
const NONE = {
  FOUND: '0',
  FOUND_BY_SIGNAL: '0',
  ADOPTED: '0',
  REJECTED: '0',
  COMPLETED: '0',
  MEASURED: '0',
  EFFECTIVE: '0',
};

describe('the improvement points of a period', () => {
  it('are those of the months that ended in it', () => {
    expect(figuresOf()).toEqual(NONE);
    const [before, signal] = [aPoint('a', { foundIn: '2026-09' }), aPoint('b', { source: 'SIGNAL', signalId: 's' })];
    expect(figuresOf(before, signal, aPoint('c'), aPoint('d', { foundIn: '2026-11' }))).toEqual({
      ...{ ...NONE, FOUND: '2', FOUND_BY_SIGNAL: '1' },
    });
  });

  it('count as adopted, completed, rejected and measured on the local day on which they were', () => {
    const early = { foundIn: '2026-08', effect: EFFECT };
    const followed = aPoint('a', {
      ...early,
      state: 'EFFECT_MEASURED',
      adoptedOn: '2026-10-01',
      completedOn: '2026-10-31',
    });
    expect(figuresOf(followed)).toEqual({ ...NONE, ADOPTED: '1', COMPLETED: '1', MEASURED: '1', EFFECTIVE: '1' });
    const outside = aPoint('b', { foundIn: '2026-08', adoptedOn: '2026-09-30', completedOn: '2026-11-01' });
    expect(figuresOf(outside)).toEqual(NONE);
    const rejectedAt = (moment: string) =>
      aPoint('c', { foundIn: '2026-09', state: 'REJECTED', decidedAt: new Date(moment) });
    expect(figuresOf(rejectedAt('2026-10-31T15:59:59.999Z'))).toEqual({ ...NONE, REJECTED: '1' });
    expect(figuresOf(rejectedAt('2026-10-31T16:00:00.000Z'))).toEqual(NONE);
  });

  it('have an effect only where it is a fall that is no chance', () => {
    const measured = (changes: object) =>
      aPoint('a', { foundIn: '2026-08', state: 'EFFECT_MEASURED', effect: { ...EFFECT, ...changes } });
    expect(figuresOf(measured({}))).toMatchObject({ MEASURED: '1', EFFECTIVE: '1' });
    expect(figuresOf(measured({ significant: false }))).toMatchObject({ MEASURED: '1', EFFECTIVE: '0' });
    const worse = { before: EFFECT.after, after: EFFECT.before };
    expect(figuresOf(measured(worse))).toMatchObject({ MEASURED: '1', EFFECTIVE: '0' });
    const course = fillImprovements('improvementCourse', improvementCourse, seen([measured(worse)]));
    expect(course.rows[0]?.[course.columns.findIndex(({ key }) => key === 'effect')]).toBe('ROSE');
  });

  it('are shown with the figures that suggest them and by what they are found', () => {
    const evidence = {
      from: '2026-10-01',
      to: '2026-11-01',
      observed: '50.00',
      comparedWith: '80.00',
      currency: 'CNY',
    };
    const points = [aPoint('a', { source: 'MOST_COST', evidence }), aPoint('b', { source: 'SIGNAL', signalId: 's' })];
    const { columns, rows } = fillImprovements('improvementEvidence', improvementEvidence, seen(points));
    const told = rows.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index]])));
    expect(told).toMatchObject([
      { source: 'MOST_COST', observed: '50.00', comparedWith: '80.00', currency: 'CNY', signal: null },
      { source: 'SIGNAL', observed: '12', comparedWith: '40', currency: null, signal: 's' },
    ]);
    expect(columns.find(({ key }) => key === 'source')?.names['MOST_COST']).toEqual({
      zh: '赔付最高',
      en: 'Most cost',
    });
  });

  it('say when there are none, and when not all are shown', () => {
    expect(fillImprovements('improvementCourse', improvementCourse, seen([]))).toMatchObject({ rows: [], columns: [] });
    const many = Array.from({ length: 60 }, (_, index) => aPoint(`p${index}`));
    const { rows, note } = fillImprovements('improvementCourse', improvementCourse, seen(many));
    expect(rows).toHaveLength(50);
    expect(note?.en).toBe('The first 50 of 60.');
    expect(figuresOf(...many)).toMatchObject({ FOUND: '60' });
  });
});
