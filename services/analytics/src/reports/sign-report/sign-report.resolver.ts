import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { REPORT_READERS } from '../model/report-access.rules';
import { noSuchReport, unusableKey } from '../model/report-command.rules';
import type { ReportDependencies } from '../request-report/make-report.handler';
import { ReportPayload } from '../view-reports/report.gql';
import type { ReportLoader } from '../view-reports/report.reference';
import { signReport } from './sign-report.handler';

@InputType({ description: 'Which report is signed.' })
export class SignReportInput {
  @Field(() => String, { description: 'Made by the client; the same key signs once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;
}

@Resolver()
export class SignReportResolver {
  constructor(
    private readonly dependencies: ReportDependencies,
    private readonly loader: ReportLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReportPayload, {
    description:
      'Signs a report that waits for it. For managers and administrators, and for the roles that the regulation has sign ' +
      'it; never for whoever asked for it.',
  })
  async signReport(
    @Arg('input', () => SignReportInput, { description: 'Which.' }) input: SignReportInput,
    @Ctx() context: GraphContext,
  ): Promise<ReportPayload> {
    const signer = requireRole(context, ...REPORT_READERS);
    const { idempotencyKey, expectedVersion } = input;
    const reportId = fromGlobalId('Report', input.reportId);
    const result =
      unusableKey(idempotencyKey) ??
      (reportId === undefined
        ? noSuchReport()
        : await signReport({ signer, idempotencyKey, reportId, expectedVersion }, this.dependencies));
    return this.loader.answer(result, context);
  }
}
