import { defineConfig } from 'vitest/config';

const second = process.env.TEST_DATABASE_URL;

export default defineConfig({
  resolve: {
    // graphql 16 has no `exports`: Node takes index.js and vite would take index.mjs, a second copy.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-server.ts'],
        },
      },
      // The same store tests on a server that is not the embedded one, where there is one.
      ...(second
        ? [
            {
              extends: true as const,
              test: {
                name: 'second-postgres',
                include: ['tests/integration/**/*.test.ts'],
                globalSetup: ['tests/support/second-postgres.ts'],
              },
            },
          ]
        : []),
    ],
  },
});
