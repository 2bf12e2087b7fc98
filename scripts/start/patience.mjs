/** How long the fetch of Electron's runtime may stand still before the browser version takes its place. */
export const PATIENCE_MS = 15_000
