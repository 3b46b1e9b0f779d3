// skillmap search: finds roles, skills, sentences, moves and the program's own words.
import { FOUND_KINDS, hitWords } from '../../core/search/hit-words.ts'
import { type SearchAnswer, searchFramework } from '../../core/search/search-framework.ts'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf } from '../framework-named.ts'
import { heading, paragraph, remark, styled } from '../layout.ts'

const SHOWN = 5

export const search: Command = {
  name: 'search',
  summary: 'Find roles, skills, sentences, moves and words',
  usage: 'skillmap search <words> [--framework <id or folder>]',
  about:
    'Searches names, definitions, what people say, what a colleague can see, moves, and the words of this program. Nothing that you type is stored.',
  examples: [
    'skillmap search visible',
    'skillmap search "you have become a bottleneck"',
    'skillmap search ladder --json',
  ],
  options: FRAMEWORK_OPTION,
  parse: FRAMEWORK_PARSE,
  positionals: [1, 50],
  async run(given, terminal) {
    const { positionals, json } = given
    const text = positionals.join(' ')
    const framework = await frameworkOf(given, terminal)
    const answer = searchFramework(framework, text, SHOWN)
    if (json)
      return printJson(
        terminal,
        plainAnswer(answer, (hit) => hitWords(framework, hit)),
      )
    if (answer.count === 0) throw new CommandFailure(`Nothing was found for “${text}”.`)
    for (const { kind, hits, count } of answer.groups) {
      heading(terminal, FOUND_KINDS[kind])
      for (const hit of hits) {
        const { title, spoken, where, text: more } = hitWords(framework, hit)
        paragraph(terminal, `${spoken ? `“${title}”` : title} ${styled(terminal, 'dim', `(${where})`)}`, 2)
        if (more !== undefined) paragraph(terminal, styled(terminal, 'dim', more), 4)
      }
      if (count > hits.length) remark(terminal, `  and ${count - hits.length} more`)
    }
  },
}

function plainAnswer(answer: SearchAnswer, words: (hit: SearchAnswer['groups'][0]['hits'][0]) => object) {
  return {
    count: answer.count,
    groups: answer.groups.map(({ kind, count, hits }) => ({
      kind,
      count,
      hits: hits.map((hit) => ({ ...words(hit), score: hit.score })),
    })),
  }
}
