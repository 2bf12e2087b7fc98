import { disposePinia, getActivePinia } from 'pinia'
import { afterEach, vi } from 'vitest'
import { unmountAll } from './mounted'

/**
 * Files share a document: whatever a test left in it, or kept in the browser's storage, is gone before the next. So are its
 * stores: one that lives on hears what the next one keeps, and marks the document in its own way.
 */
afterEach(() => {
  unmountAll()
  const pinia = getActivePinia()
  if (pinia) disposePinia(pinia)
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
  for (const attribute of document.documentElement.getAttributeNames()) {
    document.documentElement.removeAttribute(attribute)
  }
  localStorage.clear()
  sessionStorage.clear()
})
