import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { AcknowledgementMeans } from '../model/acknowledgement.rules';
import { acknowledge, type AcknowledgePorts } from './acknowledge.handler';

/** A person told a complainant that their complaint has come in. */
export interface RecordAcknowledgement {
  readonly complaintId: string;
  readonly expectedVersion: number;
  readonly means: AcknowledgementMeans;
}

export type RecordAcknowledgementRefusal = 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INTAKE_ALREADY_ACKNOWLEDGED';

/** What recording it needs around it. */
export interface RecordAcknowledgementPorts extends AcknowledgePorts {
  readonly database: Database;
  readonly clock: Clock;
}

/** Records that a person told a complainant what the regulation asks for. */
export function recordAcknowledgement(
  command: RecordAcknowledgement,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  ports: RecordAcknowledgementPorts,
): Promise<CommandResult<{ readonly complaintId: string }, RecordAcknowledgementRefusal>> {
  const call = { tenantId, operation: 'recordAcknowledgement', subject, idempotencyKey, request: command };
  return executeCommand(ports.database, call, (tx) => record(tx, command, subject, ports));
}

async function record(
  tx: TenantTransaction,
  { complaintId, expectedVersion, means }: RecordAcknowledgement,
  subject: string,
  ports: RecordAcknowledgementPorts,
): Promise<Outcome<{ readonly complaintId: string }, RecordAcknowledgementRefusal>> {
  const version = await ports.complaints.lock(tx, complaintId);
  const complaint = await ports.complaints.find(tx, complaintId);
  if (version === undefined || complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  if (version !== expectedVersion) {
    return refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details: { currentVersion: version } });
  }
  const tells = (await ports.acknowledgements.lock(tx, complaintId))?.tells ?? [];
  const told = { at: ports.clock.now(), by: subject, means };
  const first = await acknowledge(tx, complaint, told, { tells: tells.length === 0 ? ['RECEIPT'] : tells, ports });
  return first ? accept({ complaintId }) : refuse({ code: 'INTAKE_ALREADY_ACKNOWLEDGED', path: ['complaintId'] });
}
