/** Strokes on a 24 by 24 grid. */
export const ICONS = {
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  tune: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
  display: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18M15 7.5v9M18 9.5v5',
  export: 'M12 15V4M8 8l4-4 4 4M5 14v6h14v-6',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4',
  first: 'M6 5v14M19 5l-9 7 9 7z',
  previous: 'M16 5l-9 7 9 7z',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  next: 'M8 5l9 7-9 7z',
  last: 'M5 5l9 7-9 7zM18 5v14',
  stop: 'M7 7h10v10H7z',
  help: 'M9.2 9a3 3 0 1 1 4.2 2.7c-.9.5-1.4 1.1-1.4 2.1M12 17.5h.01M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  folder: 'M3 6h6l2 2h10v11H3z',
  warning: 'M12 4l9.5 16h-19zM12 10v4.5M12 17.5h.01',
  unknown: 'M9.2 9a3 3 0 1 1 4.2 2.7c-.9.5-1.4 1.1-1.4 2.1M12 17.5h.01',
  live: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM6.3 6.3a8 8 0 0 0 0 11.4M17.7 6.3a8 8 0 0 1 0 11.4',
} as const

export type IconName = keyof typeof ICONS
