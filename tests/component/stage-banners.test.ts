import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import StageBanners from '@renderer/components/stage/StageBanners.vue'
import { useConnections } from '@renderer/stores/connections'
import { findScenario } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import { show } from './support/app'

it.each([
  ['en', 'Both ends play a TCP that does what the RFCs say', 'Both ends play the TCP of Linux'],
  ['zh-CN', '两端都按严格遵循 RFC 的 TCP 运行', '两端都按 Linux 的 TCP 运行'],
] as const)(
  'names the system that a simulation plays, and plays it by the other one, in %s',
  async (language, rfc, linux) => {
    const { wrapper } = await show(StageBanners, { language })
    const scenario = findScenario('lost-syn')?.scenario
    const played = scenario && simulate(scenario)
    if (!played?.ok) throw new Error('the what-if did not run')
    useConnections().add(played.value, false)
    await flushPromises()
    expect(wrapper.text()).toContain(rfc)
    await wrapper.find('.system button').trigger('click')
    await flushPromises()
    expect(useConnections().selected?.trace?.profile).toBe('linux')
    expect(wrapper.text()).toContain(linux)
    await wrapper.find('.system button').trigger('click')
    await flushPromises()
    expect(useConnections().selected?.trace?.profile).toBe('rfc')
    wrapper.unmount()
  },
)
