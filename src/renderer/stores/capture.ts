import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { readCapture, type CaptureContents, type CaptureReading } from '@renderer/capture/reader'
import { useConnections } from './connections'

/** An opened capture file: what it holds, and what is being read of it. */
export const useCapture = defineStore('capture', () => {
  const connections = useConnections()
  const name = ref<string | null>(null)
  const contents = shallowRef<CaptureContents | null>(null)
  /** The share that is read, 0 to 1; null while nothing is being read. */
  const progress = ref<number | null>(null)
  /** The browser's words where the file could not be read. */
  const failure = ref<string | null>(null)
  /** The list of connections is shown, or will be once it is there. */
  const choosing = ref(false)
  let reading: CaptureReading | null = null

  /** Reads a file, and shows its only connection or lets the reader choose. */
  async function open(file: File): Promise<void> {
    close()
    const own = (reading = readCapture(file))
    name.value = file.name
    choosing.value = true
    await attempt(own, async () => {
      const found = await own.open((share) => {
        if (own === reading) progress.value = share
      })
      if (own !== reading) return
      contents.value = found
      if (found.overview.connections.length === 1 && found.fault === null) await show(own, [0])
    })
  }

  /** Shows the connections with these indices in the overview. */
  async function choose(indices: readonly number[]): Promise<void> {
    const own = reading
    if (own !== null && indices.length > 0) await attempt(own, () => show(own, indices))
  }

  async function show(own: CaptureReading, indices: readonly number[]): Promise<void> {
    progress.value = 0
    const trace = await own.read(indices)
    if (own !== reading) return
    connections.add(trace, true)
    choosing.value = false
  }

  /** Nothing that an older file still answers counts any more. */
  async function attempt(own: CaptureReading, task: () => Promise<void>): Promise<void> {
    failure.value = null
    progress.value = 0
    try {
      await task()
    } catch (error) {
      if (own === reading) failure.value = error instanceof Error ? error.message : String(error)
    } finally {
      if (own === reading) progress.value = null
    }
  }

  /** Leaves the list. What is being read of it is not shown any more; the file can be chosen from again. */
  function leave(): void {
    choosing.value = false
    if (contents.value === null || progress.value !== null) close()
  }

  /** Forgets the file; reading ends at once. What was shown of it stays. */
  function close(): void {
    reading?.close()
    reading = null
    name.value = null
    choosing.value = false
    contents.value = null
    progress.value = null
    failure.value = null
  }

  return { name, contents, progress, failure, choosing, open, choose, leave, close }
})
