// What hard and soft skills are, in plain words, with the framework's own examples.
import { Link } from '@tanstack/react-router'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { aboutWords } from '../words/about.ts'
import { numbersTitle } from '../words/level.ts'
import { HardAndSoft } from './hard-and-soft.tsx'
import './about-skills.css'

export function AboutSkillsPage() {
  const framework = useFramework()
  return (
    <>
      <PageHead title={aboutWords.title}>
        <p className="lead">{aboutWords.lead}</p>
      </PageHead>
      <HardAndSoft framework={framework} />
      {framework.honesty ? (
        <section className="section stack">
          <h2>{aboutWords.honesty}</h2>
          <p>
            {framework.honesty} <Link to="/about-numbers">{numbersTitle}</Link>
          </p>
        </section>
      ) : null}
    </>
  )
}
