import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'

describe.each(
  CATALOGUE.filter(({ kind }) => kind === 'what-if').map(({ scenario }) => [scenario.id, scenario] as const),
)('the what-if %s', (_, scenario) => {
  it.each(['rfc', 'linux'] as const)('can be played by %s, and says so', (profile) => {
    const trace = simulate({ ...scenario, profile })
    expect(trace.ok && trace.value.profile).toBe(profile)
  })
})
