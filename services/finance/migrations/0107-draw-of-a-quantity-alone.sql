ALTER TABLE settlement_draw
  DROP CONSTRAINT settlement_draw_positive,
  ADD CONSTRAINT settlement_draw_of_something CHECK (amount_minor > 0 OR (amount_minor = 0 AND quantity > 0));
