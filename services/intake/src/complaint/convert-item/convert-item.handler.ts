import type { CommandResult } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import { changeComplaint, type ChangeCommand, type ChangePorts } from '../change-complaint/change-complaint.handler';
import { decideConversion, type Conversion } from './convert-item.decide';

/** Converts an item. The answer is its id. */
export function convertItem(
  command: ChangeCommand & Conversion,
  person: Person,
  ports: ChangePorts,
): Promise<CommandResult<string>> {
  return changeComplaint(command, person, ports, (complaint, regulation) =>
    decideConversion(command, complaint, regulation, ports.clock.now()),
  );
}
