import './workers';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import { fetcher, PLACEHOLDER } from './fetcher';
import './page.css';
import { READY_QUERIES_PLUGIN } from './ready-queries';

// `#token=…` in the address fills the header in, so that a start-up message can link to a page that works at once.
const given = new URLSearchParams(location.hash.slice(1)).get('token');
const headers = JSON.stringify({ authorization: `Bearer ${given ?? PLACEHOLDER}`, 'accept-language': 'en' }, null, 2);

const WELCOME = `# The graph of Redress. Paste an access token into the headers below ("Headers"),
# choose a ready query on the left, or write one: every field is described in the documentation.
{
  __typename
}
`;

createRoot(document.getElementById('explorer')).render(
  <GraphiQL
    fetcher={fetcher}
    defaultQuery={WELCOME}
    defaultHeaders={headers}
    defaultEditorToolsVisibility="headers"
    initialHeaders={headers}
    plugins={[READY_QUERIES_PLUGIN]}
    visiblePlugin={READY_QUERIES_PLUGIN}
  >
    <GraphiQL.Logo>
      <span className="redress-logo">Redress</span>
    </GraphiQL.Logo>
  </GraphiQL>,
);
