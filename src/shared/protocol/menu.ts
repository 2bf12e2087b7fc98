/** What the application menu can ask of the page; everything else in it the host does by itself. */
export const MENU_ACTIONS = [
  'export-svg',
  'export-png',
  'copy-svg',
  'copy-png',
  'handout-pdf',
  'print-handout',
  'shortcuts',
  'present',
  'speaker-notes',
  // Nobody's choice: the window has left full screen.
  'left-full-screen',
] as const
export type MenuAction = (typeof MENU_ACTIONS)[number]

export const isMenuAction = (value: unknown): value is MenuAction =>
  (MENU_ACTIONS as readonly unknown[]).includes(value)
