import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { REPORT_MAKERS } from '../model/report-access.rules';
import { noSuchReport, unusableKey } from '../model/report-command.rules';
import type { ReportDependencies } from '../request-report/make-report.handler';
import { ReportPayload } from '../view-reports/report.gql';
import type { ReportLoader } from '../view-reports/report.reference';
import { correctReport } from './correct-report.handler';

@InputType({ description: 'Which report is corrected, and why.' })
export class CorrectReportInput {
  @Field(() => String, { description: 'Made by the client; the same key corrects once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The latest edition of the report.' })
  reportId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What was wrong; it stands in the new edition. 1 to 1000 characters, no names.' })
  reason!: string;
}

@Resolver()
export class CorrectReportResolver {
  constructor(
    private readonly dependencies: ReportDependencies,
    private readonly loader: ReportLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReportPayload, {
    description:
      'Has a report of the same period made by what is known now, as the next edition; the edition before stays as it is. ' +
      'Answers the new edition. For supervisors, analysts, managers and administrators.',
  })
  async correctReport(
    @Arg('input', () => CorrectReportInput, { description: 'Which, and why.' }) input: CorrectReportInput,
    @Ctx() context: GraphContext,
  ): Promise<ReportPayload> {
    const corrector = requireRole(context, ...REPORT_MAKERS);
    const { idempotencyKey, expectedVersion, reason } = input;
    const reportId = fromGlobalId('Report', input.reportId);
    const result =
      unusableKey(idempotencyKey) ??
      (reportId === undefined
        ? noSuchReport()
        : await correctReport({ corrector, idempotencyKey, reportId, expectedVersion, reason }, this.dependencies));
    return this.loader.answer(result, context);
  }
}
