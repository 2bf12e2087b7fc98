import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser'
import { tooDeepAt } from './depth'

/** Where in a text, both from 1; columns count UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** @param offset - in UTF-16 units from the start of the text */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** A text longer than this is not searched for a place: its tree would cost more than the place helps. */
const MAX_SEARCHED = 8_000_000

/**
 * Where the value at a path stands in a JSON text, or the nearest value around it where a key is missing.
 *
 * @param path - as `faultOf` writes it: `steps[2].do`; empty for the whole
 * @returns null where the text is too long, or nests too deep
 */
export function placeOf(text: string, path: string): Place | null {
  const root = text.length > MAX_SEARCHED || tooDeepAt(text) !== null ? undefined : parseTree(text)
  if (!root) return null
  const keys = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  )
  return placeAt(text, deepest(root, keys).offset)
}

/** The node at a path, or the nearest one above it where a key is missing. */
export function deepest(root: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node) return node
  }
  return root
}
