-- A ceiling also holds how much of a line there is, where that is known; a charge of a line names the line's ceiling.
ALTER TABLE ceiling
  ADD COLUMN line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ceiling of the line, of itself and of its charges; NULL for what belongs to no line',
  ADD COLUMN limit_quantity DECIMAL(18, 6) NULL,
  ADD COLUMN reserved_quantity DECIMAL(18, 6) NOT NULL DEFAULT 0,
  ADD COLUMN settled_quantity DECIMAL(18, 6) NOT NULL DEFAULT 0,
  ADD KEY by_line (tenant_id, line_id),
  ADD CONSTRAINT ceiling_reserved_quantity CHECK (reserved_quantity >= 0),
  ADD CONSTRAINT ceiling_settled_quantity CHECK (settled_quantity >= 0),
  ADD CONSTRAINT ceiling_limit_quantity CHECK (limit_quantity IS NULL OR reserved_quantity + settled_quantity <= limit_quantity);
