/** What gets the focus back: what had it, or the button of the menu whose item had it, which is gone by then. */
export function openerOf(focused: Element | null): HTMLElement | null {
  const labelled = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  const opener = labelled ? document.getElementById(labelled) : focused
  return opener instanceof HTMLElement || opener instanceof SVGElement ? (opener as HTMLElement) : null
}
