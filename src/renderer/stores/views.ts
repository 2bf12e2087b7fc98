import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Which of the registered views is shown, by its id. */
export const useViews = defineStore('views', () => ({ current: ref('explore') }))
