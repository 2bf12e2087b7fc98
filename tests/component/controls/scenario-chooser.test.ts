import { afterEach, expect, it } from 'vitest'
import ScenarioChooser from '@renderer/components/controls/ScenarioChooser.vue'
import { useControls } from '@renderer/stores/controls'
import { show, type Harness } from '../support/app'
import { byRole, click, named } from '../support/page'

let shown: Harness | null = null
afterEach(() => shown?.wrapper.unmount())

it('keeps a scenario that is chosen again, and closes', async () => {
  shown = await show(ScenarioChooser)
  const chooser = shown.wrapper.find<HTMLElement>('button.chooser').element
  for (let times = 0; times < 2; times++) {
    await click(chooser)
    await click(named('option', 'The four-segment close'))
    expect(useControls().scenarioId).toBe('four-segment-close')
    expect(byRole('option')).toEqual([])
  }
})
