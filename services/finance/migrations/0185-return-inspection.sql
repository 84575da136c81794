-- What an inspection found; several may look at one line, each at other goods.
CREATE TABLE return_inspection (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  return_line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  resale DECIMAL(18, 6) NOT NULL,
  repair DECIMAL(18, 6) NOT NULL,
  scrap DECIMAL(18, 6) NOT NULL,
  back_to_customer DECIMAL(18, 6) NOT NULL,
  findings VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  inspected_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  inspected_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY by_return_line (tenant_id, return_line_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
