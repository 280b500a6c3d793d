// The arrows of the house: what may import what is data in tools/tidy/matrix.ts, and tools/tidy/guards.test.ts
// builds a small house that breaks every rule once.
import { buildArrows } from './tools/tidy/build-arrows.ts';

export default {
  forbidden: buildArrows(process.cwd()),
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own output: most libraries live in a dist/ too, and must be seen.
    exclude: { path: '^((apps|packages)/[^/]+|tools|e2e)/(dist|\\.turbo)/|^tools/node/' },
    // Types count as arrows too: an import that only the compiler sees still tells what a file knows.
    tsPreCompilationDeps: true,
    // Below this the packages' own "exports" lead to their sources, as Node and Vite read them.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'module', 'types', 'default'],
      extensions: ['.ts', '.vue', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
