/** Nothing could provide a part of the infrastructure; the message says what to install or set. */
export class InfrastructureMissing extends Error {
  override readonly name = 'InfrastructureMissing';

  constructor(part: 'database' | 'broker') {
    super(part === 'database' ? DATABASE : BROKER);
  }
}

const DATABASE = [
  'No database was found. Do one of these and try again:',
  '  - install MariaDB 10.6 or newer so that mariadbd and mariadb-install-db are on the PATH',
  '      Debian, Ubuntu:  sudo apt-get install --no-install-recommends mariadb-server',
  '      Fedora:          sudo dnf install mariadb-server',
  '      macOS:           brew install mariadb',
  '  - or start Docker or Podman (the docker or podman command must answer)',
  '  - or set REDRESS_DATABASE_URL=mysql://user:password@host:3306 of a MySQL-compatible server',
].join('\n');

const BROKER = [
  'No NATS server was found. Do one of these and try again:',
  '  - put nats-server 2.10 or newer on the PATH',
  '      Debian 13, Ubuntu 25.04:  sudo apt-get install nats-server',
  '      macOS:                    brew install nats-server',
  '      otherwise:                the release archive of the nats-server project for your system',
  '  - or start Docker or Podman (the docker or podman command must answer)',
  '  - or set REDRESS_NATS_URL=nats://host:4222 of a server with JetStream',
].join('\n');
