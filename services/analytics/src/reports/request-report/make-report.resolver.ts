import { LocalDateScalar, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { REPORT_MAKERS, seesPersonalReports } from '../model/report-access.rules';
import { unusableKey } from '../model/report-command.rules';
import { ReportPayload } from '../view-reports/report.gql';
import type { ReportLoader } from '../view-reports/report.reference';
import { makeReportOnRequest, type ReportDependencies } from './make-report.handler';

@InputType({ description: 'Which report of which days.' })
export class MakeReportInput {
  @Field(() => String, { description: 'Made by the client; the same key asks once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Stable name of a report that is made on request, see `reportDefinitions`.' })
  report!: string;

  @Field(() => LocalDateScalar, { description: 'First day, in the organisation’s time zone.' })
  from!: string;

  @Field(() => LocalDateScalar, {
    description: 'Last day; it must be over. At most three years; analysts ask for whole months.',
  })
  until!: string;
}

@Resolver()
export class MakeReportResolver {
  constructor(
    private readonly dependencies: ReportDependencies,
    private readonly loader: ReportLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReportPayload, {
    description:
      'Asks for a report that has no fixed period; it is made in the background. Reports of a month, quarter or year are ' +
      'made by themselves. For supervisors, analysts, managers and administrators.',
  })
  async makeReport(
    @Arg('input', () => MakeReportInput, { description: 'Which.' }) input: MakeReportInput,
    @Ctx() context: GraphContext,
  ): Promise<ReportPayload> {
    const viewer = requireRole(context, ...REPORT_MAKERS);
    const { tenantId, subject } = viewer;
    const command = { ...input, tenantId, subject, seesPersons: seesPersonalReports(viewer) };
    const result = unusableKey(input.idempotencyKey) ?? (await makeReportOnRequest(command, this.dependencies));
    return this.loader.answer(result, context);
  }
}
