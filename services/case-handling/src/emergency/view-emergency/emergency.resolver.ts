import type { GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import { isStaff } from '../../complaint-case/model/case.rules';
import { restoredCase } from '../../complaint-case/model/stored-case.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import type { EmergencyContent } from '../model/emergency.events';
import { emergencyOf, stepsTaken } from '../model/emergency.model';
import { Emergency, EmergencyRecord } from './emergency.gql';
import { readEmergencyRecords, type EmergencyRow } from './emergency-rows.query';

@Resolver(() => Case)
export class EmergencyResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly plans: CasePlans,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => Emergency, {
    nullable: true,
    description: 'Whether the regulation treats it as an emergency now; null otherwise, and for the complainant.',
  })
  async emergency(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Emergency | null> {
    if (!isStaff(context.viewer)) return null;
    const reader = this.database.reader(context.viewer.tenantId);
    const plan = await this.plans.of(reader, stored.adoption_id ?? undefined);
    if (plan === undefined || plan.regulation.emergency.length === 0) return null;
    const [clocks, resolution] = await Promise.all([
      this.details.clocks(context, stored.id),
      this.details.newestResolution(context, stored.id),
    ]);
    const current = restoredCase(stored, { clocks, stages: [], resolution });
    const found = emergencyOf(plan, current, this.clock.now());
    if (found === undefined) return null;
    const taken: readonly string[] = stepsTaken(current);
    return {
      immediately: found.immediately,
      does: found.does,
      outstanding: found.does.filter((duty) => !taken.includes(duty)),
      team: found.team,
      quotes: found.provisions.map(({ quote }) => quote),
    };
  }

  @FieldResolver(() => [EmergencyRecord], {
    description: 'What was done in an emergency, the oldest first; empty for the complainant.',
  })
  async emergencyRecords(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<EmergencyRecord[]> {
    if (!isStaff(context.viewer)) return [];
    return (await this.details.of(context, 'emergency-records', stored.id, readEmergencyRecords)).map(toRecord);
  }
}

function toRecord(row: EmergencyRow): EmergencyRecord {
  const content = JSON.parse(row.content) as EmergencyContent;
  return {
    id: row.id,
    step: row.step,
    members: [...(content.members ?? [])],
    sections: [...(content.sections ?? [])],
    note: content.note ?? null,
    probability: content.probability ?? null,
    impact: content.impact ?? null,
    riskScore: row.risk_score,
    measures: content.measures ?? null,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
