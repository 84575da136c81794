import type { Actor } from '@redress/kernel';
import { findRegulation, type Regulation } from '@redress/regulations';
import { contactHandOverProblems, isTheWindow, keepsFirstContact, windowOf } from './contact-window.rules';
import { handOversOf } from './first-contact.model';

function shipped(id: string): Regulation {
  const regulation = findRegulation(id);
  if (regulation === undefined) throw new Error(`no regulation ${id} ships`);
  return regulation;
}
const agent: Actor = { tenantId: 'acme', subject: 'agent-1', roles: ['agent'] };

describe('the window of a regulation', () => {
  const regulation = shipped('furniture-maker');

  it('is whom the text names, and of whom nothing is known yet whoever has their role', () => {
    expect(windowOf(regulation)).toEqual(['customer-service-head', 'customer-service']);
    expect(isTheWindow(agent, ['customer-service'], regulation)).toBe(true);
    expect(isTheWindow(agent, [], regulation)).toBe(false);
    expect(isTheWindow(agent, undefined, regulation)).toBe(true);
    expect(isTheWindow({ roles: ['handler'] }, undefined, regulation)).toBe(false);
  });

  it('is everybody under a text that has no single one', () => {
    for (const id of ['insurer-consultation', 'tobacco-wholesale', 'consumer-affairs']) {
      expect([id, windowOf(shipped(id)), isTheWindow(agent, [], shipped(id))]).toEqual([id, undefined, true]);
    }
    expect(keepsFirstContact(shipped('insurer-consultation'))).toBe(true);
    expect(keepsFirstContact(regulation)).toBe(false);
  });
});

describe('handing a first contact over', () => {
  const present = { subject: 'agent-1' };
  const handOver = { to: 'agent-2', documents: ['交接表'] };
  const codes = (...call: Parameters<typeof contactHandOverProblems>) =>
    contactHandOverProblems(...call).map(({ code }) => code);

  it('is for the contact, or for a supervisor', () => {
    const other: Actor = { ...agent, subject: 'agent-3' };
    expect(codes(handOver, present, agent)).toEqual([]);
    expect(contactHandOverProblems(handOver, present, other)).toEqual([
      { code: 'INTAKE_NOT_THE_FIRST_CONTACT', details: { allowed: ['agent-1', 'supervisor'] } },
    ]);
    expect(codes(handOver, undefined, other)).toEqual(['INTAKE_NOT_THE_FIRST_CONTACT']);
    expect(codes(handOver, present, { ...other, roles: ['supervisor'] })).toEqual([]);
  });

  it('is to somebody else, within bounds', () => {
    expect(codes({ ...handOver, to: 'agent-1' }, present, agent)).toEqual(['INTAKE_FIRST_CONTACT_ALREADY']);
    expect(codes({ ...handOver, note: 'x'.repeat(1_001) }, present, agent)).toEqual(['INTAKE_VALUE_TOO_LONG']);
    expect(codes({ ...handOver, documents: ['x'.repeat(201)] }, present, agent)).toEqual(['INTAKE_VALUE_TOO_LONG']);
    expect(codes({ ...handOver, documents: Array<string>(51).fill('x') }, present, agent)).toHaveLength(1);
  });

  it('is told with whoever had it before', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
    const first = { complaintId: 'c', number: 0, subject: 'agent-1', since: at(1), documents: [] };
    const second = { ...first, number: 1, subject: 'agent-2', since: at(2), handedBy: 'agent-1', documents: ['表'] };
    expect(handOversOf([first, second])).toEqual([
      { at: at(2), from: 'agent-1', to: 'agent-2', by: 'agent-1', documents: ['表'] },
    ]);
    expect(handOversOf([{ ...second, number: 0 }])).toEqual([
      { at: at(2), to: 'agent-2', by: 'agent-1', documents: ['表'] },
    ]);
  });
});
