import { addressText, tableRows, type TableRow } from '../diagram'
import { randomFrom } from '../random'
import { explain, say, writeNumber } from '../text'
import type { Connection, Trace } from '../trace/schema'
import { cell, element, escape, STYLE } from './html'
import type { HandoutOptions } from './options'

/** What a worksheet can leave blank: a field of some segments, or whole segments. */
export const BLANKS = ['flags', 'seq', 'ack', 'len', 'segment'] as const
export type Blank = (typeof BLANKS)[number]

export interface WorksheetOptions extends HandoutOptions {
  /** Which fields may be blank; at least one. */
  readonly blanks: readonly Blank[]
  /** 32-bit: the same seed leaves the same fields blank, another one others. One for each student, say. */
  readonly seed: number
}

/** The same page twice, as HTML that stands alone and prints on A4: for the student, and with the answers. */
export interface Worksheet {
  readonly sheet: string
  readonly key: string
}

/** A field is left blank with this probability, a whole segment with this one. */
const OF_A_FIELD = 0.5
const OF_A_SEGMENT = 0.2

const COLUMNS = ['n', 'from', 'flags', 'seq', 'ack', 'len'] as const
type Column = (typeof COLUMNS)[number]

/**
 * A worksheet of any trace: its segments in a table, with some fields blank, chosen by the seed. The key's answers are the
 * trace's own.
 *
 * @returns null where the trace has no such connection, or one without segments
 */
export function renderWorksheet(trace: Trace, options: WorksheetOptions): Worksheet | null {
  const connection = trace.connections.find(({ id }) => id === (options.connection ?? trace.connections[0]?.id))
  if (!connection || connection.segments.length === 0) return null
  const rows = tableRows(connection, options.seq)
  const blank = chooseBlanks(rows, options)
  return {
    sheet: page(trace, connection, rows, blank, options, false),
    key: page(trace, connection, rows, blank, options, true),
  }
}

/** For each segment the columns that are blank; the first choice that the seed makes leaves at least one. */
function chooseBlanks(rows: readonly TableRow[], { blanks, seed }: WorksheetOptions): readonly ReadonlySet<Column>[] {
  const random = randomFrom(seed)
  const fields = COLUMNS.filter((column) => (blanks as readonly string[]).includes(column))
  const chosen = rows.map((): ReadonlySet<Column> => {
    const whole = random() < OF_A_SEGMENT && blanks.includes('segment')
    const some = fields.filter(() => random() < OF_A_FIELD)
    return new Set(whole ? (['from', 'flags', 'seq', 'ack', 'len'] as const) : some)
  })
  if (chosen.some((columns) => columns.size > 0)) return chosen
  const all: readonly Column[] = fields.length > 0 ? fields : ['from', 'flags', 'seq', 'ack', 'len']
  const index = Math.floor(random() * rows.length)
  return chosen.map((columns, at) => (at === index ? new Set(all) : columns))
}

function page(
  trace: Trace,
  connection: Connection,
  rows: readonly TableRow[],
  blank: readonly ReadonlySet<Column>[],
  { language, seq, seed }: WorksheetOptions,
  answers: boolean,
): string {
  const title = `${trace.title?.[language] ?? say('handout.title', language)} · ${say(answers ? 'worksheet.key' : 'worksheet.title', language)}`
  const ends = [connection.client, connection.server].map((end) => (end === null ? '?' : addressText(end)))
  const rules = (trace.counterfactual ?? []).map((rule) =>
    explain({ code: `diagram.counterfactual.${rule}` }, language),
  )
  const warnings = [
    ...(trace.mode === 'simulated' ? [say('diagram.banner.simulated', language)] : []),
    ...(rules.length > 0
      ? [say('diagram.banner.counterfactual', language, { rules: rules.join(say('diagram.list.separator', language)) })]
      : []),
  ]
  const head = COLUMNS.map((column) => cell('th', say(`handout.${column}`, language), 'scope="col"'))
  const text = (row: TableRow, column: Column): string => {
    if (column === 'from') return say(`diagram.side.${row.from}`, language)
    if (column === 'flags') return row.flagText
    const value = row[column]
    return value === null ? '–' : writeNumber(value, language)
  }
  const body = rows.map((row, index) =>
    element(
      'tr',
      COLUMNS.map((column) => {
        const asked = blank[index]?.has(column) === true
        return cell('td', asked && !answers ? '' : text(row, column), asked ? 'class="asked"' : '')
      }).join(''),
    ),
  )
  const count = blank.reduce((sum, columns) => sum + columns.size, 0)
  const parts = [
    element('h1', escape(title)),
    element(
      'p',
      escape(`${ends.join(' ⇄ ')} · ${say('worksheet.seed', language, { seed: String(seed) })}`),
      'class="muted"',
    ),
    ...(answers ? [] : [element('p', escape(say('worksheet.name', language)), 'class="name"')]),
    ...warnings.map((warning) => element('p', escape(warning), 'class="loud"')),
    element('p', escape(say('worksheet.task', language, { count }))),
    element('p', escape(say(`handout.${seq}`, language)), 'class="muted"'),
    element('table', element('thead', element('tr', head.join(''))) + element('tbody', body.join('\n'))),
    element('p', escape(say('handout.footer', language)), 'class="muted"'),
  ]
  const meta = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${element('title', escape(title))}`
  return `<!doctype html>\n<html lang="${language}"><head>${meta}${element('style', STYLE + OWN_STYLE)}</head>\n<body>\n${parts.join('\n')}\n</body></html>\n`
}

const OWN_STYLE = `
td { height: 1.9rem; vertical-align: middle }
td.asked { border: 1.5px solid #16202c; min-width: 4.5rem; font-weight: 600 }
.name { margin: .8rem 0 }
`
