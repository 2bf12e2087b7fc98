import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import App from '@renderer/App.vue'
import { useConnections } from '@renderer/stores/connections'
import { useLesson } from '@renderer/stores/lesson'
import { usePredict } from '@renderer/stores/predict'
import { useShown } from '@renderer/stores/shown'
import { useViews } from '@renderer/stores/views'
import { VIEWS } from '@renderer/views/registry'
import { show, type Harness } from './support/app'
import { conversation, trace } from './support/samples'

/** Segments of the sample conversation that each view may show: the lesson asks for the FIN, Predict for the third. */
const MAY_SHOW: Readonly<Record<string, number>> = { explore: 10, lesson: 7, predict: 2, machine: 10, puzzle: 10 }

let app: Harness
afterEach(() => app.wrapper.unmount())

it('covers what the open view covers, whichever view was open before: every pair of views', async () => {
  app = await show(App)
  const go = async (view: string): Promise<void> => {
    useViews().current = view
    await flushPromises()
  }
  await go('lesson')
  useLesson().open('half-close')
  useConnections().add(trace({ scenario: 'half-close-server-continues', connections: [conversation()] }), true)
  useLesson().move(2)
  await go('predict')
  usePredict().next()
  usePredict().next()

  // Each pair of views, both ways.
  const walk = VIEWS.flatMap(({ id }, at) => [id, ...VIEWS.slice(at + 1).flatMap((other) => [other.id, id])])
  let from = 'predict'
  for (const to of walk) {
    await go(to)
    expect(useShown().connection?.segments, `${to} after ${from}`).toHaveLength(MAY_SHOW[to] ?? -1)
    if (to !== 'machine' && to !== 'puzzle')
      expect(app.wrapper.findAll('.stage [data-key^="segment-"]'), `${to} after ${from}`).toHaveLength(
        MAY_SHOW[to] ?? -1,
      )
    from = to
  }
}, 60_000)
