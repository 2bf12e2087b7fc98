import { defineStore } from 'pinia'
import { ref } from 'vue'

/**
 * Hides the rest of a conversation while a learner is asked about it: every pane, the playback and the exports then know
 * only the first `upTo` segments. Null: nothing is hidden.
 */
export const useCover = defineStore('cover', () => ({ upTo: ref<number | null>(null) }))
