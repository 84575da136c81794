import type { GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database, TenantReader } from '@redress/persistence';
import type { CasePlan } from '../model/case-plan.model';
import type { Situation } from '../model/case.rules';
import { restoredCase, type StoredCase } from '../model/stored-case.model';
import type { CaseDetails } from './case-details.loader';

/** Where the plan that binds a case is found. */
interface BindingPlans {
  of(reader: TenantReader, adoptionId: string | undefined): Promise<CasePlan | undefined>;
}

/** A case as the rules see it when its viewer acts, for the fields that show what the rules say. */
export class CaseSituations {
  constructor(
    private readonly database: Database,
    readonly details: CaseDetails,
    private readonly plans: BindingPlans,
    private readonly clock: Clock,
  ) {}

  async of(context: GraphContext, stored: StoredCase): Promise<Situation> {
    const [plan, clocks, stages, resolution, standing] = await Promise.all([
      this.plan(context, stored),
      this.details.clocks(context, stored.id),
      this.details.stages(context, stored.id),
      this.details.newestResolution(context, stored.id),
      this.details.viewerStanding(context, this.clock.now()),
    ]);
    const current = restoredCase(stored, { clocks, stages, resolution });
    return { actor: { ...context.viewer, ...standing }, case: current, plan, now: this.clock.now() };
  }

  plan({ viewer }: GraphContext, { adoption_id }: StoredCase): Promise<CasePlan | undefined> {
    return this.plans.of(this.database.reader(viewer.tenantId), adoption_id ?? undefined);
  }
}
