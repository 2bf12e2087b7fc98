import { describe, expect, it } from 'vitest'
import { parseScenario } from '@shared/scenario/parse'

const CONNECT = { side: 'client', do: 'connect' }
const scenario = (more: object = {}, ...steps: object[]): object => ({
  id: 'mine',
  steps: [CONNECT, ...steps],
  ...more,
})
const complaint = (json: unknown): string => {
  const result = parseScenario(json)
  return result.ok ? '' : result.error.message
}

describe('parseScenario', () => {
  it('takes a scenario and fills in the defaults', () => {
    const result = parseScenario(scenario())
    expect(result.ok && result.value.server).toEqual({ listening: true, allowHalfOpen: false, noDelay: false })
  })

  it('takes the text of a file too', () => {
    expect(parseScenario(JSON.stringify(scenario())).ok).toBe(true)
  })

  it.each<[string, unknown, RegExp]>([
    ['text that is not JSON', '{ "id": ', /^the file is not JSON .*correct it/],
    ['nothing', null, /^the scenario is null; expected/],
    ['a missing id', { steps: [CONNECT] }, /^id is missing; add it/],
    ['an id with capitals', scenario({ id: 'Mine' }), /^id .*lower-case words/],
    ['no steps', { id: 'mine', steps: [] }, /^steps /],
    [
      'an unknown verb',
      scenario({}, { side: 'client', do: 'shout' }),
      /^steps\[1\]\.do is "shout"; expected .*"write"/,
    ],
    ['an unknown side', scenario({}, { side: 'peer', do: 'end' }), /^steps\[1\]\.side is "peer"; expected .*"server"/],
    ['an unknown event', scenario({}, { side: 'client', do: 'end', on: 'server:fin' }), /^steps\[1\]\.on .*Node event/],
    [
      'a negative wait',
      scenario({}, { side: 'client', do: 'end', after: -5 }),
      /^steps\[1\]\.after is -5; expected >=0/,
    ],
    ['an unknown field', scenario({ speed: 3 }), /^speed is not a known field; remove/],
    ['a write of nothing', scenario({}, { side: 'client', do: 'write' }), /^steps\[1\] .*add "text" or "bytes"/],
    ['text and bytes', scenario({}, { side: 'client', do: 'write', text: 'a', bytes: 1 }), /^steps\[1\] .*keep one/],
    ['a pause with data', scenario({}, { side: 'client', do: 'pause', bytes: 1 }), /^steps\[1\] .*remove "bytes"/],
    ['until without data', scenario({}, { side: 'client', do: 'end', until: 3 }), /^steps\[1\]\.until .*client:data/],
    ['no connect', { id: 'mine', steps: [{ side: 'client', do: 'end' }] }, /^steps has no "connect"; add/],
  ])('says where %s is wrong and what to do', (_, json, message) => {
    expect(complaint(json)).toMatch(message)
  })

  it('names the place for programs too', () => {
    const result = parseScenario(scenario({}, { side: 'peer', do: 'end' }))
    expect(!result.ok && result.error.params).toEqual({ path: 'steps[1].side' })
  })
})
