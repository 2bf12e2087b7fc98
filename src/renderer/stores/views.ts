import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'

/** Which of the registered views is shown, by its id. Kept as long as the tab, so that a page loaded anew shows it. */
export const useViews = defineStore('views', () => ({ current: useSessionStorage('handshake-lab:view', 'explore') }))
