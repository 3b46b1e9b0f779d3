// English words that no colleague can observe, or that judge a person instead of what they did, and how to mend them.

export interface WordGroup {
  kind: 'unobservable-word' | 'personality-word'
  /** Completes: "consistently" … */
  reason: string
  mend: string
  /** In lower case; several words are found in this order, side by side. */
  phrases: readonly string[]
  /** Found only where a sentence, or a part of it behind a comma or "and", begins: there it is what the person does. */
  opens?: true
  /** Longer phrases in which the word means something else. */
  except?: readonly string[]
}

const listed = (words: string) =>
  words
    .split('·')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')

/**
 * Judgement, not science. A word is here because it stands in the frameworks that companies publish, says less than it
 * seems to, and was found wrongly in no sentence of the built-in framework. The first four groups follow Mager,
 * "Preparing Instructional Objectives" (1962): an objective names what can be seen being done, not a state of mind.
 */
export const DOUBTFUL_WORDS: readonly WordGroup[] = [
  {
    kind: 'unobservable-word',
    reason: 'is a state of mind; nobody sees it.',
    mend: 'Say what the person does or says that shows it, such as "explains", "draws" or "predicts".',
    phrases:
      listed(`understands · fully understands · knows · appreciates · believes · values · realises · realizes ·
      is aware of · aware of · is familiar with · familiar with · is conscious of · is mindful of · has awareness of ·
      recognises the importance of · recognizes the importance of · understands the importance of`),
    opens: true,
  },
  {
    kind: 'unobservable-word',
    reason: 'names knowledge without saying how it shows.',
    mend: 'Say what the person can be seen to do with it, or which question they answer alone.',
    phrases: listed(`good understanding · deep understanding · strong understanding · solid understanding ·
      basic understanding · clear understanding · thorough understanding · general understanding ·
      understanding of the importance · good grasp · strong grasp · solid grasp · good knowledge · deep knowledge ·
      strong knowledge · solid knowledge · working knowledge · expert knowledge · basic knowledge ·
      extensive knowledge · very deep knowledge · deep expertise · strong expertise · good command of ·
      strong command of · proficient in · highly proficient`),
  },
  {
    kind: 'unobservable-word',
    reason: 'tells what somebody could do, not what they do.',
    mend: 'Leave it out and write what the person does: "delegates", not "is able to delegate".',
    phrases:
      listed(`able to · is able to · can · has the ability to · capable of · is capable of · has the capacity to ·
      has the potential to`),
    opens: true,
  },
  {
    kind: 'unobservable-word',
    reason: 'tells a wish or an attempt, not what comes of it.',
    mend: 'Write what the person does, and what others have afterwards.',
    phrases:
      listed(`tries to · attempts to · strives to · strives for · aims to · seeks to · endeavours to · endeavors to ·
      is willing to · willing to · is committed to · committed to · is eager to · eager to · is keen to · cares about ·
      cares deeply · focuses on · is focused on`),
    opens: true,
  },
  {
    kind: 'unobservable-word',
    reason: 'says how often without a number.',
    mend: 'Say how often, or since when: "every week", "in the last three releases".',
    phrases:
      listed(`consistently · constantly · continuously · continually · frequently · regularly · often · usually ·
      generally · typically · normally · routinely · repeatedly · occasionally · rarely · sometimes`),
    except: listed('how often · as often · how regularly'),
  },
  {
    kind: 'unobservable-word',
    reason: 'is a matter of degree, and everybody sets the mark elsewhere.',
    mend: 'Leave it out, or write the number, the limit or the comparison that it stands for.',
    phrases:
      listed(`very · highly · extremely · really · quite · deeply · greatly · significantly · substantially ·
      considerably · exceptionally · particularly · especially · truly · incredibly · extensively · heavily ·
      increasingly · somewhat · reasonably`),
  },
  {
    kind: 'unobservable-word',
    reason: 'praises how it is done; two observers will not agree on it.',
    mend: 'Say what is different afterwards when it is done in this way.',
    phrases:
      listed(`effectively · efficiently · successfully · appropriately · adequately · properly · proactively · actively ·
      thoughtfully · skilfully · skillfully · competently · professionally · meaningfully · seamlessly · strategically ·
      constructively · confidently · comfortably · with ease · autonomously · flawlessly · diligently · clearly and concisely ·
      best practice · best practices · as appropriate · when appropriate · where appropriate · as needed · as required ·
      as necessary · to a high standard · high standards`),
  },
  {
    kind: 'unobservable-word',
    reason: 'is praise; it does not say what there is to see.',
    mend: 'Say what makes it so: what others do, find or no longer need because of it.',
    phrases:
      listed(`strong · excellent · outstanding · exceptional · great · superb · solid · robust · world-class ·
      best-in-class · high-quality · high quality · top-notch · stellar · impactful · effective · meaningful · appropriate ·
      in-depth · expert-level · good communicator · good listener · good at · great at · skilled at · skilled in · expert in ·
      expert at`),
    except: listed(
      'solid principles · strong consistency · strong typing · strong password · strong passwords',
    ),
  },
  {
    kind: 'personality-word',
    reason: 'judges who somebody is, not what they do.',
    mend: 'Say what the person did that earned them the word; leave the person out of it.',
    phrases:
      listed(`attitude · mindset · mentality · personality · temperament · charisma · charismatic · gravitas ·
      likeable · likable · friendly · cheerful · positive outlook · positivity · optimistic · humble · humility · low ego ·
      passion · passionate · passionately · enthusiasm · enthusiastic · enthusiastically · energetic · self-driven ·
      self-motivated · motivated · self-starter · hungry · hard-working · hardworking · proactive · pro-active · confident ·
      self-confident · self-assured · assertive · extrovert · extroverted · introvert · introverted · empathetic · empathic ·
      compassionate · caring · curious · open-minded · thick-skinned · fearless · brave · trustworthy · conscientious ·
      natural leader · born leader · team player · can-do · go-getter · rock star · rockstar · guru · superstar · talented ·
      gifted · cultural fit · culture fit · people person`),
    except: listed('user friendly · printer friendly · search engine friendly'),
  },
]
