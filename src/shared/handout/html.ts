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

/** Paper: A4 or Letter, black on white, nothing cut in the middle of a row. */
export const STYLE = `
@page { margin: 16mm }
* { box-sizing: border-box }
body { max-width: 50rem; margin: 0 auto; padding: 1rem; color: #16202c; background: #fff;
  font: 11pt/1.45 Inter, "Segoe UI", system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
h1 { font-size: 18pt; margin: 0 0 .3rem }
h2 { font-size: 13pt; margin: 1.4rem 0 .4rem; break-after: avoid }
p { margin: .3rem 0 }
.muted { color: #55626f }
.loud { border: 2px solid #8a4b00; padding: .4rem .7rem; color: #663600; font-weight: 600 }
figure { margin: .6rem 0 }
svg { max-width: 100%; height: auto }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt }
th, td { padding: .18rem .4rem; border-bottom: 1px solid #e0e5eb; text-align: start }
.number { text-align: end; font-family: "DejaVu Sans Mono", Consolas, Menlo, monospace }
tr, li { break-inside: avoid }
li { margin: .35rem 0 }
`
