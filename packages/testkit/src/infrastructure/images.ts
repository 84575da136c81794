/** The images of the containers; a site without the public registry names its own. */
export const IMAGES = {
  mariadb: process.env['REDRESS_MARIADB_IMAGE'] ?? 'mariadb:11.4',
  nats: process.env['REDRESS_NATS_IMAGE'] ?? 'nats:2.11',
};
