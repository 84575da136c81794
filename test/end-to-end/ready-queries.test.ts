import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, type Role } from '@redress/kernel';
import { sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { adoptedInAnalytics, foundOrganisation, type Organisation } from '../support/organisation';
import { Story } from '../support/story';

const DIRECTORY = join(__dirname, '..', '..', 'gateway', 'documents');
const ready = readdirSync(DIRECTORY).map((file) => ({
  file,
  role: file.slice(0, file.indexOf('-')) as Role,
  document: readFileSync(join(DIRECTORY, file), 'utf8'),
}));

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('the ready queries of the explorer', () => {
  let system: ReachedSystem;
  let organisation: Organisation;
  let number: string;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
    const story = await Story.begin(organisation);
    await story.case();
    number = story.number;
    await adoptedInAnalytics(organisation.people.manager);
  }, 180_000);
  afterAll(() => system?.stop(), 60_000);

  it.each(ready.filter(({ document }) => !document.includes('subscription ')))(
    '$file is answered to the reader that its name says',
    async ({ role, document }) => {
      const answer = await organisation.people[role].send(document, { number, idempotencyKey: newId() });
      expect(answer.errors).toBeUndefined();
      const payloads = Object.values(answer.data ?? {}) as ({ userErrors?: unknown[] } | null)[];
      expect(payloads).not.toHaveLength(0);
      for (const payload of payloads) {
        expect(payload).not.toBeNull();
        expect(payload?.userErrors ?? []).toEqual([]);
      }
    },
  );
});
