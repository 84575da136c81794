UPDATE payment p JOIN settlement s ON s.tenant_id = p.tenant_id AND s.id = p.settlement_id
SET p.created_at = COALESCE(s.decided_at, s.created_at),
  p.uncertain_since = CASE WHEN p.state IN ('SENT', 'UNKNOWN') THEN COALESCE(s.decided_at, s.created_at) END;
