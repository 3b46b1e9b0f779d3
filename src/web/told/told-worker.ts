// The thread that reads feedback: the decoder is opened here once, and the page answers meanwhile.
import { type DecoderModel, openDecoder } from '../../core/decode/decoder-model.ts'
import type { SkillLink } from '../../core/decode/link-skills.ts'
import { type FeedbackReading, readFeedback } from '../../core/decode/read-feedback.ts'
import { toldParts } from '../../core/feedback/told-parts.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { correctedLinks } from '../../core/linking/corrected-links.ts'
import { explainLinks } from '../../core/linking/explain-links.ts'
import type { LinkCorrection } from '../../core/linking/link-correction.ts'
import { arrangeAnswers } from '../../core/packet/arrange-answers.ts'
import { decoderUrl } from '../data/decoder-url.ts'
import type {
  AnswersAnswer,
  AnswersQuestion,
  LinksAnswer,
  LinksQuestion,
  ToldAnswer,
  ToldFramework,
  ToldQuestion,
} from './told-messages.ts'

type Question = ToldQuestion | LinksQuestion | AnswersQuestion

let framework: Framework | null = null
let corrected: readonly LinkCorrection[] = []
/** Null until the decoder is there; undefined where nothing was corrected. */
let links: SkillLink[] | undefined | null = null
let opening: Promise<DecoderModel> | null = null

addEventListener('message', (event: MessageEvent<ToldFramework | Question>) => {
  const message = event.data
  if (message.kind === 'framework') {
    framework = message.framework
    corrected = message.corrected
    opening ??= openModel()
    // Said when it is asked for.
    opening.catch(() => undefined)
    return
  }
  answer(message).then(postMessage, () => postMessage(null))
})

async function openModel(): Promise<DecoderModel> {
  const response = await fetch(decoderUrl)
  if (!response.ok) throw new Error(`The decoder did not arrive: ${response.status}.`)
  const model = openDecoder(await response.text())
  if (!model.ok) throw new Error(model.failure)
  return model.value
}

async function answer(question: Question): Promise<ToldAnswer | LinksAnswer | AnswersAnswer> {
  // After a failure the next question tries again.
  opening ??= openModel()
  let model: DecoderModel
  try {
    model = await opening
  } catch (error) {
    opening = null
    throw error
  }
  if (framework === null) throw new Error('A question came before the framework.')
  const here = framework
  if (question.kind === 'links') return explainLinks(model, here)
  if (links === null) links = correctedLinks(model, here, corrected)
  const by = links
  if (question.kind === 'answers')
    return arrangeAnswers(here, question.sections, question.questions, (said) =>
      readFeedback(model, here, said, [], by),
    )
  const { text, start, corrections } = question
  return toldParts(readFeedback(model, here, text, corrections, by)).map((part) => moved(part, start))
}

function moved(part: FeedbackReading, by: number): FeedbackReading {
  const matched = part.matched.map((word) => ({ ...word, start: word.start + by, end: word.end + by }))
  return { ...part, start: part.start + by, end: part.end + by, matched }
}
