import { flushPromises } from '@vue/test-utils'

/** The page as its reader uses it: by role and name, whatever element that is. */

const visibleText = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? visibleText(one)) === name,
  )
  if (!found) throw new Error(`There is no button "${name}".`)
  return found
}

/** Whether a button says that it cannot be pressed now; it can have the focus all the same. */
export const isOff = (name: string): boolean => button(name).getAttribute('aria-disabled') === 'true'

export const byRole = (role: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[role=${role}]`)]

export function named(role: string, name: string): HTMLElement {
  const found = byRole(role).find((one) => visibleText(one).startsWith(name) || one.getAttribute('aria-label') === name)
  if (!found) throw new Error(`There is no ${role} "${name}".`)
  return found
}

export const pageText = (): string => visibleText(document.body)

export async function press(key: string, target: Element = document.body): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await flushPromises()
}

/** Clicks as a pointer does: menus open on pointerdown. */
export async function click(target: HTMLElement): Promise<void> {
  target.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0 }))
  target.dispatchEvent(new MouseEvent('pointerup', { bubbles: true, button: 0 }))
  target.click()
  await flushPromises()
}

/** Lets a frame pass: what was asked to be inferred anew is inferred. */
export async function frame(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => resolve(null)))
  await new Promise((resolve) => requestAnimationFrame(() => resolve(null)))
  await flushPromises()
}
