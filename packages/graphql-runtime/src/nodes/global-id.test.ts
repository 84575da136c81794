import { newId } from '@redress/kernel';
import { fromGlobalId, readGlobalId, toGlobalId } from './global-id';

describe('a global id', () => {
  it('leads back to type and id', () => {
    const id = newId();
    expect(fromGlobalId('Ticket', toGlobalId('Ticket', id))).toBe(id);
    expect(readGlobalId(toGlobalId('Ticket', id))).toEqual({ type: 'Ticket', id });
  });

  it.each([
    ['another type', toGlobalId('Order', newId())],
    ['no UUID', toGlobalId('Ticket', '1')],
    ['upper case', toGlobalId('Ticket', newId().toUpperCase())],
    ['padding', `${toGlobalId('Ticket', newId())}==`],
    ['a plain UUID', newId()],
    ['nothing', ''],
    ['a number', 7],
    ['a huge text', 'x'.repeat(10_000)],
  ])('of %s is none', (_, globalId) => {
    expect(fromGlobalId('Ticket', globalId)).toBeUndefined();
  });
});
