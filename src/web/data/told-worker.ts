// The thread that reads feedback: the decoder is opened here once, and the page answers meanwhile.
import { type DecoderModel, openDecoder } from '../../core/decode/decoder-model.ts'
import { type FeedbackReading, readFeedback } from '../../core/decode/read-feedback.ts'
import { toldParts } from '../../core/feedback/told-parts.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { decoderUrl } from './decoder-url.ts'
import type { ToldFramework, ToldQuestion } from './told-messages.ts'

let framework: Framework | null = null
let opening: Promise<DecoderModel> | null = null

addEventListener('message', (event: MessageEvent<ToldFramework | ToldQuestion>) => {
  const message = event.data
  if (message.kind === 'framework') {
    framework = message.framework
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

async function answer({ text, start, corrections }: ToldQuestion): Promise<FeedbackReading[]> {
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
  return toldParts(readFeedback(model, framework, text, corrections)).map((part) => moved(part, start))
}

function moved(part: FeedbackReading, by: number): FeedbackReading {
  const matched = part.matched.map((word) => ({ ...word, start: word.start + by, end: word.end + by }))
  return { ...part, start: part.start + by, end: part.end + by, matched }
}
