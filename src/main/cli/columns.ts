/** East Asian wide characters take two cells of a terminal (Unicode Standard Annex #11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

const cells = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)

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
