// For a browser without a session at a team's server: how to get in.
import { plainPage } from '../serving/plain-page.ts'

export function signInPage(): Response {
  return plainPage(
    'Skillmap: sign in',
    `<h1>Sign in</h1>
<p>Your organisation’s Skillmap is here. You get in with the link of your invitation; whoever looks after the list of
people can send you one.</p>`,
    401,
  )
}
