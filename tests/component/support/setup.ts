import { afterEach, vi } from 'vitest'

/** Files share a document: whatever a test left in it, or kept in the browser's storage, is gone before the next. */
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
  for (const attribute of document.documentElement.getAttributeNames()) {
    document.documentElement.removeAttribute(attribute)
  }
  localStorage.clear()
  sessionStorage.clear()
})
