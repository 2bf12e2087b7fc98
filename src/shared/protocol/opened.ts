import * as v from 'valibot'

/** Bytes of the largest file that is handed to the page; it is read whole. */
export const MAX_OPENED = 64 * 1024 * 1024

/** A file that a person opened in the host: its name without folders, and what it holds, whatever that is. */
export const openedFileSchema = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(1024)),
  data: v.instance(Uint8Array<ArrayBuffer>),
})
export type OpenedFile = v.InferOutput<typeof openedFileSchema>
