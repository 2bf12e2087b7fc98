import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'trouble'
  /** What it is about: a new one puts older ones about the same away. */
  readonly about: string | null
  readonly action: { readonly label: string; run(): void } | null
}

const MOST = 3

/** Short answers to something the user did that shows nowhere else: saved, copied, opened. */
export const useToasts = defineStore('toasts', () => {
  const shown = shallowRef<readonly Toast[]>([])
  let last = 0

  function show(text: string, options: Partial<Pick<Toast, 'tone' | 'about' | 'action'>> = {}): void {
    last += 1
    const id = last
    const toast: Toast = { id, text, tone: 'done', about: null, action: null, ...options }
    const others = shown.value.filter(({ about }) => about === null || about !== toast.about)
    shown.value = [...others, toast].slice(-MOST)
  }

  function dismiss(id: number): void {
    shown.value = shown.value.filter((toast) => toast.id !== id)
  }

  function act(toast: Toast): void {
    toast.action?.run()
    dismiss(toast.id)
  }

  return { shown, show, dismiss, act }
})
