// TEMPORARY loader
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
const dir = fileURLToPath(new URL('../../frameworks/skillmap', import.meta.url))
export function loadFramework(_name: string): any {
  const fw = parse(readFileSync(join(dir, 'framework.yaml'), 'utf8'))
  const roles = parse(readFileSync(join(dir, 'roles.yaml'), 'utf8')).roles.map((r: any) => ({ tags: [], preset: false, ...r, ...(r.must_haves ? { mustHaves: r.must_haves } : {}) }))
  const mv = parse(readFileSync(join(dir, 'moves.yaml'), 'utf8'))
  const expectations: any = {}
  for (const line of readFileSync(join(dir, 'expectations.csv'), 'utf8').trim().split('\n').slice(1)) {
    const [role, skill, level, weight] = line.split(',') as [string, string, string, string]
    expectations[role] ??= {}
    if (+level) expectations[role][skill] = { level: +level, weight: +weight }
  }
  const order = readFileSync(join(dir, 'expectations.csv'), 'utf8').trim().split('\n').slice(1).map((l) => l.split(',')[1]!)
  const skills = readdirSync(join(dir, 'skills')).filter((f) => /^[a-z-]+\.md$/.test(f)).map((f) => {
    const text = readFileSync(join(dir, 'skills', f), 'utf8')
    const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)!
    const d = parse(front!)
    const anchors = [...body!.matchAll(/^## Level (\d)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map((m) => {
      const sec = (h: string) => [...(new RegExp(`### ${h}\\n([\\s\\S]*?)(?=^### |$(?![\\s\\S]))`, 'm').exec(m[2]!)?.[1] ?? '').matchAll(/^- \[([a-z-]+)\] (.*)$/gm)].map((x) => ({ id: x[1], text: x[2] }))
      return { level: +m[1]!, behaviours: sec('A colleague can see'), practices: [...sec('To reach the next level'), ...sec('To stay here')], reading: [] }
    })
    return { id: f.slice(0, -3), name: d.name, kind: d.kind ?? 'unknown', group: d.group, definition: '', confusedWith: [], phrases: [], prerequisites: d.prerequisites ?? [], weeks: (d.weeks ?? []).map((w: any) => ({ upTo: w.up_to, low: w.low, high: w.high })), ...(d.observability ? { observability: d.observability } : {}), access: d.access ?? 'open', private: d.private ?? false, ...(d['first-when-below'] ? { firstWhenBelow: d['first-when-below'] } : {}), anchors }
  }).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  return { ...fw, practiceHoursPerWeek: 1, groups: fw.groups, roles, moves: mv.moves.map((m: any) => m), stay: { changes: '', hard: '', ...mv.stay }, skills, expectations, weekParts: fw.week, kinds: fw.kinds, assumptions: [], layout: {}, equivalences: [] }
}
