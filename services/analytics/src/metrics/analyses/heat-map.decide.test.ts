import { gridOf } from './heat-map.decide';

const figure = (value: string) =>
  ({ metric: 'COMPLAINTS_RECEIVED', statistic: 'COUNT', unit: 'COUNT', value }) as const;

describe('a heat map', () => {
  it('has a cell for every combination, also where there is no group, and no value comes last', () => {
    const groups = [
      { keys: ['cup', null], figure: figure('2') },
      { keys: ['pan', 'north'], figure: figure('3') },
    ];
    expect(gridOf(groups, figure('0'), 4)).toEqual({
      columns: ['cup', 'pan'],
      rows: [
        { key: 'north', cells: [figure('0'), figure('3')] },
        { key: null, cells: [figure('2'), figure('0')] },
      ],
    });
  });

  it('is none when few groups lie so far apart that there would be too many cells', () => {
    const groups = Array.from({ length: 5_000 }, (_, index) => ({
      ...{ keys: [`x${index}`, `y${index}`], figure: figure('1') },
    }));
    expect(gridOf(groups, undefined, 5_000)).toBeUndefined();
    expect(gridOf(groups.slice(0, 70), undefined, 4_900)?.rows).toHaveLength(70);
  });
});
