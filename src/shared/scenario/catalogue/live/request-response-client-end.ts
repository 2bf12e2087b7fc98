import type { ScenarioInput } from '../../schema'

export const requestResponseClientEnd: ScenarioInput = {
  id: 'request-response-client-end',
  title: { en: 'Request, response, orderly close', 'zh-CN': '请求、响应、正常关闭' },
  explanation: {
    en: 'The client sends 35 bytes, the server answers with 43, and after a pause the client ends. The everyday life of a connection, with every kind of acknowledgement in it.',
    'zh-CN': '客户端发送 35 字节，服务器回复 43 字节，稍后客户端结束连接。这是一个连接的日常，各种确认都会出现。',
  },
  lookFor: {
    en: 'The first request is acknowledged at once by a segment of its own, before the server’s program has seen it. Each ack is the next number expected: 1 + 35 = 36, and the FIN takes one more: 37.',
    'zh-CN':
      '第一个请求立即由一个单独的报文段确认，此时服务器程序还没看到数据。确认号是期望收到的下一个序号：1 + 35 = 36；FIN 再占一个序号：37。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 35, on: 'server:connection', after: 50 },
    { side: 'server', do: 'write', bytes: 43, on: 'server:data' },
    { side: 'client', do: 'end', on: 'client:data', after: 120 },
  ],
}
