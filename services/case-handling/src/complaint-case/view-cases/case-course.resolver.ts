import { DateTimeScalar, LocaleName, type GraphContext, type Locale } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { inLanguage } from '../../language/in-language';
import { whoMayApprove } from '../model/approvers.model';
import type { CasePlan } from '../model/case-plan.model';
import type { CasePlans } from '../model/case-plans.repository';
import { isStaff } from '../model/case.rules';
import { levelProvision } from '../model/level.model';
import { restoredCase } from '../model/stored-case.model';
import { Case } from './case.gql';
import type { CaseDetails } from './case-details.loader';
import { AcceptanceRefusal, Approver, CaseLevel, Finding, HandOverRecord, LevelChange, StagePaper } from './course.gql';
import { readHandOvers, readLevelChanges, readRefusals, readStagePapers } from './course-rows.query';
import { toHandOver, toLevelChange, toRefusal, toStagePaper } from './course-view.mapper';

@Resolver(() => Case)
export class CaseCourseResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly plans: CasePlans,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => Int, { description: 'Of how many rounds of handling this is the last; 1 before any objection.' })
  round(@Root() { stored }: Case): number {
    return stored.round;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'By when an answer was promised.' })
  promisedReplyAt(@Root() { stored }: Case): Date | null {
    return stored.promised_reply_at;
  }

  @FieldResolver(() => CaseLevel, {
    nullable: true,
    description: 'The level that its regulation gives it; null where it knows none, and for the complainant.',
  })
  async level(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<CaseLevel | null> {
    const provision = levelProvision(await this.plan(stored, context), stored.level ?? undefined);
    if (provision === undefined || !isStaff(context.viewer)) return null;
    const because = stored.level_because === null ? [] : (JSON.parse(stored.level_because) as string[]);
    const { level: code, label: labels, track } = provision;
    return Object.assign(new CaseLevel(), { code, labels, track, because });
  }

  @FieldResolver(() => [LevelChange], { description: 'Its levels, the oldest first; empty for the complainant.' })
  async levelHistory(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<LevelChange[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = await this.details.of(context, 'level-changes', stored.id, readLevelChanges);
    return rows.map(toLevelChange);
  }

  @FieldResolver(() => [Approver], {
    description: 'Who may give the approval that its proposal waits for; empty without one, and for the complainant.',
  })
  async whoMayApprove(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Approver[]> {
    const plan = await this.plan(stored, context);
    if (plan === undefined || !isStaff(context.viewer)) return [];
    const [clocks, stages, resolution] = await Promise.all([
      this.details.clocks(context, stored.id),
      this.details.stages(context, stored.id),
      this.details.newestResolution(context, stored.id),
    ]);
    if (resolution?.state !== 'PROPOSED') return [];
    const linkedAmounts = await this.details.linkedAmounts(context, stored.id);
    const current = restoredCase(stored, { clocks, stages, resolution });
    return [...whoMayApprove({ actor: context.viewer, case: current, plan, now: this.clock.now(), linkedAmounts })];
  }

  @FieldResolver(() => [StagePaper], { description: 'What was written on its stages; empty for the complainant.' })
  async stagePapers(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<StagePaper[]> {
    if (!isStaff(context.viewer)) return [];
    return (await this.details.of(context, 'stage-papers', stored.id, readStagePapers)).map(toStagePaper);
  }

  @FieldResolver(() => [HandOverRecord], { description: 'Its hand-overs; empty for the complainant.' })
  async handOvers(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<HandOverRecord[]> {
    if (!isStaff(context.viewer)) return [];
    return (await this.details.of(context, 'hand-overs', stored.id, readHandOvers)).map(toHandOver);
  }

  @FieldResolver(() => AcceptanceRefusal, { nullable: true, description: 'Why it was not accepted, if it was not.' })
  async acceptanceRefusal(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<AcceptanceRefusal | null> {
    if (stored.outcome !== 'REFUSED') return null;
    const [row] = await this.details.of(context, 'refusals', stored.id, readRefusals);
    return row === undefined ? null : toRefusal(row, isStaff(context.viewer));
  }

  @FieldResolver(() => Finding, {
    nullable: true,
    description: 'What its regulation says of the finding; null before one, without a rule, and for the complainant.',
  })
  async finding(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Finding | null> {
    const plan = await this.plan(stored, context);
    const rule = plan?.regulation.validity?.values.find(({ validity }) => validity === stored.validity);
    if (rule === undefined || !isStaff(context.viewer)) return null;
    const { validity, label: labels, consequences } = rule;
    return Object.assign(new Finding(), { validity, labels, consequences });
  }

  private plan({ adoption_id }: Case['stored'], { viewer }: GraphContext): Promise<CasePlan | undefined> {
    return this.plans.of(this.database.reader(viewer.tenantId), adoption_id ?? undefined);
  }
}

const LANGUAGE = 'Language; that of the request unless told.';

@Resolver(() => CaseLevel)
export class CaseLevelResolver {
  @FieldResolver(() => String, { description: 'The level in words.' })
  label(
    @Root() { labels }: CaseLevel,
    @Arg('locale', () => LocaleName, { nullable: true, description: LANGUAGE }) locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(labels, locale, context);
  }
}

@Resolver(() => Finding)
export class FindingResolver {
  @FieldResolver(() => String, { description: 'The finding in the words of the regulation.' })
  label(
    @Root() { labels }: Finding,
    @Arg('locale', () => LocaleName, { nullable: true, description: LANGUAGE }) locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(labels, locale, context);
  }
}
