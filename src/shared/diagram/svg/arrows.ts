import { round, type Arrow, type ArrowLabel } from '../geometry'
import { FACE } from '../options'
import { barbs, CROSS_PATH, dashOf } from '../paths'
import { MONO, SANS, type Palette } from '../theme'
import { dashes, grouped, type Sheet } from './sheet'
import { escapeXml } from './xml'

/** The lines of all arrows, then their heads and crosses, which are solid whatever the line is. */
export function drawArrows(sheet: Sheet, arrows: readonly Arrow[], palette: Palette): void {
  if (arrows.length === 0) return
  sheet.push('<g stroke-width="1.8">\n')
  for (const [tone, toned] of grouped(arrows, (arrow) => arrow.tone)) {
    for (const [provenance, group] of grouped(toned, (arrow) => arrow.provenance)) {
      const dash = dashes(dashOf(provenance))
      sheet.push(`<g data-provenance="${provenance}" stroke="${palette.tone[tone]}"${dash}>\n`)
      for (const { n, x1, y1, x2, y2 } of group) {
        sheet.push(`<path data-segment="${n}" d="M${x1} ${y1}L${x2} ${y2}"/>\n`)
      }
      sheet.push('</g>\n')
    }
  }
  for (const [tone, group] of grouped(arrows, ({ end, tone: own }) => (end === 'cross' ? 'rst' : own))) {
    sheet.push(`<path stroke="${palette.tone[tone]}" stroke-linecap="round" stroke-linejoin="round" d="`)
    drawEnds(sheet, group)
    sheet.push('"/>\n')
  }
  sheet.push('</g>\n')
}

/** Most arrows from one side run alike, so their heads are worked out once. */
function drawEnds(sheet: Sheet, arrows: readonly Arrow[]): void {
  const last = { client: { width: NaN, height: NaN, head: '' }, server: { width: NaN, height: NaN, head: '' } }
  for (const { end, from, x1, x2, y1, y2 } of arrows) {
    const like = last[from]
    if (end === 'head' && (x2 - x1 !== like.width || y2 - y1 !== like.height)) {
      like.width = x2 - x1
      like.height = y2 - y1
      like.head = barbs(like.width, like.height)
    }
    sheet.push(`M${x2} ${y2}${end === 'cross' ? CROSS_PATH : like.head}`)
  }
}

/** Half the space between flags and numbers, and how high a label's baseline lies above its arrow. */
const HALF_SPACE = 3
const BASELINE = 6

/** The start of a text `along` pixels from a label's middle, on its baseline and turned with it. */
function opening({ x, y, angle }: ArrowLabel, along: number): string {
  const turn = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return `<text transform="translate(${round(x + along * cos + BASELINE * sin)} ${round(y + along * sin - BASELINE * cos)}) rotate(${angle})">`
}

/** What keeps a label readable where another arrow passes behind it. */
function drawGround(sheet: Sheet, { angle, width, x, y }: ArrowLabel, palette: Palette): void {
  sheet.push(
    `<rect transform="translate(${x} ${y}) rotate(${angle})" x="${round(-width / 2 - 3)}" y="-18" width="${round(width + 6)}" height="15" rx="4" fill="${palette.panel}" fill-opacity="0.88"/>\n`,
  )
}

/** All labels, over all arrows: grounds, flags, then numbers and what is unusual. */
export function drawLabels(sheet: Sheet, arrows: readonly Arrow[], palette: Palette): void {
  if (arrows.length === 0) return
  for (const { label } of arrows) if (label.crowded) drawGround(sheet, label, palette)
  sheet.push(`<g text-anchor="end" font-size="${FACE.flags.size}" font-weight="700">\n`)
  for (const [tone, group] of grouped(arrows, (arrow) => arrow.tone)) {
    sheet.push(`<g fill="${palette.tone[tone]}">\n`)
    for (const { label } of group) {
      sheet.push(`${opening(label, label.split - HALF_SPACE)}${label.flags}</text>\n`)
    }
    sheet.push('</g>\n')
  }
  sheet.push(`</g>\n<g font-size="${FACE.numbers.size}" font-family="${MONO}" fill="${palette.muted}">\n`)
  for (const { label } of arrows) {
    const tag = label.tag === '' ? '' : tagSpan(label.tag, palette)
    sheet.push(`${opening(label, label.split + HALF_SPACE)}${label.numbers}${tag}</text>\n`)
  }
  sheet.push('</g>\n')
}

/** The tag stands behind a space that no viewer collapses. */
const tagSpan = (tag: string, palette: Palette): string =>
  `\u00a0<tspan font-size="${FACE.tag.size}" font-weight="700" font-family="${SANS}" fill="${palette.warning}">${escapeXml(tag)}</tspan>`
