import { Analyses } from './ask-analyses.handler';

describe('a heat map of a statistic', () => {
  it('is refused before anything is asked where the metric does not have it', async () => {
    const analyses = new Analyses(() => Promise.reject(new Error('it was asked')));
    const window = { from: new Date('2026-06-01T00:00:00Z'), to: new Date('2026-07-01T00:00:00Z') };
    const choice = { metric: 'COMPLAINTS_RECEIVED', x: 'PRODUCT', y: 'REGION', statistic: 'MEDIAN' } as const;
    const scope = { where: {}, window, timeZone: 'UTC' };
    expect(await analyses.heatMap({ tenantId: 't', seesPersons: true }, scope, choice, {})).toMatchObject({
      refusals: [{ code: 'ANALYTICS_STATISTIC_NOT_OF_METRIC', path: ['query', 'statistic'] }],
    });
  });
});
