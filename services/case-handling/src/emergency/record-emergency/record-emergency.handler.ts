import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import type { WrittenSection } from '../../complaint-case/model/facts/stage.events';
import type { TeamMember } from '../model/emergency.events';
import {
  decideMajorReport,
  decideMeeting,
  decideRiskAssessment,
  decideStep,
  decideTeam,
  MOST_MEMBERS,
} from './record-emergency.decide';

/** Forms the emergency team. */
export function formEmergencyTeam(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: readonly TeamMember[],
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'formEmergencyTeam', request },
    async (situation, context, tx) => {
      const unknown: string[] = [];
      for (const { subject } of request.slice(0, MOST_MEMBERS)) {
        if ((await dependencies.staff.bySubject(tx, subject)) === undefined) unknown.push(subject);
      }
      return decideTeam(situation, request, { unknown, context });
    },
  );
}

/** Records an emergency meeting. */
export function recordEmergencyMeeting(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: readonly WrittenSection[],
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'recordEmergencyMeeting', request },
    (situation, context) => decideMeeting(situation, request, context),
  );
}

/** Records a risk assessment. */
export function recordRiskAssessment(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: Parameters<typeof decideRiskAssessment>[1],
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'recordRiskAssessment', request },
    (situation, context) => decideRiskAssessment(situation, request, context),
  );
}

/** Records another step of an emergency. */
export function recordEmergencyStep(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: Parameters<typeof decideStep>[1],
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'recordEmergencyStep', request }, (situation, context) =>
    decideStep(situation, request, context),
  );
}

/** Writes the report on a major complaint. */
export function writeMajorReport(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: readonly WrittenSection[],
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'writeMajorReport', request }, (situation, context) =>
    decideMajorReport(situation, request, context),
  );
}
