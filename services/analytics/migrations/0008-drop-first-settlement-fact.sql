DROP TABLE settlement_fact
