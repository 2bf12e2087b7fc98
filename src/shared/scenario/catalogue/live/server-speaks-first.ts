import type { ScenarioInput } from '../../schema'

export const serverSpeaksFirst: ScenarioInput = {
  id: 'server-speaks-first',
  title: { en: 'The server speaks first', 'zh-CN': '服务器先发言' },
  explanation: {
    en: 'As mail and FTP servers do, the server greets as soon as it has accepted. TCP does not care who called connect(): both directions are open after the handshake.',
    'zh-CN':
      '像邮件服务器和 FTP 服务器那样，服务器一接受连接就先发问候语。TCP 不在意是谁调用了 connect()：握手之后两个方向都可以传输。',
  },
  lookFor: {
    en: 'The greeting can be on the wire before the client’s ‘connect’ event fires. The client’s kernel acknowledges it before the client’s program has seen a byte.',
    'zh-CN': '问候语可能在客户端的 connect 事件触发之前就已发出。客户端程序还没看到一个字节，内核就已经确认了它。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'write', text: '220 ready\r\n', on: 'server:connection' },
    { side: 'client', do: 'end', on: 'client:data', after: 80 },
  ],
}
