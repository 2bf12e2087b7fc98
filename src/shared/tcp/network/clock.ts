/** Something that happens at a time. */
export interface Task {
  run(): void
}

interface Entry {
  readonly at: number
  readonly order: number
  readonly task: Task
}

/** Simulated time in ms: a binary heap of what will happen; equal times keep the order in which they were set. */
export class Clock {
  now = 0
  private order = 0
  private readonly heap: Entry[] = []

  at(time: number, task: Task): void {
    const entry = { at: Math.max(time, this.now), order: this.order, task }
    this.order += 1
    this.rise(entry)
  }

  /** Runs the next task; false when there is none, or none until `limit`. */
  tick(limit = Infinity): boolean {
    const first = this.heap[0]
    if (first === undefined || first.at > limit) return false
    const last = this.heap.pop()
    if (last !== undefined && this.heap.length > 0) this.sink(last)
    this.now = first.at
    first.task.run()
    return true
  }

  private rise(entry: Entry): void {
    const { heap } = this
    let index = heap.length
    heap.push(entry)
    while (index > 0) {
      const up = (index - 1) >> 1
      const parent = heap[up]
      if (parent === undefined || before(parent, entry)) break
      heap[index] = parent
      index = up
    }
    heap[index] = entry
  }

  private sink(entry: Entry): void {
    const { heap } = this
    let index = 0
    for (;;) {
      let down = 2 * index + 1
      const left = heap[down]
      if (left === undefined) break
      const right = heap[down + 1]
      let child = left
      if (right !== undefined && before(right, left)) {
        child = right
        down += 1
      }
      if (before(entry, child)) break
      heap[index] = child
      index = down
    }
    heap[index] = entry
  }
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)
