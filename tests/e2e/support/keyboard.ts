import { expect, type Page } from '@playwright/test'

/**
 * Presses Tab until the focus is on what is wanted; a keyboard user has no other way.
 *
 * @param name - matches its accessible name: its label, or its text
 */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const focused = document.activeElement
      const labels = focused && 'labels' in focused ? (focused.labels as NodeListOf<HTMLElement> | null) : null
      return (focused?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? focused?.textContent ?? '').trim()
    })
    if (name.test(label)) return
  }
  throw new Error(`Tab never reached ${name}`)
}

/** Chooses one of a radio group that has the focus: arrows move to it, and Space takes it. */
export async function arrowTo(page: Page, name: string): Promise<void> {
  const choice = page.getByRole('radio', { name, exact: true })
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('ArrowRight')
    if (await choice.evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.press('Space')
  await expect(choice).toBeChecked()
}

/** Tabs to a control and presses a key on it: Enter for a button, Space for a box. */
export async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}
