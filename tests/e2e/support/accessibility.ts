import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

interface Where {
  /** Only this part of the page: the rest was checked before it opened. */
  readonly within?: string
  /** Only what colours can change. */
  readonly colours?: boolean
}

/**
 * WCAG 2.2 AA and axe's own best practices, over the page as it stands, in the theme of a light system and of a dark one.
 * Structure does not change with colour, so the second time only contrast is measured.
 */
export async function expectAccessible(page: Page, where: Where = {}): Promise<void> {
  await expectNoViolation(page, where)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectNoViolation(page, { ...where, colours: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
}

/** The same in the theme that is shown. Targets of at least 24 pixels (2.5.8) are a rule that axe leaves off by itself. */
export async function expectNoViolation(page: Page, { within, colours = false }: Where = {}): Promise<void> {
  // Colours in mid-transition would be measured as neither one nor the other. What turns for ever has no end to wait for.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  )
  // There are no frames of other origins, for which the builder would open a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (within !== undefined) axe.include(within)
  if (colours) axe.withRules('color-contrast')
  else axe.options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  )
  expect(found).toEqual([])
}
