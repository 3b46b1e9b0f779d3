// Runs steps in lanes beside each other: each step is told whole when it has ended, so that nothing is mixed.
import { spawn } from 'node:child_process'
import { projectRoot } from './bootstrap.mjs'

/** How often the running line is drawn again, in milliseconds. */
const REDRAW = 1000

/**
 * Runs Node on a script. Live, its words go straight to the terminal; otherwise they are kept and come back as
 * `output`. A process that was killed has code 1.
 */
export function runNode(arguments_, { live = false, environment = {} } = {}) {
  return new Promise((resolve) => {
    const words = live ? 'inherit' : 'pipe'
    const child = spawn(process.execPath, arguments_, {
      cwd: projectRoot,
      stdio: ['ignore', words, words],
      env: { ...process.env, ...environment },
    })
    const parts = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => parts.push(part))
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8').trimEnd() }),
    )
  })
}

const seconds = (since) => `${Math.round((performance.now() - since) / 1000)} s`

/** One line at the foot of a terminal that says what runs now; nothing where the words go into a file. */
function runningLine() {
  const running = new Map()
  const clear = () => process.stdout.isTTY && process.stdout.write('\r\x1b[2K')
  const draw = () => {
    if (!process.stdout.isTTY || running.size === 0) return
    clear()
    const told = [...running].map(([title, since]) => `${title} (${seconds(since)})`).join(' · ')
    process.stdout.write(`      … ${told}`.slice(0, (process.stdout.columns ?? 80) - 1))
  }
  const timer = setInterval(draw, REDRAW)
  timer.unref()
  return {
    begin(title) {
      running.set(title, performance.now())
      draw()
    },
    end(title) {
      running.delete(title)
      clear()
    },
    draw,
    stop: () => clearInterval(timer),
  }
}

/**
 * Runs the steps of each lane in order and the lanes side by side. A step is `{ title, run }`; `run` gives back
 * `{ passed, output }`. Each is told by `print` and its output once it has ended.
 */
export async function runLanes(lanes, print) {
  const line = runningLine()
  const runLane = async (lane) => {
    for (const step of lane) {
      line.begin(step.title)
      const since = performance.now()
      const { passed, output } = await step.run({ live: false })
      line.end(step.title)
      print(`${step.title}: ${passed ? 'passed' : 'failed'}, ${seconds(since)}`)
      if (output) console.log(output.replaceAll(/^/gm, '      '))
      line.draw()
    }
  }
  await Promise.all(lanes.map(runLane))
  line.stop()
}
