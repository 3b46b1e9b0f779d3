// skillmap brief: the page of a talk, as Markdown to print, paste or read from.
import type { ConversationBrief } from '../../core/conversation/brief.ts'
import { briefMarkdown } from '../../core/conversation/brief-markdown.ts'
import { type Conversation, contentOf } from '../../core/conversation/conversation.ts'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { connect } from '../connect.ts'
import { localDay } from '../local-day.ts'

export const brief: Command = {
  name: 'brief',
  summary: 'The page that you prepared for a talk',
  usage: 'skillmap brief [<id> | <name>]',
  about:
    'Prints what you put on the page: the one thing, what happened since the last talk, questions and agreed steps. Without a name it is the next talk, or the last one where none is coming. Talks are prepared on the page Talks.',
  options: {},
  examples: ['skillmap brief', 'skillmap brief Lena', 'skillmap brief > one-on-one.md'],
  parse: {},
  positionals: [0, 1],
  async run(given, terminal) {
    const connection = await connect(terminal.env)
    try {
      const { body } = await connection.call<{ conversations: Conversation[] }>('GET', '/api/conversations')
      const found = talkAsked(body.conversations, given.positionals[0], localDay())
      const { body: state } = await connection.call<{ conversation: Conversation; brief: ConversationBrief }>(
        'GET',
        `/api/conversations/${encodeURIComponent(found.id)}/brief`,
      )
      if (given.json) printJson(terminal, state)
      else terminal.out(briefMarkdown(contentOf(state.conversation), state.brief).trimEnd())
    } finally {
      await connection.close()
    }
  },
}

/** The next one from `today` on, or the last; of those with this id or name, where one was given. */
function talkAsked(
  latestFirst: readonly Conversation[],
  word: string | undefined,
  today: string,
): Conversation {
  const named = latestFirst.filter(
    ({ id, withWhom }) => word === undefined || id === word || withWhom.toLowerCase() === word.toLowerCase(),
  )
  const coming = named.filter(({ heldOn }) => heldOn >= today)
  const found = coming.at(-1) ?? named[0]
  if (found !== undefined) return found
  throw new CommandFailure(
    word === undefined
      ? 'You have not prepared a talk yet. Begin one on the page Talks: skillmap open.'
      : `No talk has the id or name ${word}.`,
  )
}
