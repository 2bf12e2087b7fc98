/** How deep arrays and objects are taken apart; what is deeper goes out in one piece. */
const DEPTH = 4

/**
 * The text that `JSON.stringify(value, null, 2)` gives, piece by piece: for a value whose text is longer than a string can
 * be. Only plain data: arrays, plain objects, strings, numbers, booleans, null.
 */
export function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  const plain = typeof value !== 'object' || value === null
  const entries = plain ? [] : entriesOf(value)
  if (plain || depth === DEPTH || entries.length === 0) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`)
    return
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  let before = `${open}\n`
  for (const [key, item] of entries) {
    yield `${before}${'  '.repeat(depth + 1)}${key}`
    yield* jsonPieces(item, depth + 1)
    before = ',\n'
  }
  yield `\n${'  '.repeat(depth)}${close}`
}

/** What stands in an array or object, each with the text before it; keys without a value are left out. */
function entriesOf(value: object): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item: unknown) => ['', item ?? null])
  return Object.entries(value).flatMap(([key, item]: [string, unknown]): [string, unknown][] =>
    item === undefined ? [] : [[`${JSON.stringify(key)}: `, item]],
  )
}
