import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { vi } from 'vitest'
import { h, type Component } from 'vue'
import { TooltipProvider } from 'reka-ui'
import { useLab } from '@renderer/stores/lab'
import { useSettings } from '@renderer/stores/settings'
import type { Language } from '@shared/text'
import { createFakeLab, type FakeLab } from './fake-lab'
import { mounted } from './mounted'

export interface Harness {
  readonly wrapper: VueWrapper
  readonly lab: FakeLab
  readonly pinia: Pinia
}

/** Real stores on a fake lab, its first snapshot taken. Frames pass at once: whatever the lab emits is taken in. */
export async function startStores(lab: FakeLab = createFakeLab()): Promise<FakeLab> {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    run()
    return 0
  })
  setActivePinia(createPinia())
  useLab().attach(lab)
  await flushPromises()
  return lab
}

/** A component with the real stores, the real texts and a fake lab, in the document. */
export async function show(
  component: Component,
  options: { lab?: FakeLab; language?: Language; props?: Record<string, unknown>; pinia?: Pinia } = {},
): Promise<Harness> {
  const { lab = createFakeLab(), language, props = {} } = options
  const pinia = options.pinia ?? createPinia()
  setActivePinia(pinia)
  if (!options.pinia) useLab().attach(lab)
  if (language) useSettings().language = language
  // The app provides tooltips at its root; a component on its own needs the same around it.
  const wrapper = mount(TooltipProvider, {
    slots: { default: () => h(component, props) },
    attachTo: document.body,
    global: { plugins: [pinia] },
  })
  mounted.add(wrapper)
  await flushPromises()
  return { wrapper, lab, pinia }
}
