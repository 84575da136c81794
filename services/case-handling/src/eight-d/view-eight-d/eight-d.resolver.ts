import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { toCopies } from '../../responsibility/view-responsibility/paper-copy.gql';
import { DISCIPLINES, eightDPaper, type Disciplines as Written } from '../model/eight-d.model';
import { Disciplines, EightDReport } from './eight-d.gql';
import { readEightD } from './eight-d-rows.query';

@Resolver(() => Case)
export class EightDResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly plans: CasePlans,
  ) {}

  @FieldResolver(() => [EightDReport], {
    description: 'Versions of its 8D report, the oldest first; empty for the complainant, who is sent the signed one.',
  })
  async eightD(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<EightDReport[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = await this.details.of(context, 'eight-d', stored.id, readEightD);
    if (rows.length === 0) return [];
    const plan = await this.plans.of(this.database.reader(context.viewer.tenantId), stored.adoption_id ?? undefined);
    const copies = toCopies(eightDPaper(plan)?.paper.copies, context.locale);
    return rows.map((row) => ({
      id: row.id,
      version: row.report_version,
      state: row.state,
      disciplines: toDisciplines(JSON.parse(row.disciplines) as Written),
      copies,
      writtenBy: row.written_by,
      writtenAt: row.written_at,
      signedBy: row.signed_by,
      signedAt: row.signed_at,
    }));
  }
}

function toDisciplines(written: Written): Disciplines {
  return Object.assign(
    new Disciplines(),
    Object.fromEntries(DISCIPLINES.map((discipline) => [discipline, written[discipline] ?? null])),
  );
}
