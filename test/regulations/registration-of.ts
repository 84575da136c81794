import type { Regulation } from '@redress/regulations';
import type { Matter } from './expectations';

type CardField = Regulation['recordCard']['fields'][number];

const VALUES: Readonly<Record<CardField['type'], (field: CardField) => string>> = {
  TEXT: ({ label }) => label.zh,
  NUMBER: () => '12',
  QUANTITY: () => '3',
  MONEY: () => '12000',
  DATE: () => '2026-01-15',
  BOOLEAN: () => 'true',
  CHOICE: ({ options = [] }) => options[0]?.code ?? '',
};

/** The input of a registration that fills in every field of the record card. */
export function registrationOf(regulation: Regulation, matter: Matter = {}, receivedAt?: string | Date): object {
  const { channels, complainants, classification, recordCard } = regulation;
  const category = classification.find(({ axis }) => axis === 'category')?.values[0]?.code;
  const given = matter.card ?? {};
  const asked = recordCard.fields.filter(({ of, key }) => !isTold(of) && given[key] === undefined);
  const axes = Object.entries(matter.classification ?? {});
  const { itemType, itemKind, persons, raised, written } = matter;
  return {
    channel: matter.channel ?? channels[0]?.channel ?? 'PHONE',
    categoryCode: matter.categoryCode ?? category ?? 'unclassified',
    text: '商品有瑕疵,请尽快处理。The goods are defective.',
    product: matter.product ?? '电水壶 Kettle',
    region: matter.region ?? '华东',
    orderLine: matter.orderLine ?? { orderNumber: 'SO-1', lineNumber: 1 },
    demand: { kind: 'COMPENSATION', amount: { amount: '100.00', currency: 'CNY' } },
    customer: matter.customer ?? {
      details: {
        name: '陈美丽 Chen Meili',
        kind: matter.kind ?? complainants[0]?.kind ?? 'CONSUMER',
        email: 'meili@example.org',
        phone: '+8613800000000',
      },
    },
    ...present({ itemType, itemKind, persons, raised, written }),
    card: [...asked.map((field) => [field.key, VALUES[field.type](field)] as const), ...Object.entries(given)].map(
      toPair,
    ),
    assessment: Object.entries(matter.assessment ?? {}).map(toPair),
    classification: axes.map(([axis, value]) => ({ axis, value })),
    ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt).toISOString() }),
  };
}

/** Whether a member of every complaint holds the field; an address has no such member. */
function isTold(of: CardField['of']): boolean {
  return of !== undefined && of !== 'ADDRESS';
}

function toPair([key, value]: readonly [string, string | number | boolean]) {
  return { key, value: String(value) };
}

function present(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
