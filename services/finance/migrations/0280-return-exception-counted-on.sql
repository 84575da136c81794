-- On which line a decision counted the goods: those that nobody expected, surplus ones, and those of a cancelled return.
ALTER TABLE return_exception
  ADD COLUMN counted_on_line_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY by_counted_on_line (tenant_id, counted_on_line_id);
