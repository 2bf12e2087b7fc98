import type { ScenarioInput } from '../../schema'

export const twoRequests: ScenarioInput = {
  id: 'two-requests',
  title: { en: 'Two requests, one connection', 'zh-CN': '一个连接，两次请求' },
  explanation: {
    en: 'HTTP calls this a persistent connection: the second request uses the connection of the first. This is what a browser does, and why connections and requests are not the same thing.',
    'zh-CN': 'HTTP 称之为持久连接：第二个请求沿用第一个请求的连接。浏览器正是这样做的，所以连接数与请求数并不相等。',
  },
  lookFor: {
    en: 'One handshake, two exchanges. The sequence numbers of the second begin where those of the first left off.',
    'zh-CN': '一次握手，两次交换。第二次交换的序号从第一次结束的地方继续。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 30 },
    { side: 'server', do: 'write', bytes: 3000, on: 'server:data' },
    { side: 'client', do: 'write', bytes: 90, on: 'client:data', after: 80 },
    { side: 'server', do: 'write', bytes: 5000, on: 'server:data' },
    { side: 'server', do: 'end', after: 100 },
  ],
}
