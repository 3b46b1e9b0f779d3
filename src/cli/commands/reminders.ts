// skillmap reminders: the calendar of one's reminders, as a file or at an address that a calendar program fetches.
import { type Command, printJson, UsageFailure } from '../command.ts'
import { connect } from '../connect.ts'
import { paragraph } from '../layout.ts'

export const reminders: Command = {
  name: 'reminders',
  summary: 'Your reminders as a calendar file, or as an address for a calendar program',
  usage: 'skillmap reminders [--link | --stop]',
  about:
    'Prints an iCalendar file: the week, a new quarter of your plan, your long view once a year. Which of them, and when, is chosen on the page /week. --link makes an address instead, which works on this computer only, while Skillmap runs; an earlier one stops working.',
  options: {
    '--link': 'Make an address to subscribe to, or a new one in its place. It is shown once.',
    '--stop': 'Stop the address.',
  },
  examples: ['skillmap reminders > reminders.ics', 'skillmap reminders --link'],
  parse: { link: { type: 'boolean' }, stop: { type: 'boolean' } },
  positionals: [0, 0],
  async run(given, terminal) {
    const { link, stop } = given.values
    if (link === true && stop === true) throw new UsageFailure('--link and --stop exclude each other.')
    const connection = await connect(terminal.env)
    try {
      if (stop === true) {
        await connection.call('DELETE', '/api/reminders/link')
        if (given.json) printJson(terminal, { stopped: true })
        else paragraph(terminal, 'The address answers nobody any more.')
      } else if (link === true) {
        const { body } = await connection.call<{ url: string }>('POST', '/api/reminders/link')
        if (given.json) printJson(terminal, body)
        else terminal.out(body.url)
      } else {
        const { text } = await connection.call('GET', '/api/reminders.ics')
        if (given.json) printJson(terminal, { calendar: text })
        else terminal.out(text.trimEnd())
      }
    } finally {
      await connection.close()
    }
  },
}
