export const LOCK = `
  SELECT u.id, u.version, i.wrapped_key AS wrappedKey, i.email_index AS emailIndex, i.phone_index AS phoneIndex,
    i.external_ref_index AS externalRefIndex
  FROM customer u JOIN customer_identity i ON i.tenant_id = u.tenant_id AND i.customer_id = u.id
  WHERE u.tenant_id = :tenantId AND i.tenant_id = :tenantId AND u.id = :customerId FOR UPDATE`;

const LABEL_COLUMNS = 'c.id, c.number, c.product, c.order_number AS orderNumber, c.received_at AS receivedAt';
export const LABELS = `SELECT ${LABEL_COLUMNS} FROM complaint c WHERE c.tenant_id = :tenantId AND c.customer_id = :customerId`;
export const complaintsOf = (limit: number) => `
  SELECT ${LABEL_COLUMNS}, c.regulation_id AS regulationId, c.regulation_version AS regulationVersion,
    c.history IS NOT NULL AS past, f.open, f.keep_until AS keepUntil,
    c.merged_into AS mergedInto, m.history IS NOT NULL AS targetPast, g.open AS targetOpen,
    (SELECT COUNT(*) FROM case_file_hold h
     WHERE h.tenant_id = :tenantId AND h.complaint_id IN (c.id, c.merged_into)) AS holds
  FROM complaint c
  LEFT JOIN case_file f ON f.tenant_id = c.tenant_id AND f.complaint_id = c.id
  LEFT JOIN complaint m ON m.tenant_id = c.tenant_id AND m.id = c.merged_into
  LEFT JOIN case_file g ON g.tenant_id = c.tenant_id AND g.complaint_id = c.merged_into
  WHERE c.tenant_id = :tenantId AND c.customer_id = :customerId
  ORDER BY c.received_at, c.id LIMIT ${limit}`;

/** Each contact through its own index. */
export const OTHERS = `
  SELECT COUNT(*) AS others FROM (
    SELECT e.customer_id FROM customer_identity e
    WHERE e.tenant_id = :tenantId AND e.email_index IN (:contacts) AND e.customer_id <> :id
    UNION
    SELECT p.customer_id FROM customer_identity p
    WHERE p.tenant_id = :tenantId AND p.phone_index IN (:contacts) AND p.customer_id <> :id) o`;

export const DESTROY_KEY = `
  UPDATE customer_identity i SET i.wrapped_key = NULL, i.sealed_identity = NULL, i.name_index = NULL,
    i.email_index = NULL, i.phone_index = NULL, i.external_ref_index = NULL
  WHERE i.tenant_id = :tenantId AND i.customer_id = :customerId`;
export const EMPTY_FILE = `
  UPDATE customer u SET u.segment = NULL, u.preferred_language = NULL, u.preferred_channel = NULL, u.version = u.version + 1
  WHERE u.tenant_id = :tenantId AND u.id = :customerId`;
export const DROP_PRODUCTS =
  'DELETE p FROM customer_product p WHERE p.tenant_id = :tenantId AND p.customer_id = :customerId';

/** Nobody is left who could be told that a complaint has come in. */
export const END_ACKNOWLEDGEMENTS = `
  UPDATE acknowledgement a JOIN complaint c ON c.tenant_id = a.tenant_id AND c.id = a.complaint_id
  SET a.state = 'NOT_DUE', a.next_step_at = NULL
  WHERE a.tenant_id = :tenantId AND c.tenant_id = :tenantId AND c.customer_id = :customerId
    AND a.state IN ('PENDING', 'DUE', 'QUEUED')`;

export const ERASE_WAITING = `
  UPDATE inbound_message m SET m.state = 'ERASED', m.reason = NULL, m.wrapped_key = NULL, m.sealed_message = NULL,
    m.version = m.version + 1
  WHERE m.tenant_id = :tenantId AND m.sender_index IN (:contacts) AND m.state = 'UNROUTED'`;
export const DROP_QUARANTINED_PARTS = `
  DELETE p FROM quarantined_mail_part p
  JOIN quarantined_mail q ON q.tenant_id = p.tenant_id AND q.id = p.mail_id
  WHERE p.tenant_id = :tenantId AND q.tenant_id = :tenantId AND q.sender_index IN (:contacts)`;
export const ERASE_QUARANTINED = `
  UPDATE quarantined_mail q SET q.state = 'ERASED', q.wrapped_key = NULL, q.sealed_heading = NULL, q.parts = 0,
    q.sender_index = NULL, q.version = q.version + 1
  WHERE q.tenant_id = :tenantId AND q.sender_index IN (:contacts)`;

export const NOTE = `
  INSERT INTO customer_erasure (tenant_id, id, customer_id, reason, complaints, same_contacts, erased_at, erased_by, next_step_at)
  VALUES (:tenantId, :id, :customerId, :reason, :complaints, :sameContacts, :at, :by, :finishFrom)`;

export const due = (limit: number) => `
  SELECT e.tenant_id AS tenantId, e.id, e.customer_id AS customerId FROM customer_erasure e
  WHERE e.next_step_at <= :now ORDER BY e.next_step_at LIMIT ${limit}`;
const ERASED_FILES = `
  attachment a JOIN complaint c ON c.tenant_id = a.tenant_id AND c.id = a.complaint_id`;
export const CONTENTS = `
  SELECT DISTINCT a.sha256 FROM ${ERASED_FILES}
  WHERE a.tenant_id = :tenantId AND c.tenant_id = :tenantId AND c.customer_id = :customerId AND a.state = 'ERASED'
    AND a.sha256 IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM attachment o WHERE o.tenant_id = :tenantId AND o.sha256 = a.sha256 AND o.state = 'STORED')`;
export const FORGET_CONTENTS = `
  UPDATE ${ERASED_FILES} SET a.sha256 = NULL
  WHERE a.tenant_id = :tenantId AND c.tenant_id = :tenantId AND c.customer_id = :customerId AND a.state = 'ERASED'`;
export const FINISH = `
  UPDATE customer_erasure e SET e.finished_at = :at, e.next_step_at = NULL WHERE e.tenant_id = :tenantId AND e.id = :id`;
export const POSTPONE =
  'UPDATE customer_erasure e SET e.next_step_at = :until WHERE e.tenant_id = :tenantId AND e.id = :id';
