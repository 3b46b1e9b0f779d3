// skillmap seed: an invented organisation of any size in an empty database, for measuring.
import { type Command, CommandFailure, printJson, textOption, UsageFailure } from '../command.ts'

const RATINGS_EACH = 50
const TEAMS_HANDING_OVER = 200

export const seed: Command = {
  name: 'seed',
  summary: 'Write an invented organisation of any size into an empty database, for measuring',
  usage: 'skillmap seed --people <n>',
  about:
    'Writes people, teams, an organisation chart and about fifty ratings each into the database that DATABASE_URL or SKILLMAP_DATA names. Refuses one that holds an organisation already.',
  options: { '--people <n>': 'How many people; 100000 takes some minutes and a few gigabytes.' },
  examples: ['DATABASE_URL=postgres://… skillmap seed --people 100000'],
  parse: { people: { type: 'string' } },
  positionals: [0, 0],
  async run(given, terminal) {
    const text = textOption(given, 'people') ?? ''
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageFailure('--people takes a number from 1 to 9999999.')
    const people = Number(text)
    const [{ openServices }, { seedOrganisation }, { dataFolder }, { builtInFolder }] = await Promise.all([
      import('../../server/open-services.ts'),
      import('../../store/seed-organisation.ts'),
      import('../../store/engine/data-folder.ts'),
      import('../built-in.ts'),
    ])
    const databaseUrl = terminal.env.DATABASE_URL ?? ''
    const services = await openServices({
      dataDir: dataFolder(terminal.env),
      ...(databaseUrl === '' ? {} : { databaseUrl }),
      frameworkRoot: builtInFolder,
      now: () => new Date(),
      team: {},
    })
    try {
      const orgId = services.teamOrgId
      if (orgId === null) throw new Error('An organisation was asked for.')
      const size = { people, ratingsEach: RATINGS_EACH, teamsHandingOver: TEAMS_HANDING_OVER }
      const what = { orgId, ...services.current, size }
      await seedOrganisation(services.store, what, (done) => {
        if (done % 5000 === 0 || done === people) terminal.err(`${done} of ${people} people`)
      }).catch((error: unknown) => {
        throw new CommandFailure(error instanceof Error ? error.message : String(error))
      })
      if (given.json) return printJson(terminal, { orgId, people })
      terminal.out(`An invented organisation of ${people} people is there.`)
    } finally {
      await services.store.close()
    }
  },
}
