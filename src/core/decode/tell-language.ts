// Tells whether a sentence is in the language that the decoder learned, by the small words that each language is full of.

import type { SentenceFeatures } from './decoder-features.ts'
import type { DecoderModel } from './decoder-model.ts'

/** Small words that no other of these languages has, or hardly; English first, because that is what the decoder reads. */
const ENGLISH = wordSet(
  `the and of to is was are were be been has have had not this that these those with for from by on at it its he she
   they you we his her their your my our but or if when who what which would could should will can do does did doesnt
   dont didnt isnt wasnt never always every more less very just than then there here about into over after before`,
)
const OTHERS = wordSet(
  `der die das und ist nicht ein eine einen einem einer mit für von auf zu den dem des sie er wir ich ihr aber auch
   sehr wird wurde haben hat sind sich als wie bei nach kein keine mehr le la les des et est une dans pour pas que qui
   ne sur avec son ses il elle nous vous ils au aux mais très plus ce cette el los las y es en con por para una del
   se lo su pero muy más como está il lo gli di che non per con sono è anche ma nel della molto o os as um uma e em
   do da não com mas muito seu sua het een van en niet dat maar zijn haar met voor ook te och att det som inte på är
   jag har med för den og ikke til av nie jest się że na w z`,
)
const FEWEST_WORDS = 4

/** Words that stand in every English sentence and by themselves say nothing. */
export function isSmallWord(word: string): boolean {
  return ENGLISH.has(word.toLowerCase().replace(/['’]/g, ''))
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}

/**
 * Whether the decoder may judge the sentence. Too short to tell counts as its own language, as long as the letters are
 * Latin ones.
 */
export function isOwnLanguage(model: DecoderModel, sentence: string, { words }: SentenceFeatures): boolean {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 0 && latin < letters / 2) return false
  if (words.length < FEWEST_WORDS) return true
  const plain = words.map((word) => word.text.toLowerCase().replace(/['’]/g, ''))
  const english = plain.filter((word) => ENGLISH.has(word)).length
  const other = plain.filter((word) => OTHERS.has(word) && !ENGLISH.has(word)).length
  if (english !== other) return english > other
  const known = words.filter((word) => model.features.has(`w:${word.stem}`)).length
  return known >= words.length / 2
}
