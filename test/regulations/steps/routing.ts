import type { Play } from '../play';
import { playUntil } from '../course';
import type { Step } from '../step';

interface Routed {
  readonly id: string;
  readonly routedTo: readonly string[];
}

async function routedTo({ cast, number }: Play): Promise<Routed> {
  const document = 'query ($number: String!) { case: caseByNumber(number: $number) { id routedTo } }';
  return (await cast.of('supervisor').person.read<{ case: Routed }>(document, { number })).case;
}

async function suggested({ cast }: Play, caseId: string) {
  const document = `query ($caseId: ID!) { suggestAssignees(caseId: $caseId, first: 50) { because staff { subject } } }`;
  const { suggestAssignees } = await cast
    .of('supervisor')
    .person.read<{ suggestAssignees: { because: string[]; staff: { subject: string } }[] }>(document, { caseId });
  return suggestAssignees;
}

export const routing: Step = {
  title: 'routes to the unit of the text',
  applies: (regulation) => regulation.routing.length > 0,
  async take({ begin, regulation, expected, cast }) {
    expect(expected.routes).toBeDefined();
    const reached = new Set<string>();
    for (const { matter, to, remedies } of expected.routes ?? []) {
      const begun = await begin(matter);
      const play = remedies === undefined ? begun : begun.choosing({ remedies });
      if (remedies !== undefined) await playUntil(play, ({ resolutions }) => resolutions.length > 0);
      const { id, routedTo: parties } = await routedTo(play);
      expect([matter, [...parties].sort()]).toEqual([matter, [...to].sort()]);
      for (const party of parties) reached.add(party);
      // Of those who may investigate it, the routed come first.
      const suggestions = await suggested(play, id);
      const routed = suggestions.filter(({ because }) => because.includes('ROUTED'));
      expect(suggestions.slice(0, routed.length)).toEqual(routed);
      const routedPeople = new Set(to.map((party) => cast.of(party).subject));
      const fit = suggestions.filter(({ staff }) => routedPeople.has(staff.subject));
      for (const { because } of fit) expect(because).toContain('ROUTED');
    }
    const named = regulation.routing.flatMap(({ to }) => to);
    expect([...reached].sort()).toEqual([...new Set(named)].sort());
  },
};
