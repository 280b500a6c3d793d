import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  compositionRoots,
  domainLibraries,
  folders,
  mayImport,
  mayImportInTests,
  mayImportTypes,
  testFiles,
  vendorFolders,
} from './matrix.ts';

/** A rule as dependency-cruiser takes it; the patterns are regular expressions on paths below the root. */
export interface Arrow {
  name: string;
  comment: string;
  severity: 'error';
  from: Record<string, unknown>;
  to: Record<string, unknown>;
}

const names = Object.keys(folders);
const inside = (name: string) => `^${folders[name]}/`;
const insideAny = (list: string[]) => `^(${list.map((name) => folders[name]).join('|')})/`;
const butNot = (allowed: string[]) => names.filter((name) => !allowed.includes(name));

/** The matrix as rules. `root` is where the workspaces lie; their package.json files say what they declare. */
export function buildArrows(root: string): Arrow[] {
  return [
    ...names.flatMap(floorRules),
    ...names.flatMap((name) => declarationRules(root, name)),
    ...vendorFolders.flatMap(vendorRules),
    ...domainRules(),
    ...houseRules(),
  ];
}

function forbid(
  name: string,
  comment: string,
  from: Record<string, unknown>,
  to: Record<string, unknown>,
): Arrow {
  return { name, comment, severity: 'error', from, to };
}

/** One rule for a floor's own code, one for its tests, and one for what it may know as a type only. */
function floorRules(name: string): Arrow[] {
  const types = mayImportTypes[name] ?? [];
  const own = [name, ...(mayImport[name] ?? []), ...types];
  const inTests = [...own, ...(mayImportInTests[name] ?? [])];
  return [
    forbid(
      `floor-${name}`,
      `${folders[name]} may import of ours: ${own.slice(1).join(', ') || 'nothing'}`,
      { path: inside(name), pathNot: testFiles },
      { path: insideAny(butNot(own)) },
    ),
    forbid(
      `floor-${name}-in-tests`,
      `the tests of ${folders[name]} may import of ours: ${inTests.slice(1).join(', ') || 'nothing'}`,
      { path: `${inside(name)}.*${testFiles}` },
      { path: insideAny(butNot(inTests)) },
    ),
    ...types.map((type) =>
      forbid(
        `types-only-${name}-${type}`,
        `${folders[name]} knows ${folders[type]} by its types alone: no server code may reach a browser`,
        { path: inside(name), pathNot: testFiles },
        { path: inside(type), dependencyTypesNot: ['type-only'] },
      ),
    ),
  ];
}

/** npm links every workspace, so an import that package.json does not name would resolve all the same. */
function declarationRules(root: string, name: string): Arrow[] {
  const manifest = readManifest(path.join(root, folders[name] ?? ''));
  const shipped = { ...manifest.dependencies, ...manifest.optionalDependencies };
  const known = { ...shipped, ...manifest.devDependencies };
  const undeclared = names.filter((each) => each !== name && !(`@kvitt/${each}` in known));
  const unshipped = names.filter((each) => each !== name && !(`@kvitt/${each}` in shipped));
  return [
    forbid(
      `declared-${name}`,
      `${folders[name]}/package.json does not name this workspace`,
      { path: inside(name) },
      { path: insideAny(undeclared) },
    ),
    forbid(
      `declared-to-ship-${name}`,
      `${folders[name]}/package.json names this workspace for development only`,
      { path: `${inside(name)}src/`, pathNot: testFiles },
      { path: insideAny(unshipped), dependencyTypesNot: ['type-only'] },
    ),
  ];
}

function vendorRules({
  floor,
  folder,
  library,
}: {
  floor: string;
  folder: string;
  library: string;
}): Arrow[] {
  return [
    forbid(
      `vendor-folder-${library}`,
      'only a composition root or a webhook chooses an adapter; everyone else speaks to the port',
      {
        pathNot: `${inside(floor)}|${compositionRoots}|${testFiles}|${insideAny(['testing', 'tools', 'e2e'])}`,
      },
      { path: `^${folder}/` },
    ),
    forbid(
      `vendor-library-${library}`,
      `the library ${library} stays in ${folder}, so that another vendor is one new folder`,
      { path: '^(apps|packages)/', pathNot: `^${folder}/|${testFiles}|${inside('sandbox')}` },
      { path: `/node_modules/(@types/)?${library}/|^node_modules/(@types/)?${library}/` },
    ),
  ];
}

function domainRules(): Arrow[] {
  const libraries = `(^|/)node_modules/(${domainLibraries.join('|')})/`;
  return [
    forbid(
      'domain-is-pure',
      `decisions do no input or output; their libraries are: ${domainLibraries.join(', ')}`,
      { path: `${inside('domain')}src/`, pathNot: testFiles },
      { pathNot: `${inside('domain')}|${libraries}`, couldNotResolve: false },
    ),
  ];
}

function houseRules(): Arrow[] {
  const nodeTests = {
    path: '^(apps|packages)/[^/]+/src/',
    pathNot: `${testFiles}|${insideAny(['testing', 'sandbox'])}`,
  };
  return [
    forbid('no-circle', 'whoever reads one file of a circle must read all of it', {}, { circular: true }),
    forbid(
      'features-apart',
      'a feature that needs another has found something for kit/',
      { path: '^apps/([^/]+)/src/features/([^/]+)/' },
      { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    ),
    forbid('no-test-in-code', 'code must not lean on a test', nodeTests, {
      path: `^(apps|packages)/.*${testFiles}`,
      pathNot: inside('testing'),
    }),
    forbid(
      'no-development-library-in-code',
      'the library is a development dependency and would be missing in production',
      {
        path: '^(apps/(api|worker)|packages/[^/]+)/src/',
        pathNot: `${testFiles}|${inside('testing')}|${inside('ui')}`,
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'declared-library',
      'the nearest package.json does not name this library',
      { path: '^(apps|packages|tools|e2e)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '(^|/)node_modules/@types/' },
    ),
    forbid(
      'resolvable',
      'this import leads nowhere',
      // The card fields' scripts run in a browser, and one of them is written by the server that hands it out.
      { path: '^(apps|packages|tools|e2e)/', pathNot: '^packages/sandbox/src/braintree/browser/assets/' },
      { couldNotResolve: true },
    ),
  ];
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}
