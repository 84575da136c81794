ALTER TABLE inbound_message
  ADD COLUMN sender_index BINARY(16) NULL,
  ADD KEY inbound_message_sender (tenant_id, sender_index)
