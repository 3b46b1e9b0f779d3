// What this server says of itself as a SCIM service: what it can do, and which attributes it keeps (RFC 7643, 5 to 7).
import { SCIM } from '../../core/scim/scim-value.ts'

export const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'Made by an administrator of people on the page of the organisation, and shown once.',
      primary: true,
    },
  ],
}

export const resourceTypes = [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'Somebody on the list of people',
    schema: SCIM.user,
    schemaExtensions: [{ schema: SCIM.enterprise, required: false }],
  },
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'Group',
    name: 'Group',
    endpoint: '/Groups',
    description: 'A team',
    schema: SCIM.group,
  },
]

interface Kept {
  name: string
  type?: string
  required?: boolean
  multiValued?: boolean
  mutability?: string
  uniqueness?: string
  subAttributes?: unknown[]
  caseExact?: boolean
  description: string
}

function kept(one: Kept) {
  return {
    ...{ type: 'string', multiValued: false, required: false, caseExact: false },
    ...{ mutability: 'readWrite', returned: 'default', uniqueness: 'none' },
    ...one,
  }
}

const value = kept({ name: 'value', caseExact: true, description: 'The id of a user.' })

export const schemas = [
  {
    id: SCIM.user,
    name: 'User',
    description: 'What is kept of somebody; other attributes are taken and not kept.',
    attributes: [
      kept({
        name: 'userName',
        required: true,
        uniqueness: 'server',
        description: 'What the directory calls them.',
      }),
      kept({
        name: 'externalId',
        caseExact: true,
        description: 'A key of the directory; never one of this server.',
      }),
      kept({ name: 'displayName', description: 'The name that colleagues read.' }),
      kept({
        name: 'name',
        type: 'complex',
        subAttributes: ['formatted', 'givenName', 'familyName'].map((name) =>
          kept({ name, description: 'A part of the name.' }),
        ),
        description: 'One name is kept: formatted, or the two others put together.',
      }),
      kept({
        name: 'active',
        type: 'boolean',
        description: 'False ends every session at once; the last day is today.',
      }),
    ],
  },
  {
    id: SCIM.enterprise,
    name: 'EnterpriseUser',
    description: 'The manager; nothing else of it is kept.',
    attributes: [
      kept({
        name: 'manager',
        type: 'complex',
        subAttributes: [value],
        description: 'From the day on which it is said.',
      }),
    ],
  },
  {
    id: SCIM.group,
    name: 'Group',
    description: 'A team, with whoever belongs to it today.',
    attributes: [
      kept({ name: 'displayName', required: true, uniqueness: 'server', description: 'Its name.' }),
      kept({
        name: 'members',
        type: 'complex',
        multiValued: true,
        subAttributes: [value],
        description: 'From the day on which it is said.',
      }),
    ],
  },
].map((schema) => ({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'], ...schema }))
