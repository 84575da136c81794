import { playUntil } from '../course';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf, inState, offeredTo } from './case-reading';

export const legalSteps: Step = {
  title: 'takes legal steps',
  applies: (regulation) => regulation.legal !== undefined,
  async take({ begin, regulation, expected, cast }) {
    const by = cast.of(regulation.legal?.performers[0] ?? 'manager');
    const step = { kind: 'LETTER', description: '律师函。A letter of our lawyer.', reference: 'L-1' };
    const usual = await begin();
    expect(await refusalOf(usual.act(by, 'recordLegalStep', step))).toBe('CASE_LEGAL_NOT_REGULATED');
    expect(await offeredTo(usual, 'manager')).not.toContain('REFER_TO_LEGAL');

    const { matter, validity } = expected.legal ?? {};
    const begun = await begin(matter);
    const play = validity === undefined ? begun : begun.choosing({ validity });
    if (validity !== undefined) await playUntil(play, inState('RESOLUTION'));
    await play.act(cast.of('supervisor'), 'referToLegal', { reason: '请法务处理。For legal.' });
    const others = play.act(cast.of('finance'), 'recordLegalStep', step);
    expect(['FORBIDDEN', 'CASE_ROLE_NOT_ENTITLED']).toContain(await refusalOf(others));
    await play.act(by, 'recordLegalStep', step);
    const { legalSteps: taken } = await caseOf<{ legalSteps: { kind: string; recordedBy: string }[] }>(
      play,
      'legalSteps { kind recordedBy }',
    );
    expect(taken).toEqual([
      { kind: 'REFERRAL', recordedBy: cast.of('supervisor').subject },
      { kind: 'LETTER', recordedBy: by.subject },
    ]);
  },
};

interface Proceedings {
  readonly externalProceedings: readonly {
    readonly id: string;
    readonly body: string;
    readonly outcome: string | null;
    readonly dueAt: string | null;
  }[];
}

export const outsideBodies: Step = {
  title: 'records what goes to outside bodies',
  applies: (regulation) => regulation.externalBodies.length > 0,
  async take({ begin, regulation, cast, system }) {
    const bodies = regulation.externalBodies.map(({ body }) => body);
    const play = await begin();
    const by = cast.of('supervisor');
    const kind = 'REFERRED_TO_US';
    const unnamed = play.act(by, 'recordExternalProceeding', { body: 'no-such-body', kind });
    expect(await refusalOf(unnamed)).toBe('CASE_BODY_UNKNOWN');
    const dueAt = new Date(system.now().getTime() + 14 * 24 * 3_600_000).toISOString();
    for (const body of bodies) {
      await play.act(by, 'recordExternalProceeding', { body, kind, dueAt, cooperation: '提供材料。Our documents.' });
    }
    const opened = await caseOf<Proceedings>(play, 'externalProceedings { id body outcome dueAt }');
    expect(opened.externalProceedings.map(({ body, outcome }) => [body, outcome])).toEqual(
      bodies.map((body) => [body, null]),
    );
    expect(opened.externalProceedings.map((each) => each.dueAt)).toEqual(bodies.map(() => dueAt));
    const [first] = opened.externalProceedings;
    const end = { proceeding: first?.id, outcome: 'UPHELD', note: '维持。Upheld.' };
    await play.act(by, 'recordExternalOutcome', end);
    const ended = await caseOf<Proceedings>(play, 'externalProceedings { id body outcome dueAt }');
    expect(ended.externalProceedings[0]?.outcome).toBe('UPHELD');
    if (bodies.length > 1) {
      expect(await refusalOf(play.act(by, 'recordExternalOutcome', end))).toBe('CASE_PROCEEDING_ENDED');
    }
  },
};
