import type { ScenarioInput } from '../../schema'

export const requestResponseServerEnd: ScenarioInput = {
  id: 'request-response-server-end',
  title: { en: 'The server answers and hangs up', 'zh-CN': '服务器回复后立即关闭' },
  explanation: {
    en: 'The server calls end(data): the answer and the close in one call, as HTTP/1.0 did. Now the server closes first.',
    'zh-CN': '服务器调用 end(data)：一次调用既回复又关闭，正如 HTTP/1.0 那样。此时服务器是主动关闭方。',
  },
  lookFor: {
    en: 'Data and FIN are two segments, because Node writes first and shuts down when the write is done. TIME-WAIT now stays with the server.',
    'zh-CN': '数据与 FIN 是两个报文段，因为 Node 先写入，写完后才关闭发送方向。这一次停留在 TIME-WAIT 的是服务器。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 120, on: 'server:connection', after: 50 },
    { side: 'server', do: 'end', bytes: 900, on: 'server:data' },
  ],
}
