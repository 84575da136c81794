import { castFor } from '../cast';
import { adoptionOf } from '../adoption-of';
import type { Stage, Step } from '../step';

interface FilledIn {
  readonly openValues: readonly { readonly key: string }[];
}

export const openValuesFilledIn: Step = {
  title: 'adoption refuses until the open values are filled in',
  applies: ({ openValues }) => openValues.length > 0,
  async take({ system, regulation, expected }) {
    const { of } = await castFor(system, { ...regulation, parties: [] });
    const complete = adoptionOf(regulation, expected) as FilledIn;
    for (const { key } of regulation.openValues) {
      const openValues = complete.openValues.filter((value) => value.key !== key);
      const { userErrors } = await of('admin').person.act('adoptRegulation', { ...complete, openValues });
      expect(userErrors.map(({ code }) => code)).toContain('REGULATION_OPEN_VALUE_MISSING');
    }
    const { adoptions } = await of('admin').person.read<{ adoptions: unknown[] }>('{ adoptions { id } }');
    expect(adoptions).toEqual([]);
  },
};

const SHOWN = `query ($code: String!) {
  regulation(code: $code) {
    title(locale: ZH_CN) source channels document
    stages { stage quote performers parties deadline { quote startsAt duration { amount maximum unit } } }
  }
}`;

interface ShownRegulation {
  readonly regulation: {
    readonly title: string;
    readonly source: string;
    readonly channels: readonly string[];
    readonly document: Readonly<Record<string, unknown>>;
    readonly stages: readonly { readonly stage: string; readonly quote: string }[];
  };
}

async function shownBy({ cast, regulation }: Stage): Promise<ShownRegulation['regulation']> {
  const { regulation: shown } = await cast.of('admin').person.read<ShownRegulation>(SHOWN, { code: regulation.id });
  return shown;
}

export const shownWithSources: Step = {
  title: 'shows the regulation with its sources',
  applies: () => true,
  async take(stage) {
    const { regulation } = stage;
    const shown = await shownBy(stage);
    expect(shown.title).toBe(regulation.title.zh);
    expect(shown.source).toContain(regulation.source.document);
    expect(shown.stages.map(({ stage: name, quote }) => [name, quote])).toEqual(
      regulation.stages.map(({ stage: name, quote }) => [name, quote]),
    );
  },
};

/** Provisions that steer nobody's case are shown to the letter. */
function provisionsShown(
  title: string,
  ...members: readonly ('conduct' | 'reports' | 'metrics' | 'workload' | 'training')[]
): Step {
  return {
    title,
    applies: (regulation) => members.some((member) => regulation[member].length > 0),
    async take(stage) {
      const { document } = await shownBy(stage);
      for (const member of members) {
        if (stage.regulation[member].length > 0) expect(document[member]).toEqual(stage.regulation[member]);
      }
    },
  };
}

export const conductShown = provisionsShown('shows the rules of conduct', 'conduct');
export const reportInputs = provisionsShown('holds the inputs of the reports', 'reports', 'metrics');
export const otherProvisions = provisionsShown(
  'shows the provisions that the case does not check',
  'workload',
  'training',
);

export const staffAppointed: Step = {
  title: 'appoints staff to the parties of the text',
  applies: ({ parties }) => parties.some(({ kind }) => kind !== 'OUTSIDE'),
  async take({ cast, regulation }) {
    const { staffMembers } = await cast
      .of('admin')
      .person.read<{ staffMembers: { nodes: { parties: string[] }[] } }>(
        '{ staffMembers(first: 100) { nodes { parties } } }',
      );
    const appointed = new Set(staffMembers.nodes.flatMap(({ parties }) => parties));
    const named = regulation.parties.filter(({ kind }) => kind !== 'OUTSIDE').map(({ party }) => party);
    expect([...appointed].sort()).toEqual([...named].sort());
  },
};
