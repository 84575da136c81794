import type { Regulation } from '@redress/regulations';
import { playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Stage, Step } from '../step';
import { caseOf } from './case-reading';

interface SeenPaper {
  readonly id: string;
  readonly paper: string;
  readonly number: string;
  readonly stage: string | null;
  readonly state: string;
  readonly sections: readonly { readonly section: string; readonly text: string }[];
  readonly copies: readonly { readonly copy: number; readonly holder: string; readonly handedAt: string | null }[];
}

const PAPERS = 'papers { id paper number stage state sections { section text } copies { copy holder handedAt } }';

export async function papersOf(play: Play): Promise<readonly SeenPaper[]> {
  return (await caseOf<{ papers: readonly SeenPaper[] }>(play, PAPERS)).papers;
}

export const papers: Step = {
  title: 'writes the papers of the text with their copies and signatures',
  applies: (regulation) => regulation.papers.length > 0 || regulation.stages.some(({ paper }) => paper !== undefined),
  async take(stage) {
    await shown(stage);
    const { begin, regulation, expected } = stage;
    const play = await begin(expected.papers?.matter);
    const told = regulation.stages.filter(({ kind, paper }) => kind === 'ACKNOWLEDGEMENT' && paper !== undefined);
    for (const { stage: name } of told) await acknowledged(play, name);
    const finished = await playUntil(play);
    const written = await papersOf(play);
    for (const { stage: name, paper } of regulation.stages) {
      if (paper === undefined || !finished.includes(name)) continue;
      const found = written.find((each) => each.stage === name && each.paper === paper);
      expect([name, found?.paper]).toEqual([name, paper]);
      if (found !== undefined) complete(found, regulation);
    }
    expect(written.map(({ paper }) => paper)).toEqual(expect.arrayContaining([...(expected.papers?.written ?? [])]));
    expect(written.map(({ number }) => number)).toEqual(written.map((_, index) => `${play.number}/${index + 1}`));
    for (const paper of written.filter(({ copies }) => copies.length > 0)) await handedOut(play, paper);
  },
};

/** The complainant is told, in intake, that the complaint has come in; the case hears of it. */
async function acknowledged(play: Play, stage: string): Promise<void> {
  const { person } = play.cast.of('agent');
  const { complaint } = await person.read<{ complaint: { id: string; version: number } }>(
    'query ($number: String!) { complaint: complaintByNumber(number: $number) { id version } }',
    { number: play.number },
  );
  const input = { complaintId: complaint.id, expectedVersion: complaint.version, means: 'PHONE' };
  expect((await person.act('recordAcknowledgement', input)).userErrors).toEqual([]);
  await play.see(({ stages }) => stages.some((each) => each.stage === stage && each.state === 'DONE'), stage);
}

/** Every paper of the text, whoever writes it and when, stands in the regulation to the letter. */
async function shown({ cast, regulation }: Stage): Promise<void> {
  const { regulation: seen } = await cast.of('auditor').person.read<{
    regulation: { document: Pick<Regulation, 'papers'> };
  }>('query ($code: String!) { regulation(code: $code) { document } }', { code: regulation.id });
  expect(seen.document.papers).toEqual(regulation.papers);
}

function complete({ paper, sections, copies }: SeenPaper, regulation: Regulation): void {
  const provision = regulation.papers.find((each) => each.paper === paper);
  const required = (provision?.sections ?? []).filter((each) => each.required).map(({ section }) => section);
  expect(copies.map(({ copy, holder }) => [copy, holder])).toEqual(
    (provision?.copies ?? []).map(({ copy, holder }) => [copy, holder]),
  );
  const filled = sections.filter(({ text }) => text !== '').map(({ section }) => section);
  if (filled.length > 0) expect(filled).toEqual(expect.arrayContaining(required));
}

/** Each copy goes to its holder once; there are no others. */
async function handedOut(play: Play, { id, copies }: SeenPaper): Promise<void> {
  const by = play.cast.of('supervisor');
  for (const { copy } of copies) await play.act(by, 'handOutCopy', { paper: id, copy });
  const after = (await papersOf(play)).find((paper) => paper.id === id);
  expect(after?.copies.map(({ handedAt }) => handedAt)).not.toContain(null);
  const again = play.act(by, 'handOutCopy', { paper: id, copy: copies[0]?.copy });
  expect(await refusalOf(again)).toBe('CASE_COPY_HANDED_OUT');
  const unknown = play.act(by, 'handOutCopy', { paper: id, copy: copies.length + 1 });
  expect(await refusalOf(unknown)).toBe('CASE_COPY_UNKNOWN');
}
