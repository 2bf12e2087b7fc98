import type { ScenarioInput } from '../../schema'

export const echoTwice: ScenarioInput = {
  id: 'echo-twice',
  title: { en: 'Two rounds of echo', 'zh-CN': '两轮回显' },
  explanation: {
    en: 'The client says two words and the server echoes each. The second round goes differently from the first, because the server’s TCP has learnt that this is a dialogue.',
    'zh-CN': '客户端先后说两句话，服务器逐句回显。第二轮与第一轮不同，因为服务器的 TCP 已经学到：这是一问一答。',
  },
  lookFor: {
    en: 'In the first round the server sends a pure ACK and then its answer; in the second the answer carries the ACK itself.',
    'zh-CN': '第一轮服务器先发一个纯 ACK 再发回答；第二轮回答本身就携带了 ACK。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', text: 'hello', on: 'server:connection', after: 50 },
    { side: 'server', do: 'write', text: 'hello', on: 'server:data' },
    { side: 'client', do: 'write', text: 'world!', on: 'client:data', after: 60 },
    { side: 'server', do: 'write', text: 'world!', on: 'server:data' },
    { side: 'client', do: 'end', on: 'client:data', after: 100 },
  ],
}
