import { CHANNELS, COMPLAINANT_KINDS, ITEM_TYPES } from '@redress/regulations';
import { registrationOf } from '../registration-of';
import type { Matter } from '../expectations';
import type { Stage, Step } from '../step';

interface Registered {
  readonly complaint: { readonly [member: string]: unknown } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

function register(stage: Stage, matter: Matter, changes: object = {}, selection = 'complaint { id number }') {
  const { cast, regulation, expected } = stage;
  const told = { ...expected.usual, ...matter };
  return cast
    .of('agent')
    .person.act<Registered>('registerComplaint', { ...registrationOf(regulation, told), ...changes }, selection);
}

async function refusedWith(stage: Stage, code: string, matter: Matter, changes: object = {}): Promise<void> {
  const { userErrors } = await register(stage, matter, changes);
  expect(userErrors.map((error) => error.code)).toContain(code);
}

export const channels: Step = {
  title: 'refuses a channel that the text does not name',
  applies: (regulation) => regulation.channels.length > 0,
  async take(stage) {
    const named = new Set(stage.regulation.channels.map(({ channel }) => channel));
    const [unnamed] = CHANNELS.filter((channel) => !named.has(channel));
    if (unnamed !== undefined) await refusedWith(stage, 'INTAKE_CHANNEL_NOT_ENABLED', { channel: unnamed });
    for (const channel of named) expect((await register(stage, { channel })).userErrors).toEqual([]);
  },
};

export const channelClasses: Step = {
  title: 'gives a channel the class of the text',
  applies: (regulation) => regulation.channels.some((channel) => channel.class !== undefined),
  async take(stage) {
    for (const { channel, class: expected } of stage.regulation.channels) {
      const { complaint } = await register(stage, { channel }, {}, 'complaint { channelClass }');
      expect([channel, complaint?.['channelClass']]).toEqual([channel, expected ?? null]);
    }
  },
};

export const complainants: Step = {
  title: 'registers every kind of complainant of the text, and no other',
  applies: (regulation) => regulation.complainants.length > 0,
  async take(stage) {
    const named = new Set(stage.regulation.complainants.map(({ kind }) => kind));
    for (const kind of named) {
      const { userErrors } = await register(stage, { kind, ...(kind === 'GROUP' ? { persons: 3 } : {}) });
      expect([kind, userErrors]).toEqual([kind, []]);
    }
    const [unnamed] = COMPLAINANT_KINDS.filter((kind) => !named.has(kind));
    if (unnamed !== undefined) await refusedWith(stage, 'INTAKE_COMPLAINANT_KIND_NOT_NAMED', { kind: unnamed });
  },
};

export const itemTypes: Step = {
  title: 'registers every kind of item of the text, and no other',
  applies: (regulation) => regulation.itemTypes.length > 0,
  async take(stage) {
    const named = new Set(stage.regulation.itemTypes.map(({ type }) => type));
    for (const itemType of named) {
      const { complaint, userErrors } = await register(stage, { itemType }, {}, 'complaint { itemType }');
      expect([itemType, userErrors]).toEqual([itemType, []]);
      // Where the text converts an item by itself, it may have become another at once.
      const converted = stage.regulation.itemTypes.find(({ type }) => type === itemType)?.convertsTo ?? [];
      expect([itemType, ...converted.map(({ type }) => type)]).toContain(complaint?.['itemType']);
    }
    const [unnamed] = ITEM_TYPES.filter((type) => !named.has(type));
    if (unnamed !== undefined) await refusedWith(stage, 'INTAKE_ITEM_TYPE_NOT_NAMED', { itemType: unnamed });
  },
};

export const recordCard: Step = {
  title: 'asks for the fields of the record card',
  applies: (regulation) => regulation.recordCard.fields.length > 0,
  async take(stage) {
    const { complaintForm } = await stage.cast
      .of('agent')
      .person.read<{ complaintForm: { fields: { key: string }[] } }>('{ complaintForm { fields { key } } }');
    const asked = complaintForm.fields.map(({ key }) => key);
    const { fields } = stage.regulation.recordCard;
    expect(asked).toEqual(expect.arrayContaining(fields.filter(({ of }) => of === undefined).map(({ key }) => key)));
    const missing = fields.filter(({ required, of }) => required === true && of === undefined);
    if (missing.length > 0) await refusedWith(stage, 'INTAKE_FIELD_MISSING', {}, { card: [] });
  },
};

export const facts: Step = {
  title: 'takes the facts that the text judges by',
  applies: (regulation) => regulation.assessment.length > 0,
  async take(stage) {
    const assessment = Object.fromEntries(
      stage.regulation.assessment.map(({ key, type, options = [] }) => [
        key,
        type === 'BOOLEAN'
          ? false
          : type === 'CHOICE'
            ? (options[0]?.code ?? '')
            : type === 'TEXT'
              ? '无'
              : type === 'DATE'
                ? '2026-01-15'
                : 1,
      ]),
    );
    const { complaint, userErrors } = await register(stage, { assessment }, {}, 'complaint { assessment { key } }');
    expect(userErrors).toEqual([]);
    const kept = (complaint?.['assessment'] ?? []) as { key: string }[];
    expect(kept.map(({ key }) => key).sort()).toEqual(Object.keys(assessment).sort());
    await refusedWith(stage, 'INTAKE_FIELD_UNKNOWN', { assessment: { noSuchFactOfThisText: true } });
  },
};

export const axes: Step = {
  title: 'classifies along the axes of the text',
  applies: (regulation) => regulation.classification.length > 0,
  async take(stage) {
    const { complaintForm } = await stage.cast
      .of('agent')
      .person.read<{ complaintForm: { axes: { axis: string }[] } }>('{ complaintForm { axes { axis } } }');
    const named = stage.regulation.classification.map(({ axis }) => axis);
    expect(complaintForm.axes.map(({ axis }) => axis)).toEqual(named);
    for (const { axis, values } of stage.regulation.classification) {
      for (const { code } of values) {
        const matter = axis === 'category' ? { categoryCode: code } : { classification: { [axis]: code } };
        const selection = 'complaint { category { code } classification { axis value } }';
        const { complaint, userErrors } = await register(stage, matter, {}, selection);
        const shown =
          axis === 'category'
            ? (complaint?.['category'] as { code: string } | undefined)?.code
            : ((complaint?.['classification'] ?? []) as { axis: string; value: string }[]).find(
                (each) => each.axis === axis,
              )?.value;
        expect([axis, userErrors, shown]).toEqual([axis, [], code]);
      }
    }
  },
};

export const numbers: Step = {
  title: 'numbers complaints by the pattern of the text',
  applies: (regulation) => regulation.numbering !== undefined,
  async take({ expected, begin }) {
    expect(expected.numbers).toBeDefined();
    for (const { receivedAt, number } of expected.numbers ?? []) {
      expect((await begin({}, receivedAt)).number).toMatch(number);
    }
  },
};
