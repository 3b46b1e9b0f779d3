// Starts the pages.
import './styles/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whenProofIsNeeded } from './api.ts'
import { holdEarlyKeys } from './data/early-keys.ts'
import { frameworkQuery, meQuery, queryClient } from './data/queries.ts'
import { routerWayfinding } from './data/router-wayfinding.ts'
import { sessionQuery } from './data/use-session.ts'
import { goOn } from './data/visit.ts'
import { WayfindingContext } from './parts/wayfinding.tsx'
import { router } from './routes.tsx'

holdEarlyKeys()
router.subscribe('onBeforeNavigate', (step) => goOn(queryClient, step))
whenProofIsNeeded(async () => (await import('./plan/prove-again.tsx')).proveAgain())

/** Asked for before the first page is drawn, so that the two reads follow each other without a pause. */
async function readAhead() {
  // The ways around are those of one person, or of an organisation.
  void queryClient.prefetchQuery(sessionQuery)
  const me = await queryClient.ensureQueryData(meQuery)
  await queryClient.ensureQueryData(frameworkQuery(me.framework.digest))
}
readAhead().catch(() => {
  // The page that needs the data says what is wrong.
})

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <WayfindingContext value={routerWayfinding}>
          <RouterProvider router={router} />
        </WayfindingContext>
      </QueryClientProvider>
    </StrictMode>,
  )
