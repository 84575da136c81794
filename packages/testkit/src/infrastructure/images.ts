/** The images of the containers, in full, since podman guesses no registry; a site without the public one names its own. */
export const IMAGES = {
  mariadb: process.env['REDRESS_MARIADB_IMAGE'] ?? 'docker.io/library/mariadb:11.4',
  nats: process.env['REDRESS_NATS_IMAGE'] ?? 'docker.io/library/nats:2.11',
};
