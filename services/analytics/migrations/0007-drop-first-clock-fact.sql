DROP TABLE clock_fact
