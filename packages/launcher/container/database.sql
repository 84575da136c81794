-- One account for the services, which make and migrate their own schemas and see no others.
GRANT ALL PRIVILEGES ON `redress\_%`.* TO 'redress'@'%';
