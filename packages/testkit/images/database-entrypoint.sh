#!/bin/bash
# Behaves like the public MariaDB image as far as the tests need it: MARIADB_ROOT_PASSWORD, data in /var/lib/mysql,
# further arguments to the server.
set -euo pipefail

data=/var/lib/mysql
mkdir -p /run/mysqld && chown mysql:mysql /run/mysqld "$data"
if [ ! -d "$data/mysql" ]; then
  mariadb-install-db --no-defaults --user=mysql --datadir="$data" --auth-root-authentication-method=normal --skip-test-db >/dev/null
fi
cat >/run/mysqld/initial.sql <<SQL
CREATE OR REPLACE USER 'root'@'%' IDENTIFIED BY '${MARIADB_ROOT_PASSWORD:?must be set}';
GRANT ALL PRIVILEGES ON *.* TO 'root'@'%' WITH GRANT OPTION;
ALTER USER 'root'@'localhost' IDENTIFIED BY '${MARIADB_ROOT_PASSWORD}';
SQL
chown mysql:mysql /run/mysqld/initial.sql
exec mariadbd --no-defaults --user=mysql --datadir="$data" --bind-address=0.0.0.0 --init-file=/run/mysqld/initial.sql "$@"
