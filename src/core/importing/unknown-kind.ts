// Why a kind of skill is left out that a framework has its own words for: they are not in the file.
export const UNKNOWN_KIND = 'It does not say whether that is hard or soft, so the skill has no kind.'
