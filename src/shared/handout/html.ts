import { COLOURS } from '../diagram'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it: nothing of a trace can become markup. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

export const element = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes && ` ${attributes}`}>${content}</${name}>`

/** A cell of plain text. */
export const cell = (name: 'td' | 'th', text: string | number | null, attributes = ''): string =>
  element(name, escape(String(text ?? '–')), attributes)

const { client, edge, ink, line, muted, panel, server, soft, warning } = COLOURS.light

/** Paper: A4 or Letter, black on white; no row, sentence or picture is cut by the end of a page. */
export const STYLE = `
@page { margin: 16mm }
* { box-sizing: border-box }
body { max-width: 178mm; margin: 0 auto; color: ${ink}; background: ${panel}; print-color-adjust: exact;
  font: 10.5pt/1.45 Inter, "Segoe UI", system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
@media screen { body { padding: 1.5rem 1rem } }
h1 { font-size: 18pt; line-height: 1.25; margin: 0 0 .2rem }
h2 { font-size: 13pt; margin: 1.3rem 0 .4rem }
h2, h2 + p { break-after: avoid }
p { margin: .3rem 0; orphans: 3; widows: 3 }
.muted, cite { color: ${muted} }
cite { font-style: normal; font-size: 9pt; white-space: nowrap }
.look { padding: .4rem .7rem; border-inline-start: 3px solid ${client}; background: ${soft} }
.loud { border: 2px solid ${warning}; padding: .4rem .7rem; color: ${warning}; font-weight: 600 }
figure { margin: .4rem 0; break-inside: avoid }
figcaption { font-size: 9pt; text-align: center }
svg { display: block; margin: 0 auto; max-width: 100%; height: auto }
.legend { padding-top: .4rem; border-top: 1px solid ${edge} }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt }
thead { display: table-header-group }
th, td { padding: .18rem .45rem; border-bottom: 1px solid ${line}; text-align: start; vertical-align: baseline }
th { border-bottom: 1.5px solid ${muted}; white-space: nowrap }
th.number, td.number { text-align: end }
td.number { font-family: "DejaVu Sans Mono", Consolas, Menlo, monospace; font-size: 9pt }
.client { color: ${client} } .server { color: ${server} }
ol, ul { margin: .3rem 0; padding-inline-start: 1.4rem }
ol { list-style: none; padding: 0 }
tr, li { break-inside: avoid }
.footer { break-before: avoid }
.folded { color: ${muted}; text-align: center; font-style: italic }
li { margin: .45rem 0 } li p { margin: .1rem 0 }
`
