import type { CommandResult } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import { changeComplaint, type ChangeCommand, type ChangePorts } from '../change-complaint/change-complaint.handler';
import { decideAssessment, type Assessment } from './assess-complaint.decide';

/** States what was judged of a complaint. The answer is its id. */
export function assessComplaint(
  command: ChangeCommand & Assessment,
  person: Person,
  ports: ChangePorts,
): Promise<CommandResult<string>> {
  return changeComplaint(command, person, ports, (complaint, regulation) =>
    decideAssessment(command, complaint, regulation),
  );
}
