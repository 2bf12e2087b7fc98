import type { Language } from '@shared/text'
import type { Provenance } from '@shared/trace/names'

/** The words of the readable table, which no other face uses. */
export interface TableText {
  readonly columns: readonly [string, string, string, string, string, string, string, string, string]
  readonly side: Readonly<Record<'client' | 'server', string>>
  readonly provenance: Readonly<Record<Provenance, string>>
  readonly events: string
  readonly segments: string
  readonly nothing: string
}

export const TABLE_TEXT: Readonly<Record<Language, TableText>> = {
  en: {
    columns: ['#', 'ms', 'from', 'flags', 'seq', 'ack', 'len', 'window', 'how it is known'],
    side: { client: 'client', server: 'server' },
    provenance: {
      observed: 'observed',
      inferred: 'inferred',
      captured: 'captured',
      kernel: 'kernel',
      simulated: 'simulated',
    },
    events: 'What the program saw',
    segments: 'What TCP sent',
    nothing: 'nothing',
  },
  'zh-CN': {
    columns: ['#', '毫秒', '发送方', '标志', 'seq', 'ack', '长度', '窗口', '依据'],
    side: { client: '客户端', server: '服务器' },
    provenance: { observed: '观测', inferred: '推断', captured: '捕获', kernel: '内核', simulated: '模拟' },
    events: '程序看到的',
    segments: 'TCP 发送的',
    nothing: '无',
  },
}
