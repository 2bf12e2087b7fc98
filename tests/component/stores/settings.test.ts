import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useSettings } from '@renderer/stores/settings'

describe('settings', () => {
  beforeEach(() => {
    localStorage.clear()
    setActivePinia(createPinia())
  })

  it('follows the system until something is chosen', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr', 'zh-TW', 'en'])
    expect(useSettings()).toMatchObject({ theme: 'system', language: 'zh-CN' })
    vi.restoreAllMocks()
  })

  it('remembers what was chosen, and marks the document with it', async () => {
    const settings = useSettings()
    settings.theme = 'dark'
    settings.language = 'zh-CN'
    await nextTick()
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(document.documentElement.lang).toBe('zh-CN')
    setActivePinia(createPinia())
    expect(useSettings()).toMatchObject({ theme: 'dark', language: 'zh-CN', shownTheme: 'dark' })
  })

  it('takes anything else that stands in the store for the default', () => {
    localStorage.setItem('handshake-lab:theme', 'neon')
    localStorage.setItem('handshake-lab:speed', '99')
    expect(useSettings()).toMatchObject({ theme: 'system', speed: 1 })
  })
})
