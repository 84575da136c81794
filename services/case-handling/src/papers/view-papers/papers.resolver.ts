import type { GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import { isStaff } from '../../complaint-case/model/case.rules';
import type { StageRecord } from '../../complaint-case/model/stage-record.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseSituations } from '../../complaint-case/view-cases/case-situation.loader';
import { paperProvision } from '../model/paper.model';
import { readCopies, readPapers, type CopyRow, type PaperRow } from './paper-rows.query';
import { CasePaper, type CasePaperSection, type CasePaperState } from './paper.gql';

interface Around {
  readonly plan: CasePlan | undefined;
  readonly papers: readonly PaperRow[];
  readonly copies: readonly CopyRow[];
  readonly stages: readonly StageRecord[];
}

@Resolver(() => Case)
export class PapersResolver {
  constructor(private readonly situations: CaseSituations) {}

  @FieldResolver(() => [CasePaper], { description: 'Its papers, the oldest first; empty for the complainant.' })
  async papers(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<CasePaper[]> {
    if (!isStaff(context.viewer)) return [];
    const { details } = this.situations;
    const [plan, papers, copies, stages] = await Promise.all([
      this.situations.plan(context, stored),
      details.of(context, 'papers', stored.id, readPapers),
      details.of(context, 'paper-copies', stored.id, readCopies),
      details.stages(context, stored.id),
    ]);
    return papers.map((row) => toPaper(row, { plan, papers, copies, stages }));
  }
}

function toPaper(row: PaperRow, around: Around): CasePaper {
  const provision = paperProvision(around.plan, row.paper);
  return Object.assign(new CasePaper(), {
    id: row.id,
    paper: row.paper,
    labels: provision?.label ?? { zh: row.paper, en: row.paper },
    number: row.number,
    round: row.round,
    stage: row.stage,
    attachedTo: row.attached_to,
    state: stateOf(row, around),
    sections: JSON.parse(row.sections) as CasePaperSection[],
    copies: (provision?.copies ?? []).map(({ copy, holder }) => {
      const handed = around.copies.find((each) => each.paper_id === row.id && each.copy === copy);
      return { copy, holder, handedAt: handed?.handed_at ?? null, handedBy: handed?.handed_by ?? null };
    }),
    drawnUpAt: row.drawn_up_at,
    drawnUpBy: row.drawn_up_by,
  });
}

function stateOf({ id, stage }: PaperRow, { papers, stages }: Around): keyof typeof CasePaperState {
  if (papers.some(({ attached_to }) => attached_to === id)) return 'ATTACHED';
  return stages.some((record) => record.stage === stage && record.state === 'SUBMITTED')
    ? 'AWAITS_APPROVAL'
    : 'IN_FORCE';
}
