import { aLabel, aRegulation } from '../testing/builders';
import { cardProblems } from './card-problems';

const field = (key: string, type: string, more: object = {}) => ({
  key,
  label: aLabel(key),
  type,
  required: false,
  quote: 'a sentence',
  ...more,
});
const regulation = aRegulation({
  recordCard: {
    fields: [
      field('name', 'TEXT', { of: 'COMPLAINANT_NAME', required: true }),
      field('order', 'TEXT', { required: true, maximumLength: 5 }),
      field('defective', 'BOOLEAN'),
      field('pieces', 'QUANTITY', { required: 'card.defective && item.type == "COMPLAINT"' }),
      field('shipped', 'DATE'),
      field('kind', 'CHOICE', { options: [{ code: 'a', label: aLabel('A') }] }),
    ],
  },
});
const problems = (card: Parameters<typeof cardProblems>[1], facts = {}) =>
  cardProblems(regulation, card, facts, { COMPLAINANT_NAME: true }).map(({ code, key }) => `${code} ${key}`);

describe('cardProblems', () => {
  it('finds nothing in a card that is filled in', () => {
    const card = { order: 'O-1', defective: true, pieces: 2.5, shipped: '2026-11-21', kind: 'a' };
    expect(problems(card)).toEqual([]);
  });

  it('asks for what is required, but not for what every complaint holds anyway', () => {
    expect(problems({ order: ' ' })).toEqual(['REQUIRED order']);
    expect(cardProblems(regulation, { order: 'O-1' }, {})).toMatchObject([{ code: 'REQUIRED', key: 'name' }]);
  });

  it('asks for what the rest of the card makes necessary', () => {
    expect(problems({ order: 'O-1', defective: true })).toEqual(['REQUIRED pieces']);
    expect(problems({ order: 'O-1', defective: true }, { item: { type: 'ENQUIRY' } })).toEqual([]);
  });

  it('finds values of another type, options that are none, texts that are too long and unknown fields', () => {
    expect(
      problems({ order: 'O-1234', defective: 'yes', pieces: -1, shipped: '2026-02-30', kind: 'b', colour: 'red' }),
    ).toEqual([
      'UNKNOWN colour',
      'TOO_LONG order',
      'MISTYPED defective',
      'MISTYPED pieces',
      'MISTYPED shipped',
      'NOT_AN_OPTION kind',
    ]);
  });
});
