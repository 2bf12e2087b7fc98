import type { ScenarioInput } from '../../schema'

export const fullWindow: ScenarioInput = {
  id: 'full-window',
  title: { en: 'The receive window fills up', 'zh-CN': '接收窗口被填满' },
  explanation: {
    en: 'The server is paused and the client writes 300,000 bytes: more than the receiver can keep. Flow control stops the sender until the server’s program reads again.',
    'zh-CN':
      '服务器暂停读取，客户端写入 300,000 字节，超出接收方的容量。流量控制让发送方停下，直到服务器程序重新读取。',
  },
  lookFor: {
    en: 'Nothing moves while the window is used up. resume() on the server’s side opens it, and the rest flows.',
    'zh-CN': '窗口用尽时一切静止。服务器端 resume() 之后窗口不再为 0，其余数据才继续流动。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'pause', on: 'server:connection' },
    { side: 'client', do: 'write', bytes: 300000, after: 30 },
    { side: 'server', do: 'resume', after: 100 },
    { side: 'client', do: 'end', on: 'server:data', until: 300000, after: 60 },
  ],
}
