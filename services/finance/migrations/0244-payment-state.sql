-- For lists of settlements by what is known of their payouts.
ALTER TABLE payment ADD KEY settlements_by_state (tenant_id, state, settlement_id);
