// The health check of a container: exit code 0 when the program's operations port says that it is ready.
import { get } from 'node:http';

const port = process.env.OPERATIONS_PORT ?? process.env.PORT;
get({ host: '127.0.0.1', port, path: '/ready', timeout: 4_000 }, (response) => {
  process.exit(response.statusCode === 200 ? 0 : 1);
})
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
