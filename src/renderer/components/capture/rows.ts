import { cellsOf, type Column } from '@shared/capture/list'
import type { SeenConnection } from '@shared/capture/read/tally'
import type { Language } from '@shared/text'

/** A connection of a capture as a list shows it. */
export interface Row {
  /** Of the connection in the overview. */
  readonly index: number
  readonly cells: Readonly<Record<Column, string>>
  /** What the list is ordered by. */
  readonly keys: Readonly<Record<Column, number | string>>
  /** Columns that tell of trouble: a reset, a refusal, something sent again. */
  readonly alarming: ReadonlySet<Column>
  /** What is searched: all cells, in lower case. */
  readonly text: string
}

export function rowOf(connection: SeenConnection, index: number, language: Language): Row {
  const { begins, ends, packets, bytes, opening, ending, retransmissions } = connection
  const cells = cellsOf(connection, index + 1, language)
  const alarming = new Set<Column>()
  if (opening === 'refused' || opening === 'unanswered') alarming.add('opening')
  if (ending === 'reset') alarming.add('ending')
  if (retransmissions > 0) alarming.add('again')
  return {
    index,
    cells,
    keys: {
      ...cells,
      id: index,
      begins,
      lasts: ends - begins,
      segments: packets,
      bytes: bytes.client + bytes.server,
      again: retransmissions,
    },
    alarming,
    // English words are found in every language: people search for RST and FIN.
    text: `${Object.values(cells).join(' ')} ${opening} ${ending === 'reset' ? 'rst' : ending}`.toLowerCase(),
  }
}

/** A sorted copy; equal rows keep the order of the capture. */
export function sorted(rows: readonly Row[], by: Column, falling: boolean): readonly Row[] {
  const sign = falling ? -1 : 1
  return rows.toSorted(({ keys: a }, { keys: b }) => {
    const [one, other] = [a[by], b[by]]
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other)
    return sign * String(one).localeCompare(String(other))
  })
}
