import { join } from 'node:path';
import { graphFiles } from './graph-files';
import { reviewGraph } from './review-graph';

describe('the committed graph', () => {
  it('is what the schemas of the services compose to, and breaks no client', async () => {
    expect(await reviewGraph(graphFiles(join(__dirname, '..', '..', '..')), { write: false })).toEqual([]);
  });
});
