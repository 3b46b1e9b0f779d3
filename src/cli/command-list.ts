// Every command, loaded only when it is used, so that the others cost no time.
import type { Command } from './command.ts'

export const commandList = {
  start: async () => (await import('./commands/start.ts')).start,
  open: async () => (await import('./commands/open.ts')).open,
  assess: async () => (await import('./commands/assess.ts')).assess,
  focus: async () => (await import('./commands/focus.ts')).focusCommand,
  search: async () => (await import('./commands/search.ts')).search,
  decode: async () => (await import('./commands/decode.ts')).decodeCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  levels: async () => (await import('./commands/levels.ts')).levelsCommand,
  progress: async () => (await import('./commands/progress.ts')).progressCommand,
  log: async () => (await import('./commands/log.ts')).log,
  journal: async () => (await import('./commands/journal.ts')).journal,
  forecast: async () => (await import('./commands/forecast.ts')).forecastCommand,
  told: async () => (await import('./commands/told.ts')).toldCommand,
  role: async () => (await import('./commands/role.ts')).role,
  skill: async () => (await import('./commands/skill.ts')).skill,
  move: async () => (await import('./commands/move.ts')).move,
  route: async () => (await import('./commands/route.ts')).route,
  compare: async () => (await import('./commands/compare.ts')).compare,
  frameworks: async () => (await import('./commands/frameworks.ts')).frameworks,
  use: async () => (await import('./commands/use.ts')).use,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  'export-framework': async () => (await import('./commands/export-framework.ts')).exportFrameworkCommand,
  publish: async () => (await import('./commands/publish.ts')).publish,
  import: async () => (await import('./commands/import.ts')).importCommand,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  diff: async () => (await import('./commands/diff.ts')).diff,
  lint: async () => (await import('./commands/lint.ts')).lint,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  key: async () => (await import('./commands/key.ts')).key,
  erase: async () => (await import('./commands/erase.ts')).erase,
} as const satisfies Record<string, () => Promise<Command>>

export const commandNames = Object.keys(commandList)
