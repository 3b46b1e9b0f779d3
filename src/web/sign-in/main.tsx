// Starts the pages of getting in, which are there before anybody is known.
import './sign-in.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { weAre } from '../api.ts'
import { JoinPage } from './join-page.tsx'
import { ProvedPage } from './proved-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { SignedOutPage } from './signed-out-page.tsx'

function pageHere() {
  const { pathname, search } = location
  const query = new URLSearchParams(search)
  if (pathname === '/join') return <JoinPage token={query.get('token') ?? ''} />
  if (pathname === '/signed-out') return <SignedOutPage />
  if (pathname !== '/sign-in') return <SignInPage to={pathname + search} problem={null} isInPlace={true} />
  if (query.get('done') === 'proved') return <ProvedPage />
  return <SignInPage to={query.get('to') ?? '/'} problem={query.get('problem')} isInPlace={false} />
}

// These pages are a team's alone.
weAre('team')
const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode>{pageHere()}</StrictMode>)
