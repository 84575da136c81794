const transform = {
  '^.+\\.(t|j)s$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
};

/** Packages that are published as ES modules only, which jest's CommonJS loader cannot require untransformed. */
const esModules = ['jose', 'graphql-sse', 'uuid', '@noble', '@marcbachmann/cel-js'];

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  transform,
  transformIgnorePatterns: [
    `/node_modules/(?!(\\.pnpm|${esModules.join('|')})/)`,
    `/node_modules/\\.pnpm/(?!(${esModules.map((name) => name.replace('/', '\\+')).join('|')})@)`,
  ],
  modulePathIgnorePatterns: ['/dist/', '/\\.redress/'],
  setupFiles: ['<rootDir>/packages/testkit/src/jest/end-async-storages.cjs'],
  clearMocks: true,
};

module.exports = {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{packages,services,gateway,test}/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '\\.integration\\.test\\.ts$',
        '<rootDir>/test/(end-to-end|faults|regulations)/',
      ],
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/{packages,services,gateway,test}/**/*.integration.test.ts'],
      globalSetup: '<rootDir>/packages/testkit/src/jest/global-setup.ts',
      globalTeardown: '<rootDir>/packages/testkit/src/jest/global-teardown.ts',
    },
    {
      ...base,
      displayName: 'end-to-end',
      testMatch: ['<rootDir>/test/{end-to-end,faults,regulations}/**/*.test.ts'],
      globalSetup: '<rootDir>/packages/testkit/src/jest/global-setup.ts',
      globalTeardown: '<rootDir>/packages/testkit/src/jest/global-teardown.ts',
    },
  ],
  testSequencer: '<rootDir>/packages/testkit/src/jest/longest-first.cjs',
  testTimeout: 60_000,
  // on a busy machine half a second is too short for a process to end, and says that tests leak something where none does
  workerGracefulExitTimeout: 30_000,
};
