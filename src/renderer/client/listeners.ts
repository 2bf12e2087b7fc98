/** A set of callbacks; one that throws does not keep the others from hearing. */
export interface Listeners<T> {
  add(listener: (value: T) => void): () => void
  emit(value: T): void
  clear(): void
}

export function createListeners<T>(): Listeners<T> {
  const all = new Set<{ readonly call: (value: T) => void }>()
  return {
    add(call) {
      const entry = { call }
      all.add(entry)
      return () => void all.delete(entry)
    },
    emit(value) {
      for (const entry of [...all]) {
        try {
          entry.call(value)
        } catch (error) {
          console.error(error)
        }
      }
    },
    clear: () => all.clear(),
  }
}
