import type { WorkOrderAct, WorkOrderState } from './work-order.transitions';

/** A work order between the organisation and an outside contact centre (IN-17). */
export interface WorkOrder {
  readonly id: string;
  /** Key of the connection with the centre. */
  readonly centre: string;
  /** The number of the centre for an order of theirs, otherwise ours. */
  readonly orderNumber: string;
  /** The complaint that it is about; none for an enquiry that the centre answered itself. */
  readonly complaintId?: string;
  readonly fromCentre: boolean;
  readonly state: WorkOrderState;
  /** How often it was urged. */
  readonly urged: number;
  readonly transferredTo?: string;
  readonly receivedAt: Date;
  readonly dueAt?: Date;
  readonly endedAt?: Date;
  readonly version: number;
}

/** One thing that happened to a work order. */
export interface WorkOrderStep {
  readonly workOrderId: string;
  readonly number: number;
  readonly act: WorkOrderAct | 'CREATE';
  readonly state: WorkOrderState;
  readonly note?: string;
  readonly at: Date;
  readonly by: string;
}

export const NOTE_LENGTH_AT_MOST = 1_000;
export const TRANSFER_LENGTH_AT_MOST = 64;
