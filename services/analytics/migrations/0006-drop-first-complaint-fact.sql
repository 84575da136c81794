DROP TABLE complaint_fact
