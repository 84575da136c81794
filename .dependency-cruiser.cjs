const PURE = '\\.(model|transitions|rules|errors|events|decide)\\.ts$';
const EDGE_IN = '\\.(resolver|reference|consumer|listener|job)\\.ts$';
const ADAPTER = '-(mysql|memory|http)\\.ts$';
/** Where a service keeps what only its tests need: the bench as a whole, and what a capability adds to it. */
const BENCH = '/(test-bench|testing)/';
const TEST = '\\.(test|contract)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'must-resolve',
      severity: 'error',
      comment: 'An unresolved import hides from every deny rule and from cycle detection.',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'service-is-not-a-library',
      severity: 'error',
      comment: 'Talk to another service through packages/contracts or the graph.',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'packages-never-import-services',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|gateway)/' },
    },
    {
      name: 'gateway-knows-no-service',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^services/' },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^packages/kernel/', pathNot: TEST },
      to: { pathNot: '^packages/kernel/' },
    },
    {
      name: 'package-only-through-index',
      severity: 'error',
      comment: 'What a package offers stands in its index.ts.',
      from: { path: '^(packages|services|gateway|test)/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/src/',
        pathNot: ['^packages/$2/', '^packages/[^/]+/src/index\\.ts$', '^packages/[^/]+/src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'No clock, ids, input or output, or ports in a decision; pass them in. Luxon only computes.',
      from: { path: '^services/.*' + PURE },
      to: { pathNot: [PURE, '\\.command\\.ts$', '^packages/(kernel|contracts|regulations)/', 'node_modules/luxon/'] },
    },
    {
      name: 'handler-knows-no-edge',
      severity: 'error',
      from: { path: '\\.(handler|command)\\.ts$' },
      to: {
        path: [
          '\\.(resolver|reference|loader|gql|consumer|listener|job|row|mapper|query)\\.ts$',
          ADAPTER,
          'node_modules/(typeorm|type-graphql|nats|@nats-io|@apollo)/',
        ],
      },
    },
    {
      name: 'query-does-not-load-the-write-model',
      severity: 'error',
      from: { path: '\\.(query|loader)\\.ts$' },
      to: { path: ['\\.(repository|decide|handler|mapper)\\.ts$', ADAPTER] },
    },
    {
      name: 'edge-in-knows-no-decision-and-no-adapter',
      severity: 'error',
      from: { path: '^services/.*' + EDGE_IN },
      to: { path: ['/adapters/', '\\.decide\\.ts$'] },
    },
    {
      name: 'rows-only-in-adapters-and-queries',
      severity: 'error',
      comment: 'A row is how a table looks; a decision must not.',
      from: {
        path: '^services/',
        pathNot: ['/adapters/', '\\.query\\.ts$', '/(composition-root|main)\\.ts$', BENCH, TEST],
      },
      to: { path: '\\.row\\.ts$' },
    },
    {
      name: 'adapters-wired-only-in-composition-root',
      severity: 'error',
      comment: 'A test bench wires what a test needs, as a composition root does; nothing that is shipped imports it.',
      from: { path: '^services/', pathNot: ['/composition-root\\.ts$', '/adapters/', BENCH, TEST] },
      to: { path: ADAPTER },
    },
    {
      name: 'test-bench-only-in-tests',
      severity: 'error',
      from: { path: '^services/', pathNot: [BENCH, TEST] },
      to: { path: BENCH },
    },
    {
      name: 'typeorm-only-where-sql-lives',
      severity: 'error',
      from: {
        path: '^(services|packages)/',
        pathNot: ['\\.(row|query)\\.ts$', '-mysql\\.ts$', '^packages/persistence/', '/migrations/'],
      },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'type-graphql-only-at-graphql-edge',
      severity: 'error',
      from: {
        path: '^(services|packages)/',
        pathNot: ['\\.(gql|resolver|reference)\\.ts$', '^packages/graphql-runtime/', '/composition-root\\.ts$'],
      },
      to: { path: 'node_modules/type-graphql/' },
    },
    {
      name: 'nats-only-in-messaging',
      severity: 'error',
      from: { path: '^(services|packages|gateway)/', pathNot: ['^packages/messaging/', TEST, BENCH] },
      to: { path: 'node_modules/(nats|@nats-io)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)(dist|node_modules/@types)/', '^gateway/explorer/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
