const { existsSync } = require('node:fs');
const { join } = require('node:path');

const packages =
  '{contracts,database,player-texts,case-management,knowledge-base,virtual-agent,discord-gateway,serverless,scripts}';

const shared = {
  rootDir: __dirname,
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'classic' } },
        },
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/', '/build/', '<rootDir>/deploy-tools/'],
};

/** What needs a Postgres, an emulator or a browser: the sandbox brings them. Without it the rest is still tested. */
const withSandbox = existsSync(join(__dirname, 'sandbox'))
  ? [
      {
        ...shared,
        displayName: 'database',
        testMatch: [`<rootDir>/${packages}/test/**/*.database.test.ts`, '<rootDir>/sandbox/test/**/*.database.test.ts'],
        globalSetup: '<rootDir>/sandbox/src/postgres/jest-global-setup.ts',
        globalTeardown: '<rootDir>/sandbox/src/postgres/jest-global-teardown.ts',
      },
      {
        ...shared,
        displayName: 'sandbox',
        testMatch: ['<rootDir>/sandbox/test/**/*.test.ts'],
        testPathIgnorePatterns: ['\\.database\\.test\\.ts$'],
        setupFilesAfterEnv: ['<rootDir>/sandbox/test/fail-on-unhandled.ts'],
      },
      {
        ...shared,
        displayName: 'scenarios',
        testMatch: ['<rootDir>/sandbox/scenarios/**/*.scenario.ts'],
        setupFilesAfterEnv: ['<rootDir>/sandbox/scenarios/watch-sandbox.ts'],
      },
    ]
  : [];

/** @type {import('jest').Config} */
module.exports = {
  // Nothing is asserted as wall time, and a busy machine takes several seconds to render what an idle one does in one.
  testTimeout: 20_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [`<rootDir>/${packages}/test/**/*.test.ts`],
      testPathIgnorePatterns: ['\\.database\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'plugin',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/plugin-discord-channel/test/**/*.test.ts?(x)'],
      setupFilesAfterEnv: ['<rootDir>/plugin-discord-channel/test/patient-queries.ts'],
    },
    ...withSandbox,
  ],
};
