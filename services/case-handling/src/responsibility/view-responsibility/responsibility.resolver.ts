import { PublicError, requireRole, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { Responsibility, Sanction, SanctionReview, SupplierClaim } from './responsibility.gql';
import { readClaims, readResponsibilities, readSanctions, readSanctionsOfClosed } from './responsibility-rows.query';
import { isShown, toClaim, toResponsibility, toSanction } from './responsibility-view.mapper';
import { monthSpan } from '../model/month-span.model';

@Resolver(() => Case)
export class ResponsibilityResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly plans: CasePlans,
  ) {}

  @FieldResolver(() => [Responsibility], {
    description: 'Who was found responsible, the oldest first; empty for the complainant.',
  })
  async responsibilities(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Responsibility[]> {
    if (!isStaff(context.viewer)) return [];
    return (await this.details.of(context, 'responsibilities', stored.id, readResponsibilities)).map(toResponsibility);
  }

  @FieldResolver(() => [Sanction], {
    description: 'Its sanctions; what is not published only for superiors and the person concerned.',
  })
  async sanctions(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Sanction[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = (await this.details.of(context, 'sanctions', stored.id, readSanctions)).filter((row) =>
      isShown(row, context),
    );
    if (rows.length === 0) return [];
    const plan = await this.plan(context, stored.adoption_id);
    return rows.map((row) => toSanction(row, plan, context));
  }

  @FieldResolver(() => [SupplierClaim], {
    description: 'What third parties are held to pay; empty for the complainant.',
  })
  async supplierClaims(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<SupplierClaim[]> {
    if (!isStaff(context.viewer)) return [];
    return (await this.details.of(context, 'supplier-claims', stored.id, readClaims)).map(toClaim);
  }

  @Directive('@authenticated')
  @Query(() => SanctionReview, {
    description:
      'Approved sanctions of the cases closed in a month, reviewed by the 10th of the next (每月十日前审查).',
  })
  async sanctionsForReview(
    @Arg('month', () => String, { description: 'The month in UTC, for example `2026-03`.' }) month: string,
    @Ctx() context: GraphContext,
  ): Promise<SanctionReview> {
    const { tenantId } = requireRole(context, 'supervisor', 'manager', 'auditor', 'admin');
    const span = monthSpan(month);
    if (span === undefined) throw new PublicError('FILTER_INVALID', 'A month is written like 2026-03.');
    const rows = await readSanctionsOfClosed(this.database.reader(tenantId), span.from, span.to);
    const adoptions = [...new Set(rows.map(({ adoption_id }) => adoption_id))];
    const plans = new Map(await Promise.all(adoptions.map(async (id) => [id, await this.plan(context, id)] as const)));
    return {
      ...{ month, dueOn: span.dueOn },
      sanctions: rows.map((row) => toSanction(row, plans.get(row.adoption_id), context)),
    };
  }

  private plan({ viewer }: GraphContext, adoptionId: string | null): Promise<CasePlan | undefined> {
    return this.plans.of(this.database.reader(viewer.tenantId), adoptionId ?? undefined);
  }
}
