import type { Trace } from '@shared/trace/schema'

const two = (value: number): string => String(value).padStart(2, '0')

/** `handshake-lab_<scenario>_<YYYY-MM-DD_HH-mm-ss>.svg`, in local time: when the run began, else now. */
export function fileName(trace: Pick<Trace, 'scenario' | 'startedAt'>, extension: string, now: Date): string {
  const began = trace.startedAt === undefined ? now : new Date(trace.startedAt)
  const at = Number.isNaN(began.getTime()) ? now : began
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('-')
  return `handshake-lab_${trace.scenario ?? 'by-hand'}_${date}_${time}.${extension}`
}
