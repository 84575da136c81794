import type { CaseFiles } from '../model/case-files.repository';

const MARK = `
  INSERT INTO case_file (tenant_id, complaint_id, open, keep_until) VALUES (:tenantId, :complaintId, :open, NULL)
  ON DUPLICATE KEY UPDATE open = :open`;
const KEEP = `
  INSERT INTO case_file (tenant_id, complaint_id, open, keep_until) VALUES (:tenantId, :complaintId, FALSE, :until)
  ON DUPLICATE KEY UPDATE open = FALSE, keep_until = :until`;
const HOLD = `
  INSERT INTO case_file_hold (tenant_id, complaint_id, hold_id) VALUES (:tenantId, :complaintId, :holdId)
  ON DUPLICATE KEY UPDATE hold_id = hold_id`;
const LIFT = `
  DELETE h FROM case_file_hold h
  WHERE h.tenant_id = :tenantId AND h.complaint_id = :complaintId AND h.hold_id = :holdId`;

/** Files of cases in MySQL. Only a closed case has a file, so that whatever is told of one says that it is closed. */
export const mysqlCaseFiles: CaseFiles = {
  async mark(tx, complaintId, open) {
    await tx.execute(MARK, { complaintId, open });
  },
  async keep(tx, complaintId, until) {
    await tx.execute(KEEP, { complaintId, until });
  },
  async hold(tx, complaintId, holdId) {
    await tx.execute(HOLD, { complaintId, holdId });
    await tx.execute(MARK, { complaintId, open: false });
  },
  async lift(tx, complaintId, holdId) {
    await tx.execute(LIFT, { complaintId, holdId });
    await tx.execute(MARK, { complaintId, open: false });
  },
};
