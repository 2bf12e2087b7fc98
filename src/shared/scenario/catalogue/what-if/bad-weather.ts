import type { ScenarioInput } from '../../schema'

export const badWeather: ScenarioInput = {
  id: 'bad-weather',
  title: { en: 'Bad weather: loss, doubling and detours at random', 'zh-CN': '恶劣网络：随机丢失、重复与绕路' },
  explanation: {
    en: 'A network that loses one segment in ten, doubles some and lets others take detours. The seed decides which; the same seed always gives the same run.',
    'zh-CN':
      '这个网络平均每十个报文段丢失一个，还会让一些重复、一些绕路。由种子决定是哪些；相同的种子总得到相同的运行过程。',
  },
  lookFor: {
    en: 'However bad the path, the program gets every byte once and in order. Try other seeds with lab simulate --seed.',
    'zh-CN': '无论路径多糟，程序都按顺序收到每个字节，不重不漏。可用 lab simulate --seed 试试其他种子。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 20000, on: 'client:connect', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', until: 20000, after: 60 },
  ],
  network: {
    seed: 7,
    jitter: 10,
    faults: [
      { do: 'drop', probability: 0.1 },
      { do: 'duplicate', probability: 0.05, by: 15 },
      { do: 'reorder', probability: 0.05, by: 30 },
    ],
  },
}
