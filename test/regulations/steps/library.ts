import { playUntil } from '../course';
import type { Member } from '../cast';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';

interface Entry {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly facts: string;
  readonly handling: string;
}

const ENTRY = 'id version state title facts handling';

export const library: Step = {
  title: 'enters a case into the library without personal data',
  applies: (regulation) => regulation.caseLibrary !== undefined,
  async take({ begin, cast }) {
    const play = await begin();
    const open = play.act(cast.of('handler'), 'proposeLibraryEntry');
    expect(await refusalOf(open)).toBe('CASE_STATE_FORBIDS');
    await playUntil(play);
    const known = (await entries(play)).map(({ id }) => id);
    await play.act(cast.of('handler'), 'proposeLibraryEntry');
    const draft = (await entries(play)).find(({ id }) => !known.includes(id));
    if (draft === undefined) throw new Error(`${play.number} has no draft for the library`);
    expect(JSON.stringify(draft)).not.toMatch(/陈美丽|Chen Meili|13800000000|meili@example\.org/u);

    const text = { title: '电水壶漏水', facts: '电水壶漏水。', handling: '更换。', lessons: '出厂前检验密封圈。' };
    const edited = { ...text, confirmedAnonymous: true };
    const personal = { ...edited, facts: '王小姐,电话13812345678,电水壶漏水。' };
    expect(await change(cast.of('handler'), 'submitLibraryEntry', draft, personal)).toEqual([
      'CASE_LIBRARY_PERSONAL_DATA',
    ]);
    const unconfirmed = { ...edited, confirmedAnonymous: false };
    expect(await change(cast.of('handler'), 'submitLibraryEntry', draft, unconfirmed)).toEqual([
      'CASE_LIBRARY_NOT_CONFIRMED',
    ]);
    expect(await change(cast.of('handler'), 'submitLibraryEntry', draft, edited)).toEqual([]);
    expect(
      await change(cast.of('supervisor'), 'reviewLibraryEntry', await entry(play, draft), { approved: true }),
    ).toEqual([]);
    expect(await change(cast.of('supervisor'), 'publishLibraryEntry', await entry(play, draft))).toEqual([]);
    const found = await entries(play, 'agent');
    expect(found.find(({ id }) => id === draft.id)).toMatchObject({ state: 'PUBLISHED', title: text.title });
  },
};

async function entries({ cast }: Play, reader = 'supervisor'): Promise<readonly Entry[]> {
  const { libraryEntries } = await cast
    .of(reader)
    .person.read<{ libraryEntries: { nodes: Entry[] } }>(`{ libraryEntries(first: 100) { nodes { ${ENTRY} } } }`);
  return libraryEntries.nodes;
}

async function entry(play: Play, { id }: Entry): Promise<Entry> {
  const found = (await entries(play)).find((each) => each.id === id);
  if (found === undefined) throw new Error('the entry is gone');
  return found;
}

/** The codes with which a change of an entry is refused; none when it is carried out. */
async function change(
  { person }: Member,
  mutation: string,
  { id, version }: Entry,
  input: object = {},
): Promise<readonly string[]> {
  const { userErrors } = await person.act(mutation, { entryId: id, expectedVersion: version, ...input });
  return userErrors.map(({ code }) => code);
}
