import type { LinkedCases } from '../model/linked-cases.repository';
import { lockLinkedCases, readCasesOfComplaints, readLinkedCases } from './linked-cases.query';
import { readHarmElsewhere } from './same-harm.query';

/** Linked cases in MySQL. */
export function mysqlLinkedCases(): LinkedCases {
  return {
    of: readLinkedCases,
    lock: lockLinkedCases,
    ofComplaints: readCasesOfComplaints,
    harmElsewhere: readHarmElsewhere,
  };
}
