// What tests use of the package oidc-provider, which comes without types.
import type { IncomingMessage, ServerResponse } from 'node:http'

interface Grant {
  addOIDCScope(scope: string): void
  save(): Promise<string>
}

interface Context {
  oidc: {
    client?: { clientId: string }
    session?: { accountId?: string }
    provider: { Grant: new (of: { clientId: string; accountId: string }) => Grant }
  }
}

export interface ProviderConfiguration {
  jwks: { keys: object[] }
  cookies: { keys: string[] }
  clients?: object[]
  findAccount(ctx: unknown, id: string): { accountId: string; claims(): Promise<{ sub: string }> }
  interactions: { url(ctx: unknown, interaction: { uid: string }): string }
  features: Record<string, { enabled: boolean }>
  pkce: { required(): boolean }
  loadExistingGrant(ctx: Context): Promise<Grant | undefined>
}

export interface RunningProvider {
  callback(): (request: IncomingMessage, response: ServerResponse) => unknown
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
    how: { mergeWithLastSubmission: boolean },
  ): Promise<void>
}

export type ProviderClass = new (issuer: string, configuration: ProviderConfiguration) => RunningProvider
