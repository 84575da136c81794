import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import {
  FormEmergencyTeamInput,
  FormEmergencyTeamPayload,
  RecordEmergencyMeetingInput,
  RecordEmergencyMeetingPayload,
  RecordEmergencyStepInput,
  RecordEmergencyStepPayload,
  RecordRiskAssessmentInput,
  RecordRiskAssessmentPayload,
  WriteMajorReportInput,
  WriteMajorReportPayload,
} from './record-emergency.gql';
import {
  formEmergencyTeam,
  recordEmergencyMeeting,
  recordEmergencyStep,
  recordRiskAssessment,
  writeMajorReport,
} from './record-emergency.handler';

@Resolver(() => Case)
export class RecordEmergencyResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => FormEmergencyTeamPayload, { description: 'Forms the team that the regulation asks for (应急小组).' })
  formEmergencyTeam(
    @Arg('input', () => FormEmergencyTeamInput, { description: 'Who.' }) input: FormEmergencyTeamInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const members = input.members.map(({ party, subject }) => ({ party, subject }));
    return this.mutations.answer('FORM_EMERGENCY_TEAM', input, context, (call) =>
      formEmergencyTeam(this.dependencies, call, members),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RecordEmergencyMeetingPayload, { description: 'Records the minutes of an emergency meeting.' })
  recordEmergencyMeeting(
    @Arg('input', () => RecordEmergencyMeetingInput, { description: 'The minutes.' })
    input: RecordEmergencyMeetingInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const sections = input.sections.map(({ section, text }) => ({ section, text }));
    return this.mutations.answer('RECORD_EMERGENCY_MEETING', input, context, (call) =>
      recordEmergencyMeeting(this.dependencies, call, sections),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RecordRiskAssessmentPayload, { description: 'Records an assessment of the risk (风险评估).' })
  recordRiskAssessment(
    @Arg('input', () => RecordRiskAssessmentInput, { description: 'The assessment.' })
    input: RecordRiskAssessmentInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { probability, impact, measures } = input;
    return this.mutations.answer('RECORD_RISK_ASSESSMENT', input, context, (call) =>
      recordRiskAssessment(this.dependencies, call, { probability, impact, measures }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RecordEmergencyStepPayload, {
    description: 'Records that something the regulation asks for in an emergency was done.',
  })
  recordEmergencyStep(
    @Arg('input', () => RecordEmergencyStepInput, { description: 'What.' }) input: RecordEmergencyStepInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { step, note } = input;
    return this.mutations.answer('RECORD_EMERGENCY_STEP', input, context, (call) =>
      recordEmergencyStep(this.dependencies, call, { step, note }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => WriteMajorReportPayload, { description: 'Writes the report on a major complaint (投诉报告).' })
  writeMajorReport(
    @Arg('input', () => WriteMajorReportInput, { description: 'The report.' }) input: WriteMajorReportInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const sections = input.sections.map(({ section, text }) => ({ section, text }));
    return this.mutations.answer('WRITE_MAJOR_REPORT', input, context, (call) =>
      writeMajorReport(this.dependencies, call, sections),
    );
  }
}
