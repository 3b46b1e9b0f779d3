// A tiny copy of the house in a folder of its own, where a guard can be shown a violation.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const rooms = ['core', 'store', 'server', 'cli', 'web', 'site']

/** What a guard said of a planted project: `passed` is false where it found something. */
export interface Verdict {
  passed: boolean
  output: string
}

function copyHouse(folder: string): void {
  cpSync(join(projectRoot, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  cpSync(join(projectRoot, 'package.json'), join(folder, 'package.json'))
  cpSync(join(projectRoot, 'lint'), join(folder, 'lint'), { recursive: true })
  const biome = JSON.parse(readFileSync(join(projectRoot, 'biome.json'), 'utf8'))
  biome.vcs = { enabled: false }
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(biome))
  for (const room of rooms) {
    mkdirSync(join(folder, 'src', room), { recursive: true })
    cpSync(join(projectRoot, 'src', room, 'tsconfig.json'), join(folder, 'src', room, 'tsconfig.json'))
    writeFileSync(join(folder, 'src', room, `${room}-stone.ts`), `export const ${room}Stone = '${room}'\n`)
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
}

/** Runs `use` in a copy of the house that holds the given files, and removes it afterwards. */
export function withPlanted<T>(files: Record<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'skillmap-guard-'))
  try {
    copyHouse(folder)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(folder: string, script: string, arguments_: string[]): Verdict {
  const result = spawnSync(process.execPath, [join(projectRoot, 'node_modules', script), ...arguments_], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { passed: result.status === 0, output: `${result.stdout}${result.stderr}` }
}

/** The compiler's verdict on one room and everything that room refers to. */
export function compileRoom(folder: string, room: string): Verdict {
  return run(folder, 'typescript/bin/tsc', ['-b', join('src', room)])
}

/** The linter's verdict on one file. */
export function lintFile(folder: string, path: string): Verdict {
  return run(folder, '@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', path])
}
