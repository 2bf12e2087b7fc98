import { cellsOf, COLUMNS } from '@shared/capture/list'
import type { Overview } from '@shared/capture/read/survey'
import { say, writeNumber, type Language } from '@shared/text'
import { setColumns } from './columns'

/** The connections of a capture as a table, and how many packets hold none. */
export function captureList({ connections, packets, passedOver }: Overview, language: Language): string {
  const head = COLUMNS.map((name) => say(`capture.column.${name}`, language))
  const rows = connections.map((connection, i) => {
    const cells = cellsOf(connection, i + 1, language)
    return COLUMNS.map((name) => cells[name])
  })
  const passed = Object.values(passedOver).reduce((sum, count) => sum + count, 0)
  const why = Object.entries(passedOver) as [keyof typeof passedOver, number][]
  const lines = [
    say('capture.connections', language, { count: connections.length }),
    ...(rows.length === 0 ? [] : ['', ...setColumns([head, ...rows], 'rlrrrrllr')]),
    '',
    say('capture.packets', language, { packets, passed }),
    ...why.map(([reason, count]) => `  ${writeNumber(count, language)} ${say(`capture.passed.${reason}`, language)}`),
  ]
  return `${lines.join('\n')}\n`
}
