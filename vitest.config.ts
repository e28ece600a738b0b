import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['scripts/vitest-setup.ts'],
    setupFiles: ['test/support/random-seed.ts'],
    pool: 'threads',
    maxWorkers: 2,
    globals: false,
    // The code keeps no state that one test file could leave to another, and the fonts are parsed once per worker.
    isolate: false,
    // Loading the fonts and WebAssembly on a slow, shared machine takes longer than the default of five seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { include: ['src/**/*.ts'], exclude: ['src/**/*.d.ts', 'src/**/*.generated.ts'] },
  },
});
