import type { ScenarioInput } from '../../schema'

export const endWithData: ScenarioInput = {
  id: 'end-with-data',
  title: { en: 'The last words: end(data)', 'zh-CN': '最后的话：end(data)' },
  explanation: {
    en: "end('bye') writes three bytes and then closes the direction.",
    'zh-CN': "end('bye') 先写入三个字节，再关闭这个方向。",
  },
  lookFor: {
    en: 'The FIN’s sequence number comes right after the last byte: it is the last thing in the stream, and one ack covers both.',
    'zh-CN': 'FIN 的序号紧跟在最后一个字节之后：它是字节流中的最后一项，一个确认号涵盖两者。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', text: 'bye', on: 'server:connection', after: 50 },
  ],
}
