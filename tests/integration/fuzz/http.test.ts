import { expect, it } from 'vitest'
import { fuzzHttp } from '../../../scripts/fuzz/http'
import { createRandom } from '../../../scripts/fuzz/random'
import { served } from '../web/support'

it('the browser host outlives 2,000 wrong requests over every header', async () => {
  const { port } = await served()
  const { answered, closed } = await fuzzHttp({ port, count: 2000, random: createRandom(1) })
  expect(answered + closed).toBe(2000)
  expect(answered).toBeGreaterThan(1000)
})
