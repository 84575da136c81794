import type { Step } from '../step';
import type { Member } from '../cast';

interface Decided {
  readonly gapDecision: { readonly id: string; readonly version: number; readonly approvedBy: string | null } | null;
}

const SELECTION = 'gapDecision { id version approvedBy }';

export const gaps: Step = {
  title: 'handles by analogy what the text does not regulate',
  applies: (regulation) => regulation.gaps !== undefined,
  async take({ begin, cast, regulation }) {
    const decidedBy = regulation.gaps?.decidedBy[0] ?? '';
    const approvedBy = regulation.gaps?.approvedBy[0] ?? '';
    const { id: caseId } = await (await begin()).see();
    const matter = { caseId, matter: '礼品损坏。Gifts that break.', decision: '参照商品处理。As goods.' };
    const record = (member: Member) => member.person.act<Decided>('recordGapDecision', matter, SELECTION);
    const codes = ({ userErrors }: { userErrors: readonly { code: string }[] }) => userErrors.map(({ code }) => code);

    expect(codes(await record(cast.of('finance')))).toEqual(['CASE_GAP_NOT_YOURS']);
    const recorded = await record(cast.of(decidedBy));
    expect(recorded.userErrors).toEqual([]);
    const approve = (member: Member) =>
      member.person.act<Decided>(
        'approveGapDecision',
        { gapDecisionId: recorded.gapDecision?.id, expectedVersion: recorded.gapDecision?.version },
        SELECTION,
      );
    expect(codes(await approve(cast.of(decidedBy)))).toEqual(['CASE_GAP_NOT_YOURS']);
    const superior = approvedBy === decidedBy ? await cast.another(approvedBy) : cast.of(approvedBy);
    const approved = await approve(superior);
    expect(approved.gapDecision?.approvedBy).toBe(superior.subject);
  },
};
