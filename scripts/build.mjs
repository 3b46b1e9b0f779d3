// Builds what is stale: the rooms with the TypeScript compiler, the pages with Vite, the database template.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BESIDE_RESULTS, projectRoot } from './bootstrap.mjs'

const buildFolder = join(projectRoot, 'build')
const packageBinary = (name, file) => join(projectRoot, 'node_modules', name, file)

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** Several parts are made of the same files, and each file is read once. */
const fileHashes = new Map()

function hashOfFile(path) {
  const known = fileHashes.get(path) ?? createHash('sha256').update(readFileSync(path)).digest('hex')
  fileHashes.set(path, known)
  return known
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${relative(projectRoot, path)}\0${hashOfFile(path)}\0`)
  return hash.digest('hex')
}

function run(command, arguments_) {
  const result = spawnSync(command, arguments_, { cwd: projectRoot, stdio: BESIDE_RESULTS })
  if (result.status !== 0) {
    console.error(`Building stopped: ${relative(projectRoot, arguments_[0])} failed.`)
    process.exit(1)
  }
}

function buildRooms() {
  run(process.execPath, [packageBinary('typescript', 'bin/tsc'), '-b', 'src/cli'])
  // What the compiler leaves: files that the program reads when it runs.
  for (const folder of [join('store', 'migrations'), join('core', 'decode', 'model')])
    cpSync(join(projectRoot, 'src', folder), join(buildFolder, folder), { recursive: true })
}

function buildPages() {
  const vite = packageBinary('vite', 'bin/vite.js')
  run(process.execPath, [vite, 'build', '--logLevel', 'warn'])
  run(process.execPath, [vite, 'build', '--logLevel', 'warn', '--config', 'vite.sign-in.config.ts'])
}

function buildSite() {
  run(process.execPath, [join(projectRoot, 'scripts', 'build-site.mjs')])
}

function buildTemplate() {
  run(process.execPath, [
    join(buildFolder, 'store', 'make-template.js'),
    join(buildFolder, 'template.tar.gz'),
  ])
}

const source = (...rooms) => rooms.flatMap((room) => filesBelow(join(projectRoot, 'src', room)))
const shared = ['package-lock.json', 'tsconfig.base.json'].map((file) => join(projectRoot, file))

const VITE_CONFIGS = ['vite.config.ts', 'vite.sign-in.config.ts'].map((file) => join(projectRoot, file))

/** The parts of a build, in order; each is made again only where one of its inputs changed. */
const parts = [
  {
    name: 'rooms',
    say: 'Compiling',
    inputs: () => source('core', 'store', 'server', 'cli'),
    make: buildRooms,
  },
  {
    name: 'pages',
    say: 'Building the pages',
    inputs: () => [...source('core', 'web'), ...VITE_CONFIGS],
    make: buildPages,
  },
  {
    name: 'site',
    say: 'Building what publishing needs',
    inputs: () => [...source('core', 'web', 'site'), join(projectRoot, 'scripts', 'build-site.mjs')],
    make: buildSite,
  },
  {
    name: 'template',
    say: 'Preparing an empty database',
    inputs: () => filesBelow(join(projectRoot, 'src', 'store')),
    make: buildTemplate,
  },
]

/** The parts that are stale, with the hash that makes them fresh. */
export function staleParts() {
  return parts.flatMap((part) => {
    const hash = hashOf([...shared, ...part.inputs()])
    const stamp = join(buildFolder, `.${part.name}`)
    const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
    return fresh ? [] : [{ ...part, hash, stamp }]
  })
}

/** Builds the given stale parts, telling each by `print`. */
export function buildParts(stale, print) {
  mkdirSync(buildFolder, { recursive: true })
  for (const part of stale) {
    print(part.say)
    part.make()
    writeFileSync(part.stamp, part.hash)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildParts(staleParts(), (what) => console.log(what))
