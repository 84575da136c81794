import { stateMachine } from './transitions';

describe('stateMachine', () => {
  const machine = stateMachine<'OPEN' | 'CLOSED', 'close'>('OPEN', { OPEN: { close: 'CLOSED' }, CLOSED: {} });

  it('answers the next state, or nothing when the action is not possible', () => {
    expect(machine.next('OPEN', 'close')).toBe('CLOSED');
    expect(machine.next('CLOSED', 'close')).toBeUndefined();
    expect(machine.isFinal('CLOSED')).toBe(true);
  });

  it('throws for a state that cannot be reached', () => {
    expect(() => stateMachine<'A' | 'B', 'go'>('A', { A: {}, B: {} })).toThrow('B cannot be reached');
  });
});
