export default {
  title: '时序图',
  scale: '时间未按比例',
  provenance: {
    observed: '观测所得',
    inferred: '依据 RFC 9293 推断',
    captured: '从线路捕获',
    kernel: '来自内核',
    simulated: '模拟所得',
  },
  simulated: {
    title: '模拟。',
    text: '虚拟网络上的假想场景，没有真实套接字参与。',
    counterfactual: '这不是真实的 TCP。为展示后果，此处关闭了：{rules}。',
  },
  visitor: {
    title: '客户端是另一个程序。',
    text: '这里只观测到服务器的调用和事件，其余都是推断。时间从 ‘connection’ 触发前一刻算起。',
  },
  opened: {
    title: '从文件打开。',
    named: '从文件打开：“{title}”。',
    text: '这是先前的记录，不能再在它上面发送。',
  },
  hidden: {
    title: '另有一个连接仍然打开：{address}。',
    text: '“发送”和“关闭”只作用于当前显示的连接。',
    blocked: '“发送”和“关闭”只作用于当前显示的连接；同一时刻只能有一个连接，请先关闭它再建立下一个。',
    show: '显示它',
  },
  blocked: {
    title: '有一个连接仍然打开。',
    text: '它关闭之后才能运行场景：请关闭它，或重新开始（{more} → {reset}）。',
  },
  rule: {
    'two-way-handshake': '握手的第三步',
    'no-time-wait': 'TIME-WAIT 状态',
    'isn-always-zero': '不可预测的初始序列号',
    'no-ack-for-fin': '对 FIN 的确认',
  },
}
