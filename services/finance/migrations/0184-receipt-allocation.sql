-- Which received goods are counted for which return: a line of either may meet many of the other.
CREATE TABLE receipt_allocation (
  tenant_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  receipt_line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  return_line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity DECIMAL(18, 6) NOT NULL,
  allocated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, receipt_line_id, return_line_id),
  KEY by_return_line (tenant_id, return_line_id, receipt_line_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
