export default {
  title: '程序看到了什么',
  bytes: '{count} 字节',
  empty: '暂无内容。两端套接字的调用和事件会在发生时显示在这里。',
  earlier: '显示更早的 {count} 条',
  later: '显示之后的 {count} 条',
  history: '连接 {place} / {count}',
  earlierOnes: '之前的连接：{count} 个',
  visitor: '其他程序',
  sampled: '谜题中的一次关闭',
  origin: {
    simulated: '模拟',
    opened: '从文件打开',
  },
}
