import type { ReviewedChange } from './breaking-changes';
import type { GraphFiles } from './graph-files';
import { reviewGraph } from './review-graph';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const INTAKE = `${LINK} type Query { complaint(id: ID!): Complaint } type Complaint @key(fields: "id") { id: ID! number: String! }`;
const CASES = `${LINK} type Complaint @key(fields: "id") { id: ID! stage: String }`;

function repository(sdl: Record<string, string>, reviewed: ReviewedChange[] = []) {
  const stored: { supergraph?: string; publicSchema?: string; earlier?: string } = {};
  const files: GraphFiles = {
    sources: () => Promise.resolve(Object.entries(sdl).map(([name, text]) => ({ name, sdl: text }))),
    supergraph: () => Promise.resolve(stored.supergraph),
    publicSchema: () => Promise.resolve(stored.publicSchema),
    publicSchemaAt: () => Promise.resolve(stored.earlier),
    reviewedChanges: () => Promise.resolve(reviewed),
    write: (composed) => Promise.resolve(void Object.assign(stored, composed)),
  };
  return { files, stored };
}

describe('composition of the graph', () => {
  it('writes the supergraph and the public schema, which hides how the graph is divided', async () => {
    const { files, stored } = repository({ intake: INTAKE, 'case-handling': CASES });
    expect(await reviewGraph(files, { write: true })).toEqual([]);
    expect(stored.supergraph).toContain('join__Graph');
    expect(stored.publicSchema).toContain('stage: String');
    expect(stored.publicSchema).not.toMatch(/join__|@key|_entities/);
    expect(await reviewGraph(files, { write: false })).toEqual([]);
  });

  it('does not depend on the order of the subgraphs', async () => {
    const first = repository({ intake: INTAKE, 'case-handling': CASES });
    const second = repository({ 'case-handling': CASES, intake: INTAKE });
    await reviewGraph(first.files, { write: true });
    await reviewGraph(second.files, { write: true });
    expect(second.stored).toEqual(first.stored);
  });

  it('finds composed files that are out of date', async () => {
    const { files, stored } = repository({ intake: INTAKE });
    await reviewGraph(files, { write: true });
    stored.supergraph += '# edited by hand';
    expect((await reviewGraph(files, { write: false })).join()).toContain('out of date');
  });

  it('refuses subgraphs that do not compose', async () => {
    const { files, stored } = repository({ intake: INTAKE, other: INTAKE });
    expect((await reviewGraph(files, { write: true })).join()).toContain('do not compose');
    expect(stored.supergraph).toBeUndefined();
  });

  describe('when a field that clients may use goes away', () => {
    const sdl = { intake: INTAKE, 'case-handling': CASES };
    const without = { ...sdl, 'case-handling': CASES.replace('stage: String', 'step: String') };

    it('refuses, in writing mode too, and leaves the files as they are', async () => {
      const { files, stored } = repository(sdl);
      await reviewGraph(files, { write: true });
      const before = { ...stored };
      const changed = { ...files, sources: repository(without).files.sources };
      expect((await reviewGraph(changed, { write: true })).join()).toContain('FIELD_REMOVED Complaint.stage');
      expect(stored).toEqual(before);
    });

    it('refuses what was committed already, by comparison with an earlier revision', async () => {
      const { files, stored } = repository(without);
      await reviewGraph(files, { write: true });
      const earlier = repository(sdl);
      await reviewGraph(earlier.files, { write: true });
      stored.earlier = earlier.stored.publicSchema ?? '';
      expect((await reviewGraph(files, { write: false, against: 'main' })).join()).toContain('Complaint.stage');
      expect(await reviewGraph(files, { write: false })).toEqual([]);
    });

    it('accepts it once it was reviewed', async () => {
      const { files } = repository(sdl);
      await reviewGraph(files, { write: true });
      const reviewed = repository(without, [{ id: 'FIELD_REMOVED Complaint.stage', reason: 'never released' }]).files;
      const changed = { ...files, sources: reviewed.sources, reviewedChanges: reviewed.reviewedChanges };
      expect(await reviewGraph(changed, { write: true })).toEqual([]);
    });
  });
});
