-- Totals by currency of the settlements in a state, from the index alone.
ALTER TABLE settlement ADD KEY totals (tenant_id, state, currency, amount_minor);
