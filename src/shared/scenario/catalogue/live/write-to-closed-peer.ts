import type { ScenarioInput } from '../../schema'

export const writeToClosedPeer: ScenarioInput = {
  id: 'write-to-closed-peer',
  title: { en: 'Writing to a socket that is gone', 'zh-CN': '向已消失的套接字写入' },
  explanation: {
    en: 'The server destroys its socket. The client, with allowHalfOpen on, takes the FIN for a half-close and writes; nobody is there to read.',
    'zh-CN': '服务器销毁了自己的套接字。开启 allowHalfOpen 的客户端把 FIN 当作半关闭，继续写入；而那边已经无人读取。',
  },
  lookFor: {
    en: 'A FIN says ‘I send no more’, not ‘I read no more’. A reset answers the data, yet no error fires in the client’s program: it has read to the end and waits for nothing more. Linux keeps the error, EPIPE, for the next write.',
    'zh-CN':
      'FIN 的意思是“我不再发送”，而不是“我不再读取”。数据得到的回应是 RST，客户端程序却没有得到任何 error 事件：它已经读到结尾，不再等待什么。Linux 把错误 EPIPE 留给下一次写入。',
  },
  client: { allowHalfOpen: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'destroy', on: 'server:connection', after: 40 },
    { side: 'client', do: 'write', bytes: 20, on: 'client:end', after: 60 },
  ],
}
