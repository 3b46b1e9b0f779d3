// Measures every figure and prints it beside its target.
import { measureApi } from './api-latency.ts'
import { measureCapture } from './capture.ts'
import { measureComposer } from './composer.ts'
import { measureDecode, measureDecodeCurve } from './decode.ts'
import { measureDecodeForeign } from './decode-foreign.ts'
import { measureDiff } from './diff-time.ts'
import { measureDrag } from './drag.ts'
import { measureEvidence } from './evidence.ts'
import { measureEvidenceProposals } from './evidence-proposals.ts'
import { type Figure, renderFigures } from './figure.ts'
import { measureFirstPage } from './first-page.ts'
import { measureForecast } from './forecast-simulation.ts'
import { measureImportChild } from './import-child.ts'
import { measureImport } from './import-speed.ts'
import { measureLint } from './lint-time.ts'
import { measureEngine } from './measurement.ts'
import { measureOnePerson } from './one-person.ts'
import { measureOpportunities } from './opportunities.ts'
import { measureOrganisationView } from './organisation-view.ts'
import { measurePacket } from './packet.ts'
import { measurePlan } from './plan.ts'
import { measurePlanPage } from './plan-page.ts'
import { measurePublishing } from './publish-time.ts'
import { measureSearch } from './search-time.ts'
import { measureStart } from './start-time.ts'
import { measureTeamLoad } from './team-load.ts'

const measurements: Record<string, () => Promise<Figure[]>> = {
  'import-child': measureImportChild,
  start: measureStart,
  'first-page': measureFirstPage,
  drag: measureDrag,
  api: measureApi,
  lint: measureLint,
  import: measureImport,
  search: measureSearch,
  evidence: measureEvidence,
  'evidence-proposals': measureEvidenceProposals,
  diff: measureDiff,
  plan: measurePlan,
  'plan-page': measurePlanPage,
  publish: measurePublishing,
  forecast: measureForecast,
  'one-person': measureOnePerson,
  measurement: measureEngine,
  decode: measureDecode,
  'decode-curve': measureDecodeCurve,
  'decode-foreign': measureDecodeForeign,
  capture: measureCapture,
  composer: measureComposer,
  packet: measurePacket,
  'organisation-view': measureOrganisationView,
  'team-load': measureTeamLoad,
  opportunities: measureOpportunities,
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in measurements))
if (unknown.length > 0) {
  console.error(
    `No figure is called ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}.`,
  )
  process.exit(2)
}
const figures: Figure[] = []
const broken: string[] = []
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`measuring ${name} …`)
  // All of them take most of an hour: each is told once it is known, and one that breaks leaves the others standing.
  try {
    const measured = await measure()
    figures.push(...measured)
    console.log(`${renderFigures(measured)}\n`)
  } catch (error) {
    broken.push(name)
    console.error(error)
  }
}
// One alone has been told already.
if (chosen.length !== 1) console.log(renderFigures(figures))
if (broken.length > 0) {
  console.error(`Not measured, for the reasons told above: ${broken.join(', ')}.`)
  process.exitCode = 1
}
