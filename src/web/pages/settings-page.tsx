// Where the data lives, and everything that can be done with it as a whole; the theme.

import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { THEMES, useTheme } from '../data/theme.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { Backups } from '../parts/backups.tsx'
import { Erase } from '../parts/erase.tsx'
import { Import } from '../parts/import.tsx'
import { OnlyYou } from '../parts/only-you.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { settingsWords } from '../words/settings.ts'
import './settings.css'

/** Loaded after the page: it has its own words and requests. */
const PrivateKey = lazy(async () => ({ default: (await import('../parts/private-key.tsx')).PrivateKey }))

export function SettingsPage() {
  const me = useMe()
  const framework = useFramework()
  return (
    <div className="settings">
      <PageHead title={settingsWords.title} />
      <section className="stack">
        <h2>{settingsWords.place}</h2>
        <p>
          {settingsWords.placeText} <OnlyYou />
        </p>
        <p className="settings-place">{me.dataPlace}</p>
        <p className="small quiet">
          {settingsWords.framework(framework.name, framework.version)}{' '}
          <Link to="/frameworks">{settingsWords.frameworks}</Link>
        </p>
        <p className="small quiet">{settingsWords.placeNote}</p>
      </section>
      <section className="section stack">
        <h2>{settingsWords.theme}</h2>
        <ThemeChooser />
      </section>
      <section className="section stack">
        <h2>{settingsWords.export}</h2>
        <p>{settingsWords.exportText}</p>
        <div className="actions">
          <a className="button" href="/api/export?format=json" download>
            {settingsWords.exportJson}
          </a>
          <a className="button" href="/api/export?format=markdown" download>
            {settingsWords.exportMarkdown}
          </a>
        </div>
        <p className="small quiet">{settingsWords.exportNote}</p>
      </section>
      <section className="section stack">
        <h2>{settingsWords.import}</h2>
        <Import />
      </section>
      <section className="section stack">
        <h2>{settingsWords.backups}</h2>
        <Backups />
      </section>
      <Suspense>
        <PrivateKey />
      </Suspense>
      <section className="section stack">
        <h2>{settingsWords.erase}</h2>
        <Erase />
      </section>
    </div>
  )
}

function ThemeChooser() {
  const [theme, choose] = useTheme()
  return (
    <fieldset>
      <legend className="visually-hidden">{settingsWords.theme}</legend>
      <div className="choices">
        {THEMES.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="theme" checked={theme === one} onChange={() => choose(one)} />
            <span>{settingsWords.themes[one]}</span>
          </label>
        ))}
      </div>
      <p className="field-hint">{settingsWords.themeNote}</p>
    </fieldset>
  )
}
