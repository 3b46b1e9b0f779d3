// English words that make feedback hard to use, by rule. Judgement: chosen from reviews people complain about.

const listed = (words: string) => words.split('·').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))

/** What somebody is, not what they did. */
export const PERSON_ADJECTIVES =
  listed(`lazy · arrogant · difficult · negative · toxic · selfish · careless · stubborn ·
  defensive · passive · aloof · immature · unprofessional · unreliable · sloppy · disorganised · disorganized · rude ·
  insecure · shy · introverted · cynical · condescending · dismissive · entitled · cold · hostile · weak · unmotivated ·
  smart · brilliant · clever · gifted · talented · humble · kind · amazing · awesome · fantastic · great · nice ·
  impatient · hot-headed · overconfident · pessimistic · inflexible · intense · quiet · thin-skinned · abrupt`)

export const PERSON_NOUNS =
  listed(`rock star · rockstar · ninja · genius · wizard · superstar · hero · team player ·
  perfectionist · control freak · micromanager · know-it-all · natural leader · born leader · troublemaker ·
  people person · introvert · lone wolf · prima donna · slacker · pushover · machine`)

/** Words that the research named in mark-rules.ts, or that of its kind, found used unequally. */
export const UNEVEN =
  listed(`abrasive · bossy · emotional · overly emotional · aggressive · shrill · strident · irrational ·
  feisty · hysterical · bubbly · likeable · likable · unlikeable · high-maintenance · high maintenance · pushy ·
  oversensitive · over-sensitive · too sensitive · ice queen · motherly · sassy · intimidating · moody · hormonal ·
  not technical enough · articulate · well-spoken`)

/** Vague wherever they stand. */
export const VAGUE =
  listed(`proactive · strategic · more visible · be visible · become visible · visible enough · visibility · ownership · communication skills ·
  executive presence · gravitas · leadership skills · soft skills · people skills · attitude · mindset ·
  think bigger · big picture · step up · raise the bar · raise your game · next level · impactful · seniority ·
  professionalism · team spirit · good job · great job · great work · good work · nice work · well done · keep it up ·
  keep doing what · communicate better · communicate more · lead more · be a leader · be better · do better ·
  synergy · stakeholder alignment · cultural fit · culture fit · not a fit · room for improvement ·
  areas of improvement · areas for improvement · rough edges · soft touch · lead by example · go the extra mile`)

/** Vague only where somebody is asked for more of them, or told that they lack them. */
export const WANTED =
  listed(`presence · impact · senior · professional · commitment · engaged · engagement · passion · drive ·
  hunger · potential · maturity · mature · confidence · confident · assertive · influence · leadership · accountability ·
  communication · initiative · energy · curiosity · urgency · independence · independent · vision · focus · quality ·
  quality of your work · stakeholder management · polish · rigour · rigor · resilience · collaboration · collaborative`)

/** Wherever they stand. */
export const ALWAYS =
  listed(`every single time · all the time · not once · nobody ever · no one ever · everyone knows ·
  everybody knows · everyone thinks · everybody thinks · everyone says · everybody says · nobody can · no one can ·
  nothing ever · at all times · without exception · everyone agrees · everybody agrees · never ever · constantly ·
  as always · each and every time`)

/** Only where they are said of somebody: a job may always run at three. */
export const ALWAYS_OF_SOMEBODY = listed('always · never · forever · constantly · continually · invariably')

/** Wherever they stand. */
export const MIND =
  listed(`couldn't care less · could not care less · on purpose · deliberately · intentionally ·
  trying to look · trying to impress · trying to prove · tried to impress · trying to show off · trying to avoid ·
  trying to make me look · trying to undermine · trying to sabotage · wanted to look · wants to look · lost interest ·
  have no interest · has no interest · had no interest · your real motive · not interested in · hidden agenda ·
  you meant to · you intended · i know what you were thinking · don't take it seriously · doesn't take it seriously ·
  out of spite · just for show · to make yourself look · to make himself look · to make herself look`)

/** What somebody wants, thinks or feels: with "not", with "just", or as the reason of what they did. */
export const INNER_VERBS =
  listed(`care · cares · cared · want · wants · wanted · respect · respects · respected ·
  trust · trusts · trusted · like · likes · liked · believe · believes · believed · value · values · valued ·
  appreciate · appreciates · enjoy · enjoys · enjoyed · hate · hates · hated · love · loves · loved · feel · feels ·
  felt · think · thinks · thought · resent · resents · fear · fears · feared · need to be right · needs to be right`)
export const INNER_STATES = listed(`afraid · scared · jealous · bored · threatened · uninterested · insecure ·
  envious · annoyed · offended · checked out · not motivated`)

export const COMPARISON_PHRASES =
  listed(`why can't you be · be more like · more like your colleagues · unlike the others ·
  unlike your colleagues · compared with your peers · compared to your peers · compared with others ·
  compared to others · compared with the others · compared to the others · compared with your colleagues ·
  compared to your colleagues · the best in the team · the best on the team · the worst in the team ·
  the worst on the team · best engineer · worst engineer · weakest in the team · weakest on the team ·
  strongest on the team · strongest in the team · everyone else manages · everybody else manages ·
  everyone else can · everybody else can · the others can · the others manage · than the others · than your peers ·
  than your colleagues · than anyone else · than anybody else · than everyone else · than everybody else ·
  than the rest of · as good as · as fast as · as strong as · your peers are · your peers do · your colleagues already ·
  your peers already · everyone else · everybody else · the only one in the team who · the only one on the team who ·
  better than most · worse than most · than most of · less than others · more than others · like the others do ·
  the slowest in the team · the slowest on the team · the smartest on the team · the smartest in the team ·
  the best of the team · the weakest of the team · the strongest of the team · in the bottom of the team`)

/** What no one forgets. Of a thing as much as of a person. */
export const INSULTS =
  listed(`stupid · stupidity · idiot · idiots · idiotic · moron · moronic · dumb · dumbest · crap ·
  crappy · bullshit · pathetic · useless · worthless · incompetent · incompetence · clueless · hopeless · rubbish ·
  a joke · laughable · brain-dead · half-assed · half-arsed · imbecile · fool · foolish · disgrace · disgusting`)

/** That it should not have been hard. */
export const TALKS_DOWN =
  listed(`obviously · basically · of course · simply had to · just had to · only had to ·
  all you had to do · not rocket science · isn't rocket science · how hard can it be · any junior · even a junior ·
  an intern could · even an intern · you should know this by now · you should know that by now ·
  you should have known · common sense · as you surely know · surely you know · as i already explained ·
  for the last time · a child could`)

/** What may be aggressive or sensitive without being anybody, as patterns. */
export const THINGS =
  listed(`policy · policies · retry · retries · timeout · timeouts · cache · caches · caching ·
  target · targets · plan · plans · schedule · schedules · deadline · deadlines · limit · limits · price · prices ·
  pricing · goal · goals · date · dates · backoff · back-off · data · alert · alerts · threshold · thresholds ·
  compression · topic · topics · question · questions · document · documents · decision · decisions · moment ·
  estimate · estimates · timeline · timelines · roadmap · scope · rollout · prefetching · indexing · eviction · polling ·
  sampling · linting · refactoring · garbage collection · settings · codebase · code · repository · query · queries ·
  dashboard · growth · optimisation · optimization · support · safety · intelligence · health`)
