import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'trouble'
  readonly action: { readonly label: string; run(): void } | null
}

const MOST = 3

/** Short answers to something the user did that shows nowhere else: saved, copied, opened. */
export const useToasts = defineStore('toasts', () => {
  const shown = shallowRef<readonly Toast[]>([])
  let last = 0

  function show(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
    last += 1
    const id = last
    shown.value = [...shown.value, { id, text, tone: 'done' as const, action: null, ...options }].slice(-MOST)
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
