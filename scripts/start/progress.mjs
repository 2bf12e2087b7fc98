/** Where no line can be redrawn, one is printed for each such part of the whole. */
const PARTS = 10
const MB = 1_000_000

/** @typedef {import('./fetch-runtime.mjs').Progress} Progress */

/**
 * How far a download is, such as `42 of 113 MB, 37 %`.
 *
 * @param {Progress | null} progress
 */
export function describeProgress(progress) {
  if (progress === null) return 'nothing has come yet'
  const { bytes, total } = progress
  if (total === null) return `${round(bytes)} MB`
  if (bytes >= total) return `all ${round(total)} MB are here, unpacking`
  return `${round(bytes)} of ${round(total)} MB, ${Math.floor((100 * bytes) / total)} %`
}

/** @param {number} bytes */
const round = (bytes) => (bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)

/**
 * Shows on a stream how far a download is: one line that is redrawn on a terminal, else a line for each tenth.
 *
 * @param {NodeJS.WriteStream} output
 * @returns {{ at(progress: Progress | null, wanted: boolean): void, end(): void }}
 */
export function showProgress(output) {
  let part = -1
  let shown = ''
  return {
    at(progress, wanted) {
      const hint = wanted ? '' : ' Enter opens the browser version now.'
      const line = `Handshake Lab: fetching the Electron runtime, only this once: ${describeProgress(progress)}.${hint}`
      if (output.isTTY) {
        if (line !== shown) output.write(`\r\u001b[2K${line}`)
      } else {
        const now = partOf(progress)
        if (now > part) output.write(`${line}\n`)
        part = Math.max(part, now)
      }
      shown = line
    },
    end() {
      if (output.isTTY && shown !== '') output.write('\r\u001b[2K')
    },
  }
}

/** @param {Progress | null} progress */
function partOf(progress) {
  if (progress === null) return 0
  // Without a whole there are no parts of it: one for each 10 MB.
  if (progress.total === null) return 1 + Math.floor(progress.bytes / (10 * MB))
  return 1 + Math.floor((PARTS * progress.bytes) / progress.total)
}
