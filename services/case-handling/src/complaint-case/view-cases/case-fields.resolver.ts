import { PublicError, type GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { IsoStage as IsoStageName } from '@redress/regulations';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { possibleActions } from '../model/case-actions.rules';
import type { CasePlan } from '../model/case-plan.model';
import type { CasePlans } from '../model/case-plans.repository';
import type { ComplaintCase } from '../model/case.model';
import { isStaff, type CaseActor } from '../model/case.rules';
import { complaineesOf } from '../../routing/model/complainee.model';
import { isoStageOf } from '../model/iso-stage.model';
import { restoredCase } from '../model/stored-case.model';
import { Case } from './case.gql';
import { IsoStage } from './case-enums.gql';
import type { CaseDetails } from './case-details.loader';
import { toAvailableActions, toClock, toStages } from './case-view.mapper';
import { Consent, Investigation, Reply, Resolution } from './resolution.gql';
import { toConsent, toInvestigation, toReply, toResolutions } from './resolution-view.mapper';
import { AvailableAction, CaseStage, StageClock } from './stage.gql';
import { TimelineEntry } from './timeline.gql';
import { toPublicTimeline, toTimeline } from './timeline-view.mapper';

const LONGEST_TIMELINE = 200;

@Resolver(() => Case)
export class CaseFieldsResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly plans: CasePlans,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => IsoStage, { description: 'Where it stands, in the terms of ISO 10002.' })
  async isoStage(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<IsoStageName> {
    return isoStageOf(stored.state, await this.plan(stored, context));
  }

  @FieldResolver(() => [StageClock], {
    description: 'The clocks of its stages, in the order in which they were started.',
  })
  async clocks(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<StageClock[]> {
    const plan = await this.plan(stored, context);
    const clocks = await this.details.clocks(context, stored.id);
    return clocks.map((clock) => toClock(clock, plan, this.clock.now()));
  }

  @FieldResolver(() => [CaseStage], { description: 'The stages that its regulation plans; none for older history.' })
  async stages(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<CaseStage[]> {
    const plan = await this.plan(stored, context);
    return toStages(await this.restored(stored, context), plan, this.clock.now());
  }

  @FieldResolver(() => [AvailableAction], {
    description: 'What the viewer may do with it now, by the rules of the mutations.',
  })
  async availableActions(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<AvailableAction[]> {
    const plan = await this.plan(stored, context);
    const current = await this.restored(stored, context);
    const actor = await this.actor(context, plan, current);
    const situation = { actor, case: current, plan, now: this.clock.now() };
    const linked = current.resolution?.state === 'PROPOSED' ? await this.details.linkedAmounts(context, stored.id) : [];
    return toAvailableActions(possibleActions({ ...situation, linkedAmounts: linked }), current);
  }

  @FieldResolver(() => [Resolution], {
    description: 'Its resolutions, the newest last; to the complainant those that were told to them.',
  })
  async resolutions(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Resolution[]> {
    const [rows, consents] = await Promise.all([
      this.details.resolutionRows(context, stored.id),
      this.details.consents(context, stored.id),
    ]);
    return toResolutions(rows, consents, audienceOf(context));
  }

  @FieldResolver(() => Consent, { nullable: true, description: 'What the complainant said last.' })
  async consent(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Consent | null> {
    const last = (await this.details.consents(context, stored.id)).at(-1);
    return last === undefined ? null : toConsent(last, audienceOf(context));
  }

  @FieldResolver(() => [Reply], { description: 'What was told to the complainant, the newest last.' })
  async replies(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Reply[]> {
    const rows = await this.details.replies(context, stored.id);
    return rows.map((row) => toReply(row, audienceOf(context)));
  }

  @FieldResolver(() => [Investigation], { description: 'What was found out; empty for the complainant.' })
  async investigations(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Investigation[]> {
    if (!isStaff(context.viewer)) return [];
    return (await this.details.investigations(context, stored.id)).map(toInvestigation);
  }

  @Directive('@listSize(assumedSize: 25, slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @FieldResolver(() => [TimelineEntry], {
    description: 'What happened to it, the oldest first; to the complainant only what concerns them.',
  })
  async timeline(
    @Root() { stored }: Case,
    @Arg('first', () => Int, { defaultValue: 50, description: `How many sequences, 1 to ${LONGEST_TIMELINE}.` })
    first: number,
    @Arg('afterSequence', () => Int, { defaultValue: 0, description: 'Only what happened after this sequence.' })
    after: number,
    @Ctx() context: GraphContext,
  ): Promise<TimelineEntry[]> {
    if (first < 1 || first > LONGEST_TIMELINE || after < 0) {
      throw new PublicError('PAGE_SIZE_INVALID', `A timeline is read by 1 to ${LONGEST_TIMELINE} entries.`);
    }
    const rows = await this.details.timeline(context, stored.id, { after, first });
    const { viewer, locale } = context;
    return isStaff(viewer) ? toTimeline(rows, locale) : toPublicTimeline(rows, locale, viewer.subject);
  }

  private async restored(stored: Case['stored'], context: GraphContext): Promise<ComplaintCase> {
    const [clocks, stages, resolution] = await Promise.all([
      this.details.clocks(context, stored.id),
      this.details.stages(context, stored.id),
      this.details.newestResolution(context, stored.id),
    ]);
    return restoredCase(stored, { clocks, stages, resolution });
  }

  /** The viewer as whom they act, where the regulation or a complainee asks for it. */
  private async actor(context: GraphContext, plan: CasePlan | undefined, current: ComplaintCase): Promise<CaseActor> {
    const isAsked = (plan?.regulation.parties.length ?? 0) > 0 || complaineesOf(current).length > 0;
    if (!isAsked) return context.viewer;
    return { ...context.viewer, ...(await this.details.viewerStanding(context, this.clock.now())) };
  }

  private plan({ adoption_id }: Case['stored'], { viewer }: GraphContext): Promise<CasePlan | undefined> {
    return this.plans.of(this.database.reader(viewer.tenantId), adoption_id ?? undefined);
  }
}

function audienceOf({ viewer }: GraphContext): 'STAFF' | 'COMPLAINANT' {
  return isStaff(viewer) ? 'STAFF' : 'COMPLAINANT';
}
