import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the help is open: a key, a menu and the desktop's own menu all open it. */
export const useHelp = defineStore('help', () => ({ open: ref(false) }))
