import * as v from 'valibot'

/** Bytes of the largest file that is handed to the page; it is read whole. */
export const MAX_OPENED = 64 * 1024 * 1024

/** What an id of a scenario looks like; whether there is one is for the catalogue to say. */
const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/**
 * What a person opened outside of the page. A file: its name without folders, and what it holds, whatever that is. A link to
 * a scenario: which one; it is chosen, and not run.
 */
export const openedSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('file'),
    name: v.pipe(v.string(), v.maxLength(1024)),
    data: v.instance(Uint8Array<ArrayBuffer>),
  }),
  v.strictObject({ kind: v.literal('scenario'), id: v.pipe(v.string(), v.regex(ID)) }),
])
export type Opened = v.InferOutput<typeof openedSchema>

/**
 * The scenario that a link names, such as `handshake-lab://scenario/four-segment-close`; null for every other address. A
 * link can come from any page on the web: nothing of it but the id is looked at, and an address with more is none of ours.
 */
export function scenarioOf(link: string): string | null {
  const [, id] = /^handshake-lab:\/\/scenario\/([^/?#]+)\/?$/.exec(link) ?? []
  return id !== undefined && ID.test(id) ? id : null
}
