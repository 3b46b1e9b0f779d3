// How long lint takes: the command on the built-in framework and on ten thousand behaviours, and a skill while typing.
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, projectRoot } from './running-server.ts'

const builtIn = join(projectRoot, 'frameworks/skillmap')
const RUNS = 5
const MANY = 10_000
/** Four at each of five levels. */
const PER_SKILL = 20

/** Whole commands, from typing it to the last line, in seconds; typing in milliseconds. */
export async function measureLint(): Promise<Figure[]> {
  const whole = Array.from({ length: RUNS }, () => lintSeconds(builtIn))
  const large = freshFolder()
  writeManyBehaviours(large.path)
  const many = lintSeconds(large.path)
  large.remove()
  return [
    {
      name: 'skillmap lint, built-in framework',
      value: percentile(whole, 0.5),
      unit: 's',
      target: 1,
      note: `median of ${RUNS}, with the start of the program`,
    },
    { name: `skillmap lint, ${MANY} behaviours`, value: many, unit: 's', target: 10, note: 'one run' },
    {
      name: 'judging one skill while typing',
      value: await typingMs(),
      unit: 'ms',
      target: 50,
      note: `median of ${RUNS} skills of the built-in framework`,
    },
  ]
}

function lintSeconds(folder: string): number {
  const start = performance.now()
  execFileSync(process.execPath, [join(projectRoot, 'bin/skillmap.mjs'), 'lint', folder, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 30,
  })
  return (performance.now() - start) / 1000
}

interface Judging {
  judgeSkill(framework: Framework, skill: string): unknown[]
}

interface Framework {
  skills: Skill[]
}

interface Skill {
  id: string
  anchors: { behaviours: { id: string; text: string }[] }[]
}

/** The program's own modules, as they are built; the bench is compiled apart from them. */
async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../${path}`, import.meta.url).href)) as Module
}

async function typingMs(): Promise<number> {
  const { readFrameworkFolder } = await built<{
    readFrameworkFolder(files: { path: string; text: string }[]): { framework: Framework | null }
  }>('core/framework/read-folder.js')
  const { judgeSkill } = await built<Judging>('core/judging/judge-framework.js')
  const files = readdirSync(builtIn, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yaml|csv|md)$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(builtIn, path), 'utf8') }))
  const { framework } = readFrameworkFolder(files)
  if (framework === null) throw new Error('The built-in framework cannot be read.')
  const times = framework.skills.slice(0, RUNS).map((skill) => {
    const typed = withTypedWord(framework, skill)
    const start = performance.now()
    judgeSkill(typed, skill.id)
    return performance.now() - start
  })
  return percentile(times, 0.5)
}

function withTypedWord(framework: Framework, skill: Skill): Framework {
  const anchors = skill.anchors.map((anchor) => ({
    ...anchor,
    behaviours: anchor.behaviours.map(({ id, text }) => ({ id, text: `${text} typed` })),
  }))
  return {
    ...framework,
    skills: framework.skills.map((one) => (one === skill ? { ...skill, anchors } : one)),
  }
}

/** The built-in framework's head, with skills whose sentences take their words from its own. */
function writeManyBehaviours(folder: string): void {
  cpSync(builtIn, folder, { recursive: true })
  const skills = join(folder, 'skills')
  const words = readdirSync(skills)
    .flatMap((name) => readFileSync(join(skills, name), 'utf8').match(/^- \[[a-z0-9-]+\] .*$/gm) ?? [])
    .flatMap((line) => line.replace(/^- \[.*?\] /, '').split(' '))
  const next = mulberry32(20)
  const sentence = () => Array.from({ length: 15 }, () => words[Math.floor(next() * words.length)]).join(' ')
  const group = /^group: .*$/m.exec(readFileSync(join(skills, 'delegation.md'), 'utf8'))?.[0] ?? ''
  for (let skill = 0; skill < MANY / PER_SKILL; skill++) {
    const levels = [1, 2, 3, 4, 5].map((level) => {
      const entries = [1, 2, 3, 4].map((number) => `- [b-${level}-${number}] ${sentence()}`)
      return `## Level ${level}\n\n### A colleague can see\n\n${entries.join('\n')}\n`
    })
    const head = `---\nname: Skill ${skill}\n${group}\n---\n\nA skill.\n\n`
    writeFileSync(join(skills, `made-up-${skill}.md`), head + levels.join('\n'))
  }
}

/** Numbers from 0 to 1, the same in every run: Tommy Ettinger's mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
