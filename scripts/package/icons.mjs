/**
 * `npm run icons`: draws the icons of the desktop app from the one picture resources/icons/icon.svg, for each system in the
 * form that it wants. They are committed; a test says when this was forgotten.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { IconIcns, IconIco } from '@shockpkg/icon-encoder'

const FOLDER = fileURLToPath(new URL('../../resources/icons', import.meta.url))

/** Of the hicolor theme (freedesktop.org, Icon Theme Specification); electron-builder reads the size from the name. */
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
/** Microsoft, "Construct your Windows app's icon". */
const WINDOWS = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256]
/** The types of an icns file and their pixels; some sizes stand for an icon of half the size on a Retina display. */
const MAC = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }
/** What Windows and Linux show: the plate alone, without the margin that macOS puts around every icon. */
const CLOSE_UP = 'viewBox="92 92 840 840"'

/**
 * Every icon, by its path below resources/icons.
 *
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function drawIcons() {
  const svg = readFileSync(join(FOLDER, 'icon.svg'), 'utf8')
  const closeUp = svg.replace(/viewBox="[^"]*"/, CLOSE_UP)
  const icons = new Map(LINUX.map((size) => [`linux/${size}x${size}.png`, png(closeUp, size)]))

  const ico = new IconIco()
  // Only the largest is kept as PNG: Windows reads the small ones as bitmaps everywhere.
  for (const size of WINDOWS) await ico.addFromPng(png(closeUp, size), size === 256)
  icons.set('icon.ico', ico.encode())

  const icns = new IconIcns()
  for (const [type, size] of Object.entries(MAC)) await icns.addFromPng(png(svg, size), [type], true)
  icons.set('icon.icns', icns.encode())
  return icons
}

/**
 * @param {string} svg
 * @param {number} size pixels, each way
 * @returns {Uint8Array}
 */
const png = (svg, size) => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, bytes] of await drawIcons()) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true })
    writeFileSync(join(FOLDER, path), bytes)
    console.log(`resources/icons/${path} ${bytes.length} bytes`)
  }
}
