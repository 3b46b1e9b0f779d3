// skillmap forecast: when the milestones of your plan may be reached, and how well earlier dates have held.
import type { ForecastRecord } from '../../core/forecast/forecast-record.ts'
import type { Honesty } from '../../core/forecast/honesty.ts'
import type { KeptForecast } from '../../core/forecast/kept-forecast.ts'
import { recordWords } from '../../core/forecast/record-words.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { counted, inSentence } from '../../core/planning/plain-words.ts'
import { type Command, CommandFailure, type Given, printJson } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE } from '../framework-named.ts'
import { forecastKept, type GrowthData, withGrowth } from '../growth-data.ts'
import { bullets, heading, paragraph, remark, table } from '../layout.ts'
import { withDate } from '../show-plan.ts'
import type { Terminal } from '../terminal.ts'

export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'When your plan may be reached, and how well earlier dates have held',
  usage: 'skillmap forecast [--score] [--framework <id>]',
  about:
    'Takes the plan that you keep, your levels of today and what you reported, and says when half and four in five of people like this would be there. What is said is kept, so that it can be held against what comes.',
  options: { '--score': 'How earlier forecasts did, from ten known outcomes on.', ...FRAMEWORK_OPTION },
  examples: ['skillmap forecast', 'skillmap forecast --score', 'skillmap forecast --json'],
  parse: { score: { type: 'boolean' }, ...FRAMEWORK_PARSE },
  positionals: [0, 0],
  async run(given, terminal) {
    await withGrowth(given, terminal, async ({ connection, framework, which, state }) => {
      if (given.values.score === true) return printRecord(given, terminal, { connection, which })
      if (state.kept === null) throw new CommandFailure('You keep no plan yet: skillmap plan makes one.')
      const made = await forecastKept(connection, state.kept.revisionId)
      const path = `/api/forecasts${which}`
      const { body } = await connection.call<{ forecasts: KeptForecast[]; honesty: Honesty }>('GET', path)
      if (given.json) return printJson(terminal, { ...made, past: body.forecasts })
      for (const { role, words } of made.forecasts) {
        heading(terminal, `When: ${inSentence(findRole(framework, role)?.name ?? role, framework.language)}`)
        bullets(
          terminal,
          words.map(({ sentence, dateMost }) => withDate(sentence, dateMost)),
        )
      }
      if (made.moved.length > 0) heading(terminal, 'What moved since the last time')
      bullets(terminal, made.moved)
      terminal.out('')
      const learned = made.forecasts[0]?.learnedFrom ?? 0
      if (learned > 0)
        remark(
          terminal,
          `Your own pace counts: ${counted(learned, 'step or week', 'steps and weeks')} are known.`,
        )
      remark(terminal, made.honesty.sentence)
    })
  },
}

async function printRecord(
  given: Given,
  terminal: Terminal,
  { connection, which }: Pick<GrowthData, 'connection' | 'which'>,
): Promise<void> {
  const { body: record } = await connection.call<ForecastRecord>('GET', `/api/forecast-record${which}`)
  if (given.json) return printJson(terminal, record)
  for (const sentence of recordWords(record)) paragraph(terminal, sentence)
  if (record.score === null) return
  heading(terminal, 'Where outcomes fell in their forecast')
  const rows = record.score.pit.map((count, tenth) => [
    `${10 * tenth} to ${10 * (tenth + 1)} %`,
    String(count),
  ])
  table(terminal, ['Part of the forecast', 'Outcomes'], rows)
}
