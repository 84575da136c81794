import type { CommandResult } from '@redress/persistence';
import type { TextClassifier } from '../../classification/model/text-classifier.repository';
import type { Person } from '../../customer/model/visibility.rules';
import { changeComplaint, type ChangeCommand, type ChangePorts } from '../change-complaint/change-complaint.handler';
import { correctedValues, decideCorrection, type Correction } from './correct-classification.decide';

/** What a correction needs around it. */
export interface CorrectionPorts extends ChangePorts {
  readonly classifier: TextClassifier;
}

/** Corrects what a complaint was taken for, and learns from it. The answer is its id. */
export function correctClassification(
  command: ChangeCommand & Correction,
  person: Person,
  ports: CorrectionPorts,
): Promise<CommandResult<string>> {
  return changeComplaint(
    command,
    person,
    ports,
    (complaint, regulation) => decideCorrection(command, complaint, regulation),
    (tx, _, at) => ports.classifier.learn(tx, command.complaintId, correctedValues(command), at),
  );
}
