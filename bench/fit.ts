// `npm run fit`: variance components, fixed effects and single modes of any table of crossed ratings.
import { parseArgs } from 'node:util'
import { type FitAnswer, type FitQuestion, FitRefusal, fitTable } from './crossed-table.ts'

const USAGE = `npm run fit -- ratings.csv --response y --crossed rater,person[,a:b …]
    --fixed service,…        categories whose levels are compared with their first
    --ml                     maximum likelihood instead of REML
    --ordinal                ordered responses (Laplace)
    --link probit|logit      of ordered responses; probit unless told
    --thresholds flexible|equidistant
    --json                   everything, modes with their SDs included, on one line`

function readQuestion(): { question: FitQuestion; json: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      response: { type: 'string' },
      crossed: { type: 'string' },
      fixed: { type: 'string' },
      ml: { type: 'boolean' },
      ordinal: { type: 'boolean' },
      link: { type: 'string', default: 'probit' },
      thresholds: { type: 'string', default: 'flexible' },
      json: { type: 'boolean' },
    },
  })
  const { link, thresholds } = values
  const [file] = positionals
  if (!file || !values.response || !values.crossed) throw new FitRefusal(USAGE)
  if (link !== 'probit' && link !== 'logit') throw new FitRefusal(USAGE)
  if (thresholds !== 'flexible' && thresholds !== 'equidistant') throw new FitRefusal(USAGE)
  const list = (text: string | undefined) => (text ? text.split(',').map((name) => name.trim()) : [])
  return {
    question: {
      file,
      response: values.response,
      crossed: list(values.crossed),
      fixed: list(values.fixed),
      method: values.ml ? 'ML' : 'REML',
      ordinal: values.ordinal ? { link, thresholds } : null,
    },
    json: values.json === true,
  }
}

function render(answer: FitAnswer): string {
  const figure = (value: number | null) => (value === null ? '–' : value.toPrecision(7))
  const dropped = answer.dropped > 0 ? `, ${answer.dropped} incomplete ones left out` : ''
  return [
    `${answer.rows} rows${dropped}; ${Object.entries(answer.levels)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `${answer.method}: ${answer.criterion.toFixed(4)}${answer.stoppedEarly ? ' (stopped early)' : ''}`,
    'Variances',
    ...Object.entries(answer.variances).map(
      ([name, value]) => `  ${name.padEnd(20)} ${figure(value)}  SD ${figure(Math.sqrt(value))}`,
    ),
    ...(answer.thresholds ? ['Thresholds'] : []),
    ...Object.entries(answer.thresholds ?? {}).map(
      ([name, value]) => `  ${name.padEnd(20)} ${figure(value)}`,
    ),
    'Fixed effects',
    ...answer.fixed.map(
      ({ name, estimate, standardError }) =>
        `  ${name.padEnd(20)} ${figure(estimate)}  SE ${figure(standardError)}`,
    ),
    `${answer.seconds.toFixed(2)} s, ${answer.iterations} iterations; ${answer.secondsToRead.toFixed(2)} s to read`,
  ].join('\n')
}

try {
  const { question, json } = readQuestion()
  const answer = fitTable(question)
  console.log(json ? JSON.stringify(answer) : render(answer))
} catch (error) {
  const isExpected = error instanceof FitRefusal || (error instanceof Error && 'code' in error)
  if (!isExpected) throw error
  console.error(error.message)
  process.exitCode = 2
}
