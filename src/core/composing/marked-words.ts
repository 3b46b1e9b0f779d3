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
export const VAGUE = listed(`proactive · strategic · visible · visibility · ownership · communication skills ·
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

export const ALWAYS =
  listed(`always · never · every time · every single time · all the time · constantly · not once ·
  nobody ever · no one ever · whenever · everyone knows · everybody knows · everyone thinks · everybody thinks ·
  everyone says · everybody says · nothing ever · at all times · time and again · without exception · forever`)

export const MIND =
  listed(`don't care · do not care · doesn't care · does not care · didn't care · couldn't care less ·
  don't respect · doesn't respect · do not respect · does not respect · you think you · you think that you ·
  thinks he's · thinks she's · thinks he is · thinks she is · you just want · you only want · just wants to ·
  only wants to · wanted to look · wants to look · trying to look · trying to impress · trying to prove ·
  tried to impress · on purpose · deliberately · you obviously want · you enjoy · you hate · you are afraid ·
  you're afraid · is afraid of · you feel that · you feel threatened · feels threatened · you don't want to ·
  doesn't want to · do not want to · does not want to · lost interest · have no interest · has no interest ·
  you don't like · doesn't like · you meant to · you intended · your real motive · you don't believe ·
  not interested in · you are jealous · is jealous · you love to · because you want`)

export const COMPARISON_PHRASES =
  listed(`why can't you be · be more like · more like your colleagues · unlike the others ·
  unlike your colleagues · compared with your peers · compared to your peers · compared with others ·
  compared to others · compared with the others · compared to the others · compared with your colleagues ·
  compared to your colleagues · the best in the team · the best on the team · the worst in the team ·
  the worst on the team · best engineer · worst engineer · weakest in the team · weakest on the team ·
  strongest on the team · strongest in the team · everyone else manages · everybody else manages ·
  everyone else can · everybody else can · the others can · the others manage · than the others · than your peers ·
  than your colleagues · than anyone else · than anybody else · than everyone else · than everybody else ·
  than the rest of · as good as · as fast as · as strong as · your peers are · your peers do`)

/** What may be aggressive or sensitive without being anybody, as patterns. */
export const THINGS =
  listed(`policy · policies · retry · retries · timeout · timeouts · cache · caches · caching ·
  target · targets · plan · plans · schedule · schedules · deadline · deadlines · limit · limits · price · prices ·
  pricing · goal · goals · date · dates · backoff · back-off · data · alert · alerts · threshold · thresholds ·
  compression · topic · topics · question · questions · document · documents · decision · decisions · moment`)
