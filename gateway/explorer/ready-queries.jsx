import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import documents from 'ready-documents';

const READERS = [...new Set(documents.map(({ reader }) => reader))];

function ReadyQueries() {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, headerEditor } = useGraphiQL(({ queryEditor, headerEditor }) => ({ queryEditor, headerEditor }));
  const open = (text) => {
    // A new tab begins with the default headers; the token that was pasted should not be asked for again.
    const headers = headerEditor?.getValue();
    addTab();
    queryEditor?.setValue(text);
    if (headers !== undefined) headerEditor.setValue(headers);
  };
  return (
    <section className="redress-ready" aria-label="Ready queries">
      <div className="graphiql-doc-explorer-title">Ready queries</div>
      {READERS.map((reader) => (
        <div key={reader}>
          <h3>For {reader}</h3>
          {documents
            .filter((document) => document.reader === reader)
            .map(({ title, text }) => (
              <button key={title} type="button" onClick={() => open(text)}>
                {title[0].toUpperCase() + title.slice(1)}
              </button>
            ))}
        </div>
      ))}
    </section>
  );
}

function ReadyQueriesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 3h14v18l-7-5-7 5z" />
    </svg>
  );
}

export const READY_QUERIES_PLUGIN = { title: 'Ready queries', icon: ReadyQueriesIcon, content: ReadyQueries };
