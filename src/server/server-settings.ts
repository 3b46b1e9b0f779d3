// What a server is started with, and how that is read from the environment: in words where it may not be so.
import { dataFolder } from '../store/engine/data-folder.ts'
import type { TeamChoice } from '../store/organisation/team-org.ts'
import type { ScimAccounts } from './scim/scim-routes.ts'
import {
  type SignInSettings,
  SignInSettingsError,
  signInFrom,
  trustedProxiesFrom,
} from './sign-in/sign-in-settings.ts'

/** The address that only this computer reaches. */
export const LOOPBACK = '127.0.0.1'

export interface ServerSettings {
  dataDir: string
  databaseUrl?: string
  /** A fixed port; 0 takes any free one; absent takes the default one or the next that is free. */
  port?: number
  webRoot?: string | null
  frameworkRoot?: string
  /** An empty database made before, for tests. */
  templateFile?: string
  /** The file with the key of private text, where it is not in the data folder. */
  keyFile?: string
  /** For the people of an organisation, at this public origin. */
  team?: TeamSettings
  /** A company that does not exist, in place of anybody's data; `dataDir` is thrown away by the caller. */
  demo?: { progress: (done: number, of: number) => void }
  now?: () => Date
  log?: (line: string) => void
  checkAnswers?: boolean
}

export interface TeamSettings extends TeamChoice {
  /** Where browsers reach it, such as `https://skillmap.example.com`. */
  origin: string
  /** The address to listen on; the loopback address where a reverse proxy is in front. */
  host?: string
  /** Where a monitoring system reads figures; nowhere if left out. */
  metricsPort?: number
  /** Which identities a directory may name by SCIM; absent: it lets nobody in. */
  scimAccounts?: ScimAccounts
  /** How its people sign in: passkeys alone, unless said otherwise. */
  signIn?: SignInSettings
  /** How many reverse proxies in front of it are believed about where a request comes from. */
  trustedProxies?: number
}

/** Something about the machine or its settings keeps the server from starting; the message says what helps. */
export class StartFailure extends Error {
  readonly code = 'cannot-start'
}

export type Env = Record<string, string | undefined>

/** What the environment says. Throws, in words, on what it may not say. */
export function settingsFrom(env: Env, isTeam = false): ServerSettings {
  const host = env.SKILLMAP_HOST ?? LOOPBACK
  if (!isTeam && host !== LOOPBACK && host !== 'localhost') {
    throw new StartFailure(
      `Skillmap answers on this computer only (${LOOPBACK}), not on ${host}: it has no login that would protect your data from a network. Remove SKILLMAP_HOST.`,
    )
  }
  const settings: ServerSettings = { dataDir: dataFolder(env) }
  const port = portFrom(env, 'SKILLMAP_PORT')
  if (port !== null) settings.port = port
  const databaseUrl = env.DATABASE_URL
  if (databaseUrl !== undefined && databaseUrl !== '') settings.databaseUrl = databaseUrl
  const keyFile = env.SKILLMAP_KEY_FILE
  if (keyFile !== undefined && keyFile !== '') settings.keyFile = keyFile
  if (isTeam) settings.team = teamFrom(env, host)
  return settings
}

function portFrom(env: Env, name: string): number | null {
  const text = env[name] ?? ''
  if (text === '') return null
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new StartFailure(`${name} is not a port: ${text}`)
  return Number(text)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function teamFrom(env: Env, host: string): TeamSettings {
  const orgId = env.SKILLMAP_ORG ?? ''
  if (orgId !== '' && !UUID.test(orgId))
    throw new StartFailure(`SKILLMAP_ORG is the id of an organisation (a UUID), not “${orgId}”.`)
  const metricsPort = portFrom(env, 'SKILLMAP_METRICS_PORT')
  const origin = originFrom(env.SKILLMAP_ORIGIN ?? '')
  try {
    const signIn = signInFrom(env, origin)
    return {
      origin,
      host,
      signIn,
      scimAccounts: scimAccountsFrom(env, signIn),
      trustedProxies: trustedProxiesFrom(env),
      ...(orgId === '' ? {} : { orgId }),
      ...(metricsPort === null ? {} : { metricsPort }),
    }
  } catch (error) {
    throw error instanceof SignInSettingsError ? new StartFailure(error.message) : error
  }
}

/** Nothing, unless the installation says which attribute is whose subject: a directory's keys let nobody in by themselves. */
function scimAccountsFrom(env: Env, { provider }: SignInSettings): ScimAccounts {
  const subject = env.SKILLMAP_SCIM_SUBJECT ?? ''
  if (subject === '') return null
  if (subject !== 'externalId' && subject !== 'userName')
    throw new StartFailure(`SKILLMAP_SCIM_SUBJECT is externalId or userName, not “${subject}”.`)
  const issuer = env.SKILLMAP_SCIM_ISSUER ?? ''
  if (!URL.canParse(issuer) || !issuer.startsWith('https://'))
    throw new StartFailure(
      'SKILLMAP_SCIM_SUBJECT needs the issuer whose subjects the directory names: SKILLMAP_SCIM_ISSUER=https://…, as the identity provider writes it.',
    )
  if (provider !== null && provider.issuer !== issuer && isSameAddress(provider.issuer, issuer))
    throw new StartFailure(
      `SKILLMAP_SCIM_ISSUER is “${issuer}” and SKILLMAP_OIDC_ISSUER is “${provider.issuer}”: write both exactly as the provider names itself, with or without the slash at the end.`,
    )
  return { issuer, subject }
}

function isSameAddress(one: string, other: string): boolean {
  const plain = (address: string) => new URL(address).href.replace(/\/+$/, '')
  return plain(one) === plain(other)
}

/** HTTPS, but for a name of this very computer: what people send each other must not be read on the way. */
function originFrom(text: string): string {
  const example = 'such as https://skillmap.example.com'
  if (text === '')
    throw new StartFailure(`Say where browsers reach the server with SKILLMAP_ORIGIN, ${example}.`)
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new StartFailure(`SKILLMAP_ORIGIN is a scheme and a name alone, ${example}, not “${text}”.`)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    throw new StartFailure(
      `SKILLMAP_ORIGIN must begin with https:// (${example}); only this computer itself may go without.`,
    )
  return url.origin
}
