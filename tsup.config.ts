import { defineConfig, type Options } from 'tsup';
import { bundleReport } from './scripts/bundle-report.js';

const shared: Options = {
  format: 'esm',
  outDir: 'dist',
  splitting: true,
  // scripts/clean-dist.ts empties dist once; two configurations that clean would delete each other's files.
  clean: false,
  sourcemap: false,
};

export default defineConfig([
  {
    // The library. Dependencies stay imports. One graph for both entries, so that classes and caches exist once.
    ...shared,
    entry: { index: 'src/index.ts', node: 'src/node/index.ts' },
    platform: 'neutral',
    target: 'es2023',
    external: [/^node:/],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  {
    // The command and the batch worker: bundled with their dependencies and minified, because reading dozens of modules
    // is most of a cold start. harfbuzzjs finds its WebAssembly and tinypool its worker beside itself: they stay imports.
    ...shared,
    entry: { cli: 'src/cli/main.ts', worker: 'src/node/batch/worker.ts' },
    platform: 'node',
    target: 'node20',
    minify: true,
    noExternal: [/^(?!node:|harfbuzzjs|tinypool|hyphen\/patterns\/(?!en-us))/],
    // Hyphenation patterns are large and few packets want more than English.
    external: ['harfbuzzjs', 'tinypool', /^hyphen\/patterns\/(?!en-us)/],
    // CommonJS dependencies call require() for Node's own modules, which an ES module does not have.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    esbuildOptions(options) {
      options.chunkNames = 'command/[name]-[hash]';
      options.legalComments = 'none';
      // Its build for Node asks for an environment variable at every token, and cannot be stripped of what is not used.
      options.alias = { yaml: './node_modules/yaml/browser/dist/index.js' };
    },
    esbuildPlugins: [bundleReport({ entry: 'dist/cli.js', lazy: ['pdf-lib', 'harfbuzzjs', 'handlebars', 'marked'] })],
  },
]);
