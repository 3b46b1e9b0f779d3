// How long a packet of two hundred entries takes: from the sealed records to every form in which it is handed in.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DECODER_FILE, openDecoder } from '#build/core/decode/decoder-model.js'
import { readFeedback } from '#build/core/decode/read-feedback.js'
import type { Framework as WholeFramework } from '#build/core/framework/framework.js'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, projectRoot, type RunningServer, startServerProcess } from './running-server.ts'

const entries = 200
const rounds = 20
const sentence = 'I agreed with three teams on one plan, and outages fell from 12 to 3 a quarter. '
const questions = Array.from({ length: 20 }, (_, number) => `How did you work with others on plan ${number}?`)

interface Framework {
  skills: { id: string; private: boolean }[]
}
interface PacketContent {
  sections: { items: unknown[] }[]
}

const built = <Module>(file: string): Promise<Module> =>
  import(join(projectRoot, 'build', 'core', 'packet', file)) as Promise<Module>

/** The slowest of twenty in a hundred, in milliseconds. */
export async function measurePacket(): Promise<Figure[]> {
  const folder = freshFolder()
  const server = await startServerProcess(folder.path)
  try {
    const call = caller(server)
    const me = (await call('GET', '/api/me')) as { framework: { digest: string } }
    const framework = (await call('GET', `/api/frameworks/${me.framework.digest}`)) as Framework
    const skills = framework.skills.filter((skill) => !skill.private).map(({ id }) => id)
    for (let number = 0; number < entries; number += 1)
      await writeEntry(call, me.framework.digest, skills, number)
    const day = new Date().toISOString().slice(0, 10)
    const asked = `/api/packet-arranged?purpose=promotion&role=staff-engineer&from=2020-01-01&until=${day}`
    const arrange = async () => ((await call('GET', asked)) as { content: PacketContent }).content
    const content = await arrange()
    const write = await writerOf(framework, content)
    const arranged = await timed(arrange)
    const written = await timed(async () => write())
    const items = content.sections.reduce((sum, section) => sum + section.items.length, 0)
    const note = `${entries} entries, ${items} places, 95th percentile of ${rounds}`
    return [
      { name: 'packet, arranged over HTTP', value: arranged, unit: 'ms', target: 500, note },
      {
        name: 'packet, four readers and 20 questions',
        value: written,
        unit: 'ms',
        target: 500,
        note: 'Markdown and HTML of each',
      },
    ]
  } finally {
    await server.stop()
    folder.remove()
  }
}

async function writerOf(framework: Framework, content: PacketContent): Promise<() => number> {
  type Write = (framework: Framework, content: PacketContent, of: unknown) => unknown
  const { AUDIENCES, writePacket } = await built<{ AUDIENCES: string[]; writePacket: Write }>(
    'write-packet.js',
  )
  const { documentMarkdown } = await built<{ documentMarkdown: (document: unknown) => string }>(
    'document-markdown.js',
  )
  const { documentHtml } = await built<{ documentHtml: (document: unknown) => string }>('document-html.js')
  const { arrangeAnswers } = await built<{
    arrangeAnswers: (
      framework: Framework,
      sections: unknown[],
      questions: string[],
      read: (text: string) => unknown[],
    ) => unknown[]
  }>('arrange-answers.js')
  const model = openDecoder(readFileSync(join(projectRoot, DECODER_FILE), 'utf8'))
  if (!model.ok) throw new Error(model.failure)
  const read = (text: string) => readFeedback(model.value, framework as unknown as WholeFramework, text)
  return () => {
    const texts = AUDIENCES.flatMap((audience) => {
      const document = writePacket(framework, content, { audience, name: null })
      return [documentMarkdown(document), documentHtml(document)]
    })
    return texts.join('').length + arrangeAnswers(framework, content.sections, questions, read).length
  }
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>

function caller({ url, secret }: RunningServer): Call {
  return async (method, path, body) => {
    const reply = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'if-none-match': '*' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`)
    return reply.json()
  }
}

function writeEntry(
  call: Call,
  frameworkDigest: string,
  skills: readonly string[],
  number: number,
): Promise<unknown> {
  const skill = (step: number) => ({
    skill: skills[(number + step) % skills.length] ?? '',
    level: 4,
    behaviours: [],
    note: '',
  })
  return call('PUT', `/api/evidence/${randomUUID()}`, {
    revisionId: randomUUID(),
    frameworkDigest,
    happenedOn: new Date(Date.now() - number * 86_400_000).toISOString().slice(0, 10),
    text: `Entry ${number}. ${sentence.repeat(8)}`,
    skills: [skill(0), skill(7)],
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return percentile(times, 0.95)
}
