// How the people of an organisation may sign in: by a provider, by passkeys, or both; read from the environment.
import { readFileSync } from 'node:fs'

export interface ProviderSettings {
  /** Its address, such as `https://login.example.com/realms/all`. */
  issuer: string
  clientId: string
  /** Null: a public client, which PKCE alone protects. */
  secret: string | null
  /** What the button says after “Sign in with”. */
  name: string
}

export interface SignInSettings {
  passkeys: boolean
  provider: ProviderSettings | null
  /** Whom to ask for an invitation, in the organisation's own words. */
  help: string | null
}

export const PASSKEYS_ALONE: SignInSettings = { passkeys: true, provider: null, help: null }

type Env = Record<string, string | undefined>

/** A setting that cannot hold; its message names the variable and the mend. */
export class SignInSettingsError extends Error {}

export function signInFrom(env: Env, origin: string): SignInSettings {
  const provider = providerFrom(env)
  const asked = env.SKILLMAP_PASSKEYS ?? ''
  if (!['', 'on', 'off'].includes(asked))
    throw new SignInSettingsError(`SKILLMAP_PASSKEYS is on or off, not “${asked}”.`)
  const passkeys = asked === '' ? provider === null : asked === 'on'
  if (!passkeys && provider === null)
    throw new SignInSettingsError(
      'Nobody could get in: passkeys are off and there is no provider. Name one with SKILLMAP_OIDC_ISSUER and SKILLMAP_OIDC_CLIENT_ID, or remove SKILLMAP_PASSKEYS=off.',
    )
  const { hostname } = new URL(origin)
  if (asked === 'on' && /^[\d.]+$|^\[/.test(hostname))
    throw new SignInSettingsError(
      `Browsers make no passkeys for a number such as ${hostname}. Give SKILLMAP_ORIGIN a name; on this computer that is http://localhost with the port.`,
    )
  return { passkeys, provider, help: env.SKILLMAP_SIGN_IN_HELP?.trim() || null }
}

function providerFrom(env: Env): ProviderSettings | null {
  const issuer = env.SKILLMAP_OIDC_ISSUER ?? ''
  const clientId = env.SKILLMAP_OIDC_CLIENT_ID ?? ''
  if (issuer === '') {
    const alone = ['SKILLMAP_OIDC_CLIENT_ID', 'SKILLMAP_OIDC_SECRET_FILE', 'SKILLMAP_OIDC_NAME'].find(
      (name) => (env[name] ?? '') !== '',
    )
    if (alone === undefined) return null
    throw new SignInSettingsError(
      `${alone} is set, but SKILLMAP_OIDC_ISSUER is not: say which provider it belongs to, such as https://login.example.com.`,
    )
  }
  if (clientId === '')
    throw new SignInSettingsError(
      'SKILLMAP_OIDC_ISSUER needs SKILLMAP_OIDC_CLIENT_ID: the id under which the provider knows Skillmap.',
    )
  if ((env.SKILLMAP_OIDC_SECRET ?? '') !== '')
    throw new SignInSettingsError(
      'The secret of the provider is read from a file: put it there and name the file with SKILLMAP_OIDC_SECRET_FILE. Remove SKILLMAP_OIDC_SECRET, because other programs can read the environment.',
    )
  const name = env.SKILLMAP_OIDC_NAME?.trim() || new URL(checkedIssuer(issuer)).hostname
  return { issuer: checkedIssuer(issuer), clientId, secret: secretFrom(env), name: name.slice(0, 60) }
}

/** HTTPS, but on this very computer: what a provider says is believed. */
function checkedIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new SignInSettingsError(
      `SKILLMAP_OIDC_ISSUER is the address of the provider, such as https://login.example.com/realms/all, not “${text}”.`,
    )
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    throw new SignInSettingsError(
      'SKILLMAP_OIDC_ISSUER must begin with https://; only a provider on this computer itself may go without.',
    )
  return text
}

export function isLoopback(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

function secretFrom(env: Env): string | null {
  const file = env.SKILLMAP_OIDC_SECRET_FILE ?? ''
  if (file === '') return null
  let secret: string
  try {
    secret = readFileSync(file, 'utf8').trim()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new SignInSettingsError(
      `The file named by SKILLMAP_OIDC_SECRET_FILE cannot be read${code}: ${file}. Put the client secret there, readable for this program.`,
    )
  }
  if (secret === '')
    throw new SignInSettingsError(
      `The file named by SKILLMAP_OIDC_SECRET_FILE is empty: ${file}. Put the client secret there.`,
    )
  return secret
}

/** How many reverse proxies stand in front, each of which adds an address to X-Forwarded-For; 0 believes no header. */
export function trustedProxiesFrom(env: Env): number {
  const text = env.SKILLMAP_TRUST_PROXY ?? ''
  if (text === '') return 0
  if (!/^[0-9]$/.test(text))
    throw new SignInSettingsError(
      `SKILLMAP_TRUST_PROXY is the number of reverse proxies in front of Skillmap, such as 1, not “${text}”.`,
    )
  return Number(text)
}
