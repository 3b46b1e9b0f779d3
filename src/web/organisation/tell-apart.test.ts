// People of one name can be told apart wherever somebody is chosen.
import { describe, expect, test } from 'vitest'
import { colleagueCalled, colleagueLabels } from './colleague-labels.ts'
import { tellApart } from './tell-apart.ts'

const ann = (end: string, team: string | null, managerName: string | null) => ({
  id: `00000000-0000-4000-8000-000000${end}`,
  displayName: 'Ann Lee',
  teams: team === null ? [] : [{ id: team, name: team }],
  managerName,
})
const bo = { ...ann('0b0b0b', 'Apps', 'Nia'), displayName: 'Bo' }

describe('People of one name', () => {
  test('are told apart by their teams, then by who they report to, and at last by their ids', () => {
    const inApps = ann('000001', 'Apps', 'Nia')
    const underVito = ann('000002', 'Search', 'Vito')
    const twins = [ann('00000a', 'Search', 'Uma'), ann('00000b', 'Search', 'Uma')]
    expect(colleagueLabels([bo, inApps, underVito, ...twins]).map(({ label }) => label)).toEqual([
      'Bo',
      'Ann Lee (Apps)',
      'Ann Lee (Search, reports to Vito)',
      'Ann Lee (Search, reports to Uma, id …00000a)',
      'Ann Lee (Search, reports to Uma, id …00000b)',
    ])
  })

  test('are nobody while only their name is typed, and each by what tells them apart', () => {
    const twins = [ann('00000a', 'Search', 'Uma'), ann('00000b', 'Search', 'Uma')]
    expect(colleagueCalled('Ann Lee', twins)).toBeNull()
    expect(colleagueCalled('Ann Lee (Search)', twins)).toBeNull()
    expect(colleagueCalled('Ann Lee (Search, reports to Uma, id …00000b)', twins)).toBe(twins[1])
    expect(colleagueCalled(' Bo ', [bo, ...twins])).toBe(bo)
  })

  test('are nobody where somebody else is called as one of them is described', () => {
    const odd = { ...ann('00000c', null, null), displayName: 'Ann Lee (Apps)' }
    const all = [ann('00000a', 'Apps', null), ann('00000b', 'Search', null), odd]
    expect(colleagueCalled('Ann Lee (Apps)', all)).toBeNull()
    expect(colleagueCalled('Ann Lee (Search)', all)).toBe(all[1])
  })

  test('show their teams also where nobody else is called so, where a list has room for it', () => {
    expect(tellApart([bo], 'teams')).toEqual([{ member: bo, facts: ['Apps'] }])
    expect(tellApart([bo], 'name')).toEqual([{ member: bo, facts: [] }])
  })
})
