// Where the data lives, and everything that can be done with it as a whole; the theme.

import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { THEMES, useTheme } from '../data/theme.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { settingsWords } from '../words/settings.ts'
import { Backups } from './backups.tsx'
import { Erase } from './erase.tsx'
import { Import } from './import.tsx'
import './settings.css'
import { Later } from '../parts/later.tsx'

/** Loaded after the page: it has its own words and requests. */
const PrivateKey = lazy(async () => ({ default: (await import('./private-key.tsx')).PrivateKey }))

export function SettingsPage() {
  const me = useMe()
  const framework = useFramework()
  const session = useSession()
  if (session === undefined) return null
  const isTeam = session.kind === 'team'
  return (
    <div className="settings">
      <PageHead title={settingsWords.title} />
      <section className="stack">
        <h2>{settingsWords.place}</h2>
        {isTeam ? (
          <p>{settingsWords.placeInTeam}</p>
        ) : (
          <>
            <p>{settingsWords.placeText}</p>
            <p className="settings-place">{me.dataPlace}</p>
          </>
        )}
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
      {isTeam && !session.adminOf.includes('backups') ? null : (
        <section className="section stack">
          <h2>{settingsWords.backups}</h2>
          <Backups />
        </section>
      )}
      <Later>
        <PrivateKey />
      </Later>
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
