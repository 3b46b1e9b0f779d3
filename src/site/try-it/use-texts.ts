// The framework with its texts, once they have arrived behind what was needed to begin.
import { useEffect, useMemo, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { type Texts, withTexts } from '../site-data.ts'

/** `complete`: nothing more is to come, so that a missing text is one that the framework does not have. */
export function useTexts(outline: Framework, textsIfThere: () => Texts | null) {
  const [texts, setTexts] = useState(textsIfThere)
  const [complete, setComplete] = useState(document.readyState === 'complete')
  useEffect(() => {
    const look = () => {
      setTexts(textsIfThere)
      setComplete(true)
    }
    if (document.readyState === 'complete') look()
    else addEventListener('load', look)
    return () => removeEventListener('load', look)
  }, [textsIfThere])
  const framework = useMemo(() => (texts === null ? outline : withTexts(outline, texts)), [outline, texts])
  return { framework, complete }
}
