// Keeps one sentence as feedback, corrects it, puts it aside, counts it, and takes all of that back.
import type { FeedbackPolarity } from '../../core/feedback/feedback.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { storableText } from '../../core/feedback/storable-text.ts'
import { newId } from '../api.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { addPerson } from '../person/api-people.ts'
import { NOBODY, type SaidFrom, SOMEBODY_NEW } from './told-reader.ts'
import { useKeepFeedback, useTakeFeedbackBack } from './use-feedback.ts'

interface Sentence {
  text: string
  digest: string
  /** What is kept of it already. */
  record: ListedFeedback | null
  from: SaidFrom
  onFrom: (from: SaidFrom) => void
}

/** What the person says about the sentence. */
export interface Said {
  /** What it is about most comes first; none puts it aside. */
  skills: readonly string[]
  polarity: FeedbackPolarity
  /** The person chose the skill or the meaning rather than the reader. */
  isCorrected: boolean
  countsAs: number | null
}

export function useKeepTold({ text, digest, record, from, onFrom }: Sentence) {
  const keeping = useKeepFeedback()
  const back = useTakeFeedbackBack()
  const keep = async ({ skills, polarity, isCorrected, countsAs }: Said) => {
    const saidBy = await knownPerson(from)
    if (saidBy !== null && from.who === SOMEBODY_NEW) onFrom({ ...from, who: saidBy, name: '' })
    const judgement = skills.length === 0 ? 'dismissed' : isCorrected ? 'corrected' : 'accepted'
    const said = { polarity, judgement, saidBy, saidOn: from.day, countsAs } as const
    const content = { ...said, skills: [...skills], frameworkDigest: digest }
    // Half a character at a cut cannot be stored.
    await keeping.mutateAsync({ content: { ...content, text: storableText(text) }, record })
  }
  return {
    /** Whether it is kept; what goes wrong is in `error`. */
    keep: (said: Said) =>
      keep(said).then(
        () => true,
        () => false,
      ),
    takeBack: () => (record === null ? undefined : back.mutate(record)),
    isBusy: keeping.isPending || back.isPending,
    error: keeping.error ?? back.error,
  }
}

async function knownPerson({ who, name, relation }: SaidFrom): Promise<string | null> {
  if (who === NOBODY) return null
  if (who !== SOMEBODY_NEW) return who
  if (name.trim() === '') return null
  return expectValue(await addPerson({ displayName: name.trim(), relation, role: null }, newId())).id
}
