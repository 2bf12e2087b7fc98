import { eastAsianWidth } from 'get-east-asian-width'

/** Cells of a terminal that a text takes: two for an East Asian wide character (Unicode Standard Annex #11). */
function cells(text: string): number {
  let count = 0
  for (const character of text) count += eastAsianWidth(character.codePointAt(0) ?? 0)
  return count
}

/**
 * Sets rows under each other in columns as wide as their widest cell.
 *
 * @param alignment `r` for numbers, `l` for words, one a column
 */
export function setColumns(rows: readonly (readonly string[])[], alignment: string): string[] {
  const widths = [...alignment].map((_, column) => Math.max(0, ...rows.map((row) => cells(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - cells(cell)))
        return alignment[column] === 'r' ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}
