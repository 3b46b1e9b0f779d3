// One path: what it is, its roles as they rise, how what they rest on changes, and the ways in and out.
import { useParams } from '@tanstack/react-router'
import { pathMix } from '../../core/planning/path-mix.ts'
import { useFramework } from '../data/use-framework.ts'
import { Missing } from '../parts/trouble.tsx'
import { troubleWords } from '../words/trouble.ts'
import { PathMixFigure } from './path-mix-figure.tsx'
import { PathView } from './path-view.tsx'
import './path.css'

export function PathPage() {
  const { path: id } = useParams({ from: '/path/$path' })
  const framework = useFramework()
  const path = framework.paths.find((one) => one.id === id)
  if (!path) return <Missing text={troubleWords.missingPath} />
  const mix = pathMix(framework, path.id)
  return (
    <PathView
      key={id}
      framework={framework}
      path={path}
      mix={mix}
      figure={<PathMixFigure framework={framework} path={path} mix={mix} />}
    />
  )
}
