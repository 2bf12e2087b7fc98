/**
 * Runs a task in the next frame, once however often it is asked for before. What measures or scrolls belongs here: in the
 * middle of an update it would make the browser lay out the page for every change.
 */
export function onceAFrame(task: () => void): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      task()
    })
  }
}
