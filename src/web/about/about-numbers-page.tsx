// About the numbers, with an example whose two roles stand in the address bar.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useFramework } from '../data/use-framework.ts'
import { NumbersView } from './numbers-view.tsx'
import { WorkedExample } from './worked-example.tsx'
import './about-numbers.css'

export function AboutNumbersPage() {
  const framework = useFramework()
  const search = useSearch({ from: '/about-numbers' })
  const navigate = useNavigate()
  const choose = (next: { from: string; to: string }) =>
    void navigate({ to: '/about-numbers', search: next, replace: true, resetScroll: false })
  return (
    <NumbersView
      framework={framework}
      example={<WorkedExample framework={framework} from={search.from} to={search.to} onChoose={choose} />}
    />
  )
}
