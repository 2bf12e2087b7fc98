import type { ScenarioInput } from '../../schema'

export const writeWhilePaused: ScenarioInput = {
  id: 'write-while-paused',
  title: { en: 'The peer’s program does not read', 'zh-CN': '对端程序不读取' },
  explanation: {
    en: 'The server’s program is paused while the client writes twice. The bytes wait below it, in Node’s buffer and the kernel’s.',
    'zh-CN': '客户端写入两次时，服务器程序处于暂停状态。字节在程序之下、Node 和内核的缓冲区里等待。',
  },
  lookFor: {
    en: 'Both writes are acknowledged at once although the program has seen nothing: an ACK means that TCP has the bytes, not that anybody read them.',
    'zh-CN': '两次写入都立即得到确认，程序却什么也没看到：ACK 只表示 TCP 收到了字节，并不表示有人读取了它们。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'pause', on: 'server:connection' },
    { side: 'client', do: 'write', bytes: 1000, after: 30 },
    { side: 'client', do: 'write', bytes: 1000, after: 30 },
    { side: 'server', do: 'resume', after: 80 },
    { side: 'client', do: 'end', on: 'server:data', after: 60 },
  ],
}
