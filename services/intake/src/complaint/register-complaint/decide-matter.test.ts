import { newId, type Actor } from '@redress/kernel';
import { listRegulations, type Regulation } from '@redress/regulations';
import { aRegistration } from '../../testing/builders';
import { decideMatter } from './decide-matter.rules';

type CardField = Regulation['recordCard']['fields'][number];

const now = new Date('2026-11-20T02:00:00.000Z');
const agent: Actor = { tenantId: 'acme', subject: 'agent-1', roles: ['agent'] };
const VALUES: Record<CardField['type'], (field: CardField) => string> = {
  TEXT: ({ label }) => label.zh,
  NUMBER: () => '12',
  QUANTITY: () => '2.5',
  MONEY: () => '12000',
  DATE: () => '2026-11-02',
  BOOLEAN: () => 'true',
  CHOICE: ({ options = [] }) => options[0]?.code ?? '',
};
/** No complaint has an address, so a card that asks for one is where it stands. */
const asked = ({ of }: CardField) => of === undefined || of === 'ADDRESS';

const decide = (regulation: Regulation, changes: object = {}) =>
  decideMatter(
    aRegistration({
      channel: regulation.channels[0]?.channel ?? 'PHONE',
      product: 'Kettle',
      region: '华东',
      orderLine: { orderNumber: 'SO-1', lineNumber: 1 },
      demand: { kind: 'REFUND' },
      card: regulation.recordCard.fields
        .filter(asked)
        .map((field) => ({ key: field.key, value: VALUES[field.type](field) })),
      ...changes,
    }),
    {
      actor: agent,
      now,
      regulation,
      complainantKind: regulation.complainants[0]?.kind ?? 'CONSUMER',
      told: { name: true, contact: true },
      fromText: [],
      before: { repeat: false, sameWithinMonth: 1 },
    },
  );

describe.each(listRegulations().map((regulation) => [regulation.id, regulation] as const))('%s', (_, regulation) => {
  it('takes a complaint whose card is filled in', () => {
    const outcome = decide(regulation);
    expect(outcome.ok ? [] : outcome.refusals).toEqual([]);
  });

  it('keeps what is personal apart from what is published', () => {
    const outcome = decide(regulation);
    if (!outcome.ok) throw new Error('refused');
    const personal = regulation.recordCard.fields
      .filter(({ personal: sealed }) => sealed === true)
      .map(({ key }) => key);
    expect(Object.keys(outcome.value.matter.card).filter((key) => personal.includes(key))).toEqual([]);
  });

  it('refuses a field that it does not have', () => {
    const key = `x${newId().slice(-6)}`;
    expect(decide(regulation, { card: [{ key, value: '1' }] })).toMatchObject({
      ok: false,
      refusals: expect.arrayContaining([expect.objectContaining({ code: 'INTAKE_FIELD_UNKNOWN' })]) as unknown,
    });
  });
});
