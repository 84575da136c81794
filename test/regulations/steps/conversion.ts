import { expectAccepted } from '../../support/organisation';
import { registrationOf } from '../registration-of';
import type { Matter } from '../expectations';
import type { Stage, Step } from '../step';

interface Item {
  readonly id: string;
  readonly version: number;
  readonly itemType: string;
  readonly changes: readonly { readonly fact: string; readonly old: string | null; readonly new: string | null }[];
}

const ITEM = 'complaint { id version itemType changes { fact old new } }';

async function register({ cast, regulation, expected }: Stage, matter: Matter): Promise<Item> {
  const assessment = { ...expected.usual?.assessment, ...matter.assessment };
  const told = registrationOf(regulation, { ...expected.usual, ...matter, assessment });
  const { complaint } = expectAccepted(
    await cast.of('agent').person.act<{ complaint: Item }>('registerComplaint', told, ITEM),
  );
  return complaint;
}

function convert({ cast }: Stage, { id, version }: Item, itemType: string) {
  const input = {
    complaintId: id,
    expectedVersion: version,
    itemType,
    reason: '核实后转换。Looked into and converted.',
  };
  return cast.of('agent').person.act<{ complaint: Item | null }>('convertItem', input, ITEM);
}

export const conversion: Step = {
  title: 'converts an item as the text says',
  applies: ({ itemTypes }) => itemTypes.some(({ convertsTo = [] }) => convertsTo.length > 0),
  async take(stage) {
    expect(stage.expected.conversions).toBeDefined();
    for (const { from, matter, to, byItself } of stage.expected.conversions ?? []) {
      if (byItself) {
        // The condition of the text is told with the registration: it comes in as what it becomes.
        expect((await register(stage, { ...matter, itemType: from })).itemType).toBe(to);
        // Without it the item stays what it is, and nobody makes it another.
        const plain = await register(stage, { itemType: from, ...stage.expected.unconverted });
        expect(plain.itemType).toBe(from);
        const { userErrors } = await convert(stage, plain, to);
        expect(userErrors.map(({ code }) => code)).toEqual(['INTAKE_CONVERSION_NOT_ALLOWED']);
        continue;
      }
      const { complaint } = expectAccepted(
        await convert(stage, await register(stage, { ...matter, itemType: from }), to),
      );
      expect(complaint?.itemType).toBe(to);
      expect(complaint?.changes).toContainEqual(expect.objectContaining({ fact: 'itemType', old: from, new: to }));
    }
    const others = stage.regulation.itemTypes.flatMap(({ type, convertsTo = [] }) =>
      stage.regulation.itemTypes
        .filter((other) => other.type !== type && convertsTo.length === 0)
        .map((other) => [type, other.type] as const),
    );
    for (const [from, to] of others) {
      const { userErrors } = await convert(stage, await register(stage, { itemType: from }), to);
      expect([from, to, userErrors.map(({ code }) => code)]).toEqual([from, to, ['INTAKE_CONVERSION_NOT_ALLOWED']]);
    }
  },
};
