CREATE TABLE simulation_difference (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  simulation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  before_value VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  before_in_time BOOLEAN NULL,
  after_value VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  after_in_time BOOLEAN NULL,
  PRIMARY KEY (tenant_id, simulation_id, id),
  KEY by_kind (tenant_id, simulation_id, kind, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
