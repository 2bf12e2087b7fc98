import type { VueWrapper } from '@vue/test-utils'

/** What the test at hand has mounted. */
export const mounted = new Set<VueWrapper>()

/** Takes it away: a part of the page that lives on would answer what the next test does. */
export function unmountAll(): void {
  for (const wrapper of mounted) if ((wrapper.element as Element | null)?.isConnected) wrapper.unmount()
  mounted.clear()
}
