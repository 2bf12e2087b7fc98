import type { Trace } from '@shared/trace/schema'

type Named = Pick<Trace, 'scenario' | 'startedAt' | 'connections'>

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * `handshake-lab_<scenario>_<YYYY-MM-DD_HH-mm-ss>.svg`, in local time: when the run began, else now. A visitor's connection
 * is named after its port: a browser opens several within a second.
 */
export function fileName(trace: Named, extension: string, now: Date): string {
  const began = trace.startedAt === undefined ? now : new Date(trace.startedAt)
  const at = Number.isNaN(began.getTime()) ? now : began
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('-')
  return `handshake-lab_${trace.scenario ?? byWhom(trace)}_${date}_${time}.${extension}`
}

function byWhom({ connections: [connection] }: Named): string {
  if (!connection || connection.observes.includes('client')) return 'by-hand'
  return `visit-${connection.client?.port ?? 'unknown'}`
}
