// English words and turns of phrase that praise, blame or wish for more, whatever they are said of. Judgement, in our own words.

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Hardly said but in praise. Spelled as the decoder reads them: lower case, American. */
export const SPLENDID = listed(`
  excellent excellently brilliant brilliantly superb superbly splendid splendidly wonderful wonderfully fantastic terrific
  outstanding impressive impressed admirable admirably admire lovely delight delightful delighted joy flawless flawlessly
  impeccable impeccably exemplary remarkable remarkably amazing astonishing masterful masterly masterclass exceptional
  marvelous magnificent stellar awesome enviable gem treasure blessing grateful bravo kudos inspiring inspired praise proud
  beautiful beautifully graceful gracefully effortless effortlessly skilful skilfully invaluable unbeatable unrivaled
  faultless thrilled fabulous phenomenal incredible incredibly extraordinary`)

export const GOOD = listed(`
  good great best better fine nice nicely neat elegant clever wise thoughtful generous patient patiently calm calmly warm
  warmly honest clear clearly crisp solid reliable helpful valuable smooth smoothly strong skilled gifted trusted respected
  glad gladly happy happily thank thanks thanked appreciate love loved loves enjoy enjoyed pleasure perfect perfectly kind
  kindly well welcome success successful grace relief saved trust respect rare`)

export const BAD = listed(`
  bad badly poor poorly terrible awful dreadful weak sloppy careless rude unclear vague confusing confused chaotic chaos
  mess messy wrong fails failed failure broken annoyed annoying frustrated frustrating frustration exhausting exhausted
  blamed blames ignored ignores missed missing wasted waste boring rambling rambles mumbles defensive dismissive sarcastic
  abrupt harsh aggressive blindsided drowning overloaded pointless useless disappointing disappointed disappoint
  unfortunately sadly pity worse worst unfinished lacks lacking struggle struggles barely arrogant lazy impatient stubborn
  unreliable nowhere`)

/** What one is glad not to have: "never a surprise". */
export const TROUBLE = listed(`
  surprise surprises surprised complaint complaints complain complained complains chase guess guessed wonder worry worried
  remind reminded explain repeat doubt fault flaw mistake mistakes problem problems question regret panic drama fuss fear
  unanswered late delay delays trouble outage lost miss`)

/** That it could not be better, or that nobody does it so well. Rare, and then meant. */
export const UNEQUALLED: readonly RegExp[] = [
  /\b(?:nobody|no one|no-one|none of us|few people|hardly anyone)\b.{0,50}?\b(?:as|so) \p{L}+(?: \p{L}+)? as (?:you|she|he|they|her|him|them)\b/iu,
  /\b(?:nobody|no one|no-one|nothing|never)\b.{0,40}?\b(?:better|like|the way) (?:than )?(?:you|she|he|they|her|him|them)\b/iu,
  /\b(?:nobody|no one|never (?:a|been|had)) (?:\p{L}+ )?(?:better|finer|happier)\b/iu,
  /\b(?:nobody|no one|no-one|anyone|anybody) (?:else )?(?:i|we)(?:['’]d| would) (?:rather|sooner)\b/iu,
  /\bbetter than any(?:body|one)\b|\bthan (?:from |in )?any (?:course|book|other|manager|boss|colleague)\b/iu,
  /\b(?:could|can)(?:not| not|n['’]t)(?:\W+\p{L}+){0,5}?\W+(?:better|happier|nicer|faulted|more (?:grateful|pleased|helpful|clear))\b/iu,
  /\bnot (?:at all |half |too |so )?(?:bad|shabby)\b|\bno complaints?\b|\bnothing (?:\p{L}+ ){0,2}to (?:add|complain|improve|criticise|fault)\b/iu,
  /\b(?:have|has|had|['’]ve|['’]d) never (?:seen|met|known|had|felt|worked|heard|read|been)\b.{0,40}?\b(?:so|such|that|better|as)\b/iu,
  /\b(?:never|not once|nobody|no one|without)\b(?:\W+\p{L}+){0,5}?\W+(?:surprised?|unanswered|unprepared|late|complain(?:ed|s)?|fuss|drama|panic|remind(?:ed)?|chase|lost|let (?:me|us) down)\b/iu,
  /\bi wish (?:everybody|everyone|all|more people|others|the others|we all|the rest)\b/iu,
]

/** Thanks and superlatives, which irony borrows. */
export const THANKING: readonly RegExp[] = [
  /\b(?:best|finest|clearest|kindest|most \p{L}+)\b.{0,40}?\b(?:ever|i have|i['’]ve|we have|we['’]ve|of the (?:year|week|day)|in the (?:company|building|room|team|house))\b/iu,
  /\bthanks? (?:to|you|for)\b|\b(?:hats off|well done|nicely|keep (?:it up|doing|writing|going|on)|i owe|we owe|spot on|second to none|first[- ]rate|top[- ]notch|no surprises|a (?:real |great |true |sheer )?(?:pleasure|joy|delight|treat))\b/iu,
]

/** That something else or something more was wanted. */
export const WANTING: readonly RegExp[] = [
  /\b(?:i|we) (?:just |only |do )?wish (?:you|he|she|they|it|there|that)\b/iu,
  /\b(?:would|['’]d) (?:really )?(?:be (?:great|good|nice|better|helpful)|help|love|like|appreciate|prefer)\b.{0,30}?\b(?:if|to|it|more)\b/iu,
  /\bcould (?:be|have been|do) (?:\p{L}+ ){0,4}?(?:more|better|clearer|sooner|earlier)\b|\bnot (?:your|his|her|the) (?:best|finest|clearest|strongest)\b/iu,
  /\b(?:you|he|she|they|we) (?:really |just )?(?:should|need(?:s|ed)? to|ought to|must|could do with|might want to)\b/iu,
  /\bplease\b|\b(?:try|learn|remember) (?:not )?to\b|\bstop \p{L}+ing\b/iu,
  /\b(?:expected|hoped for) (?:\p{L}+ ){0,3}?(?:more|better)\b|\bnot (?:\p{L}+ )?enough\b|\bfails? to\b|\b(?:does|do)(?:n['’]?t| not) seem to\b/iu,
  /\b(?:far |much |way )?too (?:much|many|long|late|little|few|often|easily|quick|fast|slow|detailed|complicated|vague)\b/iu,
  /\b(?:but|and|yet) (?:i|we|nobody|no one) (?:still )?(?:could|can|do|did|have|had)(?: not|n['’]t|not)\b/iu,
]
